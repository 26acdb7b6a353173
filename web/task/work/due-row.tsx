import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import type { DueRow } from '#contract/task/work.ts';
import { formatRole } from '../../agency/agency-words.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { Chip } from '../../ui/chip.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Loading } from '../../ui/state.tsx';
import type { Outcome, WaitingOutbox } from '../offline/held-outbox.ts';
import { useWaitingOf } from '../offline/use-write.ts';
import { DueDay } from './due-day.tsx';
import { StateChips } from './state-chip.tsx';

// Most rows are only read.
const ReportForm = lazy(async () => ({ default: (await import('./report-form.tsx')).ReportForm }));

export const COLUMNS = 5;

/** One thing due: what, when and why, where it stands, the last word; reported without leaving the row. */
export function DueTableRow({
  item,
  isMine,
  isWithAgency,
}: {
  readonly item: DueRow;
  /** Whether the agency of the person still has to do something here. */
  readonly isMine: boolean;
  readonly isWithAgency: boolean;
}) {
  const [isWriting, setWriting] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const button = useRef<HTMLButtonElement>(null);
  const waiting = useWaitingOf(item.id);
  const close = () => {
    setWriting(false);
    button.current?.focus();
  };
  return (
    <>
      <tr>
        <td>
          <PageLink to={paths.part(item.assignmentId)}>{`${item.code}. ${item.name}`}</PageLink>
          <div className="dim small">
            {[item.label, formatRole(item.role), ...(isWithAgency ? [item.agencyName] : [])].join(' · ')}
            {item.holder?.name == null ? null : ` · ${item.holder.name}`}
          </div>
        </td>
        <td data-label={t('Hạn')}>
          <DueDay item={item} isOpen={isMine} />
        </td>
        <td data-label={t('Trạng thái')}>
          <StateChips item={item} />
          {waiting.length === 0 ? null : (
            <div>
              <Chip tone="accent">
                {waiting.some(({ held }) => held !== null) ? t('Cần bạn xem lại') : t('Chờ gửi')}
              </Chip>
            </div>
          )}
        </td>
        <td data-label={t('Lời gần nhất')}>
          <LastWord item={item} />
        </td>
        <td className="row-actions no-print">
          {isMine ? (
            <Button
              ref={button}
              size="xs"
              variant={isWriting ? 'default' : 'light'}
              aria-expanded={isWriting}
              aria-label={t('Báo cáo {work}', { work: `${item.code} ${item.label}` })}
              onClick={() => setWriting(!isWriting)}
            >
              {t('Báo cáo')}
            </Button>
          ) : (
            <PageLink to={paths.part(item.assignmentId)} className="button-link button-small">
              {t('Xem')}
            </PageLink>
          )}
          <div role="status" className="small dim">
            {outcome === undefined ? null : sayOutcome(outcome, waiting)}
          </div>
        </td>
      </tr>
      {isWriting ? (
        <tr className="form-row no-print">
          <td colSpan={COLUMNS}>
            <Suspense fallback={<Loading />}>
              <ReportForm
                item={item}
                onCancel={close}
                onDone={(came) => {
                  setOutcome(came);
                  close();
                }}
              />
            </Suspense>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function LastWord({ item }: { readonly item: DueRow }) {
  if (item.lastText === null) return <span className="dim">{t('Chưa có báo cáo')}</span>;
  return (
    <>
      <div className="clamp said">{item.lastText}</div>
      <div className="dim small">
        {[
          ...(item.lastReportOn === null ? [] : [formatDay(item.lastReportOn)]),
          ...(item.nextOn === null ? [] : [t('báo tiếp {day}', { day: formatDay(item.nextOn) })]),
          ...(item.evidenceCount === 0 ? [] : [t('{n} tài liệu', { n: item.evidenceCount })]),
        ].join(' · ')}
      </div>
    </>
  );
}

/** What became of what was just written, in few words; what waited may have gone since, or need the person. */
export function sayOutcome(outcome: Outcome, waiting: WaitingOutbox): string {
  if (outcome.kind === 'refused') return outcome.sentences.join(' ');
  if (waiting.length === 0) return t('Đã gửi');
  return waiting.some(({ held }) => held !== null)
    ? t('Cần bạn xem lại')
    : t('Đã giữ lại, sẽ tự gửi khi có mạng');
}
