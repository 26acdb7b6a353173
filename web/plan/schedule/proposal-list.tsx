import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ScheduleProposal, TaskSchedule } from '#contract/plan/schedule.ts';
import { explainFailure } from '../../api.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { useAccess } from '../../session.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/state.tsx';
import { DecideManyForm, EditProposalForm } from './day-forms.tsx';
import { type Offer, useDecide } from './schedule-queries.ts';
import { formatDaysLeft, formatGround } from './schedule-words.ts';
import { WhyThisDay } from './why-this-day.tsx';

/** How several proposals are chosen, to be decided on at once. */
export interface Choosing {
  readonly isChosen: (offer: Offer) => boolean;
  readonly onChoose: (offer: Offer, isChosen: boolean) => void;
}

interface ProposalListProps {
  readonly task: TaskSchedule;
  readonly proposals: readonly ScheduleProposal[];
  /** Where several can be decided on at once. */
  readonly choosing?: Choosing;
}

/** What is proposed for a task: each accepted as it is, for another day, or not wanted. */
export function ProposalList({ task, proposals, choosing }: ProposalListProps) {
  const decide = useDecide();
  if (proposals.length === 0) return null;
  return (
    <>
      {decide.error === null ? null : (
        <Failure title={t('Không lưu được')} sentences={explainFailure(decide.error)} />
      )}
      <ul className="due-list">
        {proposals.map((proposal) => {
          const offer = { task, proposal };
          return (
            <li key={`${proposal.kind} ${proposal.label}`} data-proposed="true">
              <div className="due-head">
                {choosing === undefined ? null : (
                  <Checkbox
                    aria-label={t('Chọn mốc: {code} {label}', { code: task.code, label: proposal.label })}
                    checked={choosing.isChosen(offer)}
                    onChange={(event) => choosing.onChoose(offer, event.currentTarget.checked)}
                  />
                )}
                <strong>{formatDay(proposal.dueOn)}</strong>
                <span>{proposal.label}</span>
                <Chip tone="accent">{formatGround(proposal.ground)}</Chip>
                <span className="dim small">{formatDaysLeft(proposal.workingDaysLeft)}</span>
                <ProposalActs
                  offer={offer}
                  isPending={decide.isPending}
                  onAccept={() => decide.mutate({ decision: 'accept', offers: [offer] })}
                />
              </div>
              <p className="small">{proposal.reason}</p>
              {proposal.declined === null ? null : <Declined declined={proposal.declined} />}
              <WhyThisDay derivation={proposal.derivation} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Declined({ declined }: { readonly declined: NonNullable<ScheduleProposal['declined']> }) {
  return (
    <p className="small">
      <Chip>{t('không dùng')}</Chip> {declined.reason}{' '}
      <span className="dim">
        {declined.author === null ? null : `${declined.author}, `}
        {formatDay(declined.recordedAt.slice(0, 10))}
      </span>
    </p>
  );
}

function ProposalActs({
  offer,
  isPending,
  onAccept,
}: {
  readonly offer: Offer;
  readonly isPending: boolean;
  readonly onAccept: () => void;
}) {
  const [act, setAct] = useState<'edit' | 'decline'>();
  const { allowed } = useAccess('schedule.accept');
  if (!allowed) return null;
  const { task, proposal } = offer;
  const what = { code: task.code, label: proposal.label };
  const close = () => setAct(undefined);
  return (
    <span className="due-acts no-print">
      <Button
        size="compact-sm"
        variant="light"
        loading={isPending}
        onClick={onAccept}
        aria-label={t('Chấp nhận: {code} {label}', what)}
      >
        {t('Chấp nhận')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => setAct('edit')}
        aria-label={t('Chọn ngày khác: {code} {label}', what)}
      >
        {t('Ngày khác')}
      </Button>
      {proposal.declined === null ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setAct('decline')}
          aria-label={t('Không dùng: {code} {label}', what)}
        >
          {t('Không dùng')}
        </Button>
      ) : null}
      <Dialog title={t('Chọn ngày khác: {code} {label}', what)} isOpen={act === 'edit'} onClose={close}>
        <EditProposalForm offer={offer} onDone={close} />
      </Dialog>
      <Dialog title={t('Không dùng: {code} {label}', what)} isOpen={act === 'decline'} onClose={close}>
        <DecideManyForm decision="decline" offers={[offer]} onDone={close} />
      </Dialog>
    </span>
  );
}
