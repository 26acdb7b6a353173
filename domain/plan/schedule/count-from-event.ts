import { computeDeadline, type Span } from '../../calendar/compute-deadline.ts';
import { dayWords } from '../../calendar/day-words.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { HappenedEvent, ScheduleDerivation, ScheduleItem } from './schedule-item.ts';
import { BACKWARD_RULE, EVENT_RULE, OWNER_RULE } from './schedule-rules.ts';

/** The day a distance from an event ends on, once the owner of the plan said when the event is. */
export function countFromEvent(
  words: string,
  span: Span,
  happened: HappenedEvent,
  calendar: WorkCalendar,
): { readonly dueOn: string; readonly derivation: ScheduleDerivation } {
  const counted = computeDeadline(span, happened.on, calendar);
  return {
    dueOn: counted.day,
    derivation: {
      words,
      part: words,
      rules: [EVENT_RULE, ...(span.direction === 'before' ? [BACKWARD_RULE] : []), OWNER_RULE],
      steps: [
        `Cơ quan chủ trì kế hoạch ghi ${span.anchorWords ?? 'ngày bắt đầu tính'} là ${dayWords(happened.on)}: ${happened.reason}`,
        `${counted.reason}.`,
      ],
      skipped: counted.skipped.map(({ day }) => day),
      madeUp: counted.madeUp.map(({ day }) => day),
      missing: counted.covered ? [] : ['Lịch ngày nghỉ chưa có cho thời gian này'],
      fixed: false,
      event: { span, happened },
    },
  };
}

/**
 * What is held, counted anew by what the document asks now and by another calendar; undefined where its day was not
 * counted from an event, or the document counts from none any more.
 */
export function recountItem(
  held: ScheduleItem,
  asked: ScheduleItem,
  calendar: WorkCalendar,
): ScheduleItem | undefined {
  const happened = held.derivation.event?.happened;
  const span = asked.derivation.event?.span;
  if (happened === undefined || span === undefined) return undefined;
  return { ...held, ...countFromEvent(asked.derivation.words, span, happened, calendar) };
}
