import type { Span } from '../../calendar/compute-deadline.ts';
import { dayWords, weekdayWords } from '../../calendar/day-words.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { type Refusal, refusal } from '../../kernel/refusal.ts';
import type { MilestoneProposal, ScheduleDerivation, ScheduleKind } from './schedule-item.ts';
import { OWNER_RULE } from './schedule-rules.ts';

/** What of the task a given day must fit. */
export interface DayFrame {
  readonly kind: ScheduleKind;
  /** Last day of the whole task, where it has one. */
  readonly wholeEnd: string | null;
  readonly issuedOn: string | null;
}

/** Why a day cannot be given; undefined where it can. */
export function refuseDay(day: string, frame: DayFrame, calendar: WorkCalendar): Refusal | undefined {
  if (!isRealDay(day) || day < calendar.firstDay || day > calendar.lastDay)
    return refusal('schedule-day-unreal', { day });
  if (frame.issuedOn !== null && day < frame.issuedOn)
    return refusal('schedule-before-issue', { day: dayWords(day), issued: dayWords(frame.issuedOn) });
  if (frame.kind !== 'whole' && frame.wholeEnd !== null && day > frame.wholeEnd)
    return refusal('schedule-after-whole', { day: dayWords(day), end: dayWords(frame.wholeEnd) });
  return undefined;
}

/** The derivation of a day its owner gave, with the words of the plan it stands beside. */
export function deriveGivenDay(
  words: string,
  { day, reason }: { readonly day: string; readonly reason: string },
  calendar: WorkCalendar,
  span?: Span,
): ScheduleDerivation {
  return {
    words,
    part: words,
    rules: [OWNER_RULE],
    steps: [
      `Cơ quan chủ trì kế hoạch ấn định ngày ${dayWords(day)}: ${reason}`,
      ...warnOfRest(day, calendar),
    ],
    skipped: [],
    madeUp: [],
    missing: [],
    fixed: true,
    ...(span === undefined ? {} : { event: { span } }),
  };
}

/** The derivation of a proposal once it is accepted, perhaps for another day. A day somebody accepted stays. */
export function deriveAccepted(
  { derivation, dueOn }: MilestoneProposal,
  given: { readonly day: string; readonly reason: string } | undefined,
  calendar: WorkCalendar,
): ScheduleDerivation {
  if (given === undefined) return { ...derivation, fixed: true };
  return {
    ...derivation,
    rules: [...derivation.rules, OWNER_RULE],
    steps: [
      ...derivation.steps,
      `Cơ quan chủ trì kế hoạch chọn ngày ${dayWords(given.day)} thay cho ngày đề xuất ${dayWords(dueOn)}: ${given.reason}`,
      ...warnOfRest(given.day, calendar),
    ],
    fixed: true,
  };
}

/** Within one task, what an item is known by. */
export function itemKey({ kind, label }: { readonly kind: string; readonly label: string }): string {
  return `${kind} ${label}`;
}

function warnOfRest(day: string, calendar: WorkCalendar): readonly string[] {
  return calendar.isWorkingDay(day)
    ? []
    : [
        `Ngày ${dayWords(day)} (${weekdayWords(day)}) là ngày nghỉ; ngày đã ấn định nên không chuyển, cần làm xong trước.`,
      ];
}

function isRealDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day).toString() === day;
  } catch {
    return false;
  }
}
