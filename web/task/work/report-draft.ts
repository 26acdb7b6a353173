import type { Amount, Blocker, DueRow } from '#contract/task/work.ts';
import { formatNumber, parseNumber } from '../../i18n/format.ts';

/** A report while it is being written: fields as they stand on the screen. */
export interface ReportDraft {
  readonly text: string;
  readonly occurredOn: string;
  readonly isCounted: boolean;
  /** As typed: 1.234,5 */
  readonly done: string;
  readonly whole: string;
  readonly unit: string;
  readonly step: string | undefined;
  readonly nextOn: string | undefined;
  readonly isBlocked: boolean;
  /** Whether a blocker stood before: unticked it is taken away. */
  readonly wasBlocked: boolean;
  readonly blockedBy: string;
  readonly blockedAgency: string | undefined;
  readonly blockedItem: string | undefined;
  readonly blockedSince: string;
}

export function emptyReport(item: DueRow, today: string): ReportDraft {
  const { amount, blocker } = item;
  return {
    text: '',
    occurredOn: today,
    isCounted: amount !== null,
    done: amount === null ? '' : formatNumber(amount.done),
    whole: amount === null ? '' : formatNumber(amount.whole),
    unit: amount?.unit ?? '',
    step: item.step ?? undefined,
    nextOn: undefined,
    isBlocked: blocker !== null,
    wasBlocked: blocker !== null,
    blockedBy: blocker?.words ?? '',
    blockedAgency: blocker?.agencyId,
    blockedItem: blocker?.dueItemId,
    blockedSince: blocker?.since ?? today,
  };
}

export interface ReportWords {
  readonly text: string;
  readonly occurredOn: string;
  readonly amount?: Amount;
  readonly step?: string;
  readonly nextOn?: string;
  readonly blocker?: Blocker | null;
}

/** What is sent of it; what was left empty is left out. */
export function reportOf(draft: ReportDraft): ReportWords {
  const amount = amountOf(draft);
  const blocker = blockerOf(draft);
  return {
    text: draft.text.trim(),
    occurredOn: draft.occurredOn,
    ...(amount === undefined ? {} : { amount }),
    ...(draft.isCounted || draft.step === undefined ? {} : { step: draft.step }),
    ...(draft.nextOn === undefined ? {} : { nextOn: draft.nextOn }),
    ...(blocker === undefined ? {} : { blocker }),
  };
}

/** Whether it says enough to be sent: words, whole figures where it is counted, and whom a blocker waits for. */
export function isReady(draft: ReportDraft): boolean {
  const isFigureAsked = draft.isCounted && (draft.done !== '' || draft.whole !== '' || draft.unit !== '');
  return (
    draft.text.trim() !== '' &&
    (!isFigureAsked || amountOf(draft) !== undefined) &&
    (!draft.isBlocked || draft.blockedBy.trim() !== '')
  );
}

function amountOf({ isCounted, done, whole, unit }: ReportDraft): Amount | undefined {
  const [some, all] = [parseNumber(done), parseNumber(whole)];
  if (!isCounted || some === undefined || all === undefined || all === 0 || unit.trim() === '')
    return undefined;
  return { done: some, whole: all, unit: unit.trim() };
}

function blockerOf(draft: ReportDraft): Blocker | null | undefined {
  if (!draft.isBlocked) return draft.wasBlocked ? null : undefined;
  return {
    words: draft.blockedBy.trim(),
    since: draft.blockedSince,
    ...(draft.blockedAgency === undefined ? {} : { agencyId: draft.blockedAgency }),
    ...(draft.blockedItem === undefined ? {} : { dueItemId: draft.blockedItem }),
  };
}
