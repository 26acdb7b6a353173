import { Checkbox } from '@mantine/core';
import type { OverdueAgency, OverdueItem } from '#contract/notice/letter.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { formatState } from '../../task/work/work-words.ts';
import { Chip } from '../../ui/chip.tsx';
import { PageLink } from '../../ui/page-link.tsx';

/** So many stand open where they are all there is. */
const FEW = 6;

interface OverdueListProps {
  readonly agencies: readonly OverdueAgency[];
  /** What the letter urges; left out, nothing can be chosen. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (dueItemIds: readonly string[], isChosen: boolean) => void;
}

/** Overdue work by agency, the longest overdue first; of each what is put into the letter. */
export function OverdueList({ agencies, ...choosing }: OverdueListProps) {
  return (
    <ul className="overdue-list" aria-label={t('Việc quá hạn theo cơ quan')}>
      {agencies.map((agency) => (
        <li key={agency.agencyId}>
          <Agency agency={agency} isAlone={agencies.length === 1} {...choosing} />
        </li>
      ))}
    </ul>
  );
}

function Agency({
  agency: { agencyName, items },
  isAlone,
  chosen,
  onChoose,
}: Omit<OverdueListProps, 'agencies'> & { readonly agency: OverdueAgency; readonly isAlone: boolean }) {
  const ids = items.map(({ dueItemId }) => dueItemId);
  const taken = chosen === undefined ? 0 : ids.filter((id) => chosen.has(id)).length;
  const worst = Math.max(...items.map(({ daysLate }) => daysLate));
  return (
    <>
      <div className="overdue-agency">
        {onChoose === undefined ? (
          <strong>{agencyName}</strong>
        ) : (
          <Checkbox
            label={agencyName}
            checked={taken === items.length}
            indeterminate={taken > 0 && taken < items.length}
            onChange={(event) => onChoose(ids, event.currentTarget.checked)}
          />
        )}
        <span className="late">
          {t('{n} việc, lâu nhất {days} ngày làm việc', {
            n: formatNumber(items.length),
            days: formatNumber(worst),
          })}
        </span>
      </div>
      <details open={isAlone && items.length <= FEW}>
        <summary>
          {t('Xem từng việc')}
          <span className="visually-hidden"> {agencyName}</span>
        </summary>
        <ul className="overdue-items">
          {items.map((item) => (
            <li key={item.dueItemId}>
              <Item
                item={item}
                {...(chosen === undefined ? {} : { chosen })}
                {...(onChoose === undefined ? {} : { onChoose })}
              />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Item({
  item,
  chosen,
  onChoose,
}: Omit<OverdueListProps, 'agencies'> & { readonly item: OverdueItem }) {
  const words = `${item.code} ${item.name}${item.label === null ? '' : ` (${item.label})`}`;
  return (
    <>
      {onChoose === undefined ? (
        <span>{words}</span>
      ) : (
        <Checkbox
          size="sm"
          label={words}
          checked={chosen?.has(item.dueItemId) === true}
          onChange={(event) => onChoose([item.dueItemId], event.currentTarget.checked)}
        />
      )}
      <p className="overdue-facts">
        <span className="late">
          {t('Quá hạn {days} ngày làm việc', { days: formatNumber(item.daysLate) })}
        </span>
        <span>{t('hạn {day}', { day: formatDay(item.dueOn) })}</span>
        {item.basis === '' ? null : <span className="dim">“{item.basis}”</span>}
        <Chip>{formatState(item.state)}</Chip>
        {item.role === 'coordinate' ? <Chip>{t('phối hợp')}</Chip> : null}
        <span className="dim">
          {item.lastReportOn === null
            ? t('chưa có báo cáo')
            : t('báo cáo gần nhất {day}', { day: formatDay(item.lastReportOn) })}
        </span>
        {item.urged === 0 || item.urgedOn === null ? null : (
          <Chip tone="warn">
            {t('đã đôn đốc {n} lần, gần nhất {day}', {
              n: formatNumber(item.urged),
              day: formatDay(item.urgedOn),
            })}
          </Chip>
        )}
        <PageLink to={paths.part(item.assignmentId)} aria-label={t('Mở phần việc {work}', { work: words })}>
          {t('Mở')}
        </PageLink>
      </p>
    </>
  );
}
