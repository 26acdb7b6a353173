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

interface Asking {
  readonly act: 'edit' | 'decline';
  readonly offer: Offer;
}

/** What is proposed for a task: each accepted as it is, for another day, or not wanted. */
export function ProposalList({ task, proposals, choosing }: ProposalListProps) {
  const decide = useDecide();
  const [asking, setAsking] = useState<Asking>();
  if (proposals.length === 0) return null;
  const close = () => setAsking(undefined);
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
                    size="md"
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
                  onAsk={(act) => setAsking({ act, offer })}
                />
              </div>
              <p className="small">{proposal.reason}</p>
              {proposal.declined === null ? null : <Declined declined={proposal.declined} />}
              <WhyThisDay derivation={withoutReason(proposal)} />
            </li>
          );
        })}
      </ul>
      <Dialog
        title={asking?.act === 'edit' ? t('Chọn ngày khác: {code} {label}', nameOf(asking.offer)) : ''}
        isOpen={asking?.act === 'edit'}
        onClose={close}
      >
        {asking === undefined ? null : <EditProposalForm offer={asking.offer} onDone={close} />}
      </Dialog>
      <Dialog
        title={asking?.act === 'decline' ? t('Không dùng: {code} {label}', nameOf(asking.offer)) : ''}
        isOpen={asking?.act === 'decline'}
        onClose={close}
      >
        {asking === undefined ? null : (
          <DecideManyForm decision="decline" offers={[asking.offer]} onDone={close} />
        )}
      </Dialog>
    </>
  );
}

/** Its reason stands above it already. */
function withoutReason({ derivation, reason }: ScheduleProposal) {
  return { ...derivation, steps: derivation.steps.filter((step) => step !== reason) };
}

function nameOf({ task, proposal }: Offer) {
  return { code: task.code, label: proposal.label };
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

interface ProposalActsProps {
  readonly offer: Offer;
  readonly isPending: boolean;
  readonly onAccept: () => void;
  readonly onAsk: (act: Asking['act']) => void;
}

function ProposalActs({ offer, isPending, onAccept, onAsk }: ProposalActsProps) {
  const { allowed } = useAccess('schedule.accept');
  if (!allowed) return null;
  const what = nameOf(offer);
  return (
    <span className="due-acts no-print">
      <Button
        size="compact-sm"
        variant="light"
        disabled={isPending}
        onClick={onAccept}
        aria-label={t('Chấp nhận: {code} {label}', what)}
      >
        {t('Chấp nhận')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onAsk('edit')}
        aria-label={t('Chọn ngày khác: {code} {label}', what)}
      >
        {t('Ngày khác')}
      </Button>
      {offer.proposal.declined === null ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onAsk('decline')}
          aria-label={t('Không dùng: {code} {label}', what)}
        >
          {t('Không dùng')}
        </Button>
      ) : null}
    </span>
  );
}
