import {
  addWorkingDays,
  type CountedDay,
  rollBack,
  rollForward,
  subtractWorkingDays,
} from './count-working-days.ts';
import { dayWords } from './day-words.ts';
import type { WorkCalendar } from './work-calendar.ts';

export const SPAN_UNITS = ['working-day', 'day', 'week', 'half-month', 'month', 'half-year', 'year'] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** A distance from a day, as a law or a plan words it: "chậm nhất 05 ngày làm việc trước ngày có hiệu lực". */
export interface Span {
  readonly n: number;
  readonly unit: SpanUnit;
  readonly direction: 'after' | 'before';
  /** Days that need not follow each other: a month is then thirty of them, a year 365 (BLDS 2015, Điều 146). */
  readonly separate?: true | undefined;
  /** The event the day is of, in the words of the document: "ngày có hiệu lực". */
  readonly anchorWords?: string | undefined;
}

const UNIT_WORDS: Readonly<Record<SpanUnit, string>> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  week: 'tuần',
  'half-month': 'nửa tháng',
  month: 'tháng',
  'half-year': 'nửa năm',
  year: 'năm',
};

/** Days of a unit where they need not follow each other (BLDS 2015, Điều 146). */
const SEPARATE_DAYS: Readonly<Record<Exclude<SpanUnit, 'working-day' | 'half-year'>, number>> = {
  day: 1,
  week: 7,
  'half-month': 15,
  month: 30,
  year: 365,
};

/**
 * Last day in time of a span from a day. Forward: the day itself is not counted (BLDS 2015, Điều 147), a month
 * without that day ends on its last, and a last day that is a rest day rolls on (Điều 148). Backward, rolling on would
 * shorten the notice somebody is owed, so a rest day is answered with the last working day before it.
 */
export function computeDeadline(
  { n, unit, direction, separate, anchorWords }: Span,
  day: string,
  calendar: WorkCalendar,
): CountedDay {
  const of = `${anchorWords ?? 'ngày'} ${dayWords(day)}`;
  const words = `${n} ${UNIT_WORDS[unit]} ${direction === 'after' ? 'kể từ sau' : 'trước'} ${of}`;
  if (unit === 'working-day') {
    const counted =
      direction === 'after' ? addWorkingDays(calendar, day, n) : subtractWorkingDays(calendar, day, n);
    return { ...counted, reason: counted.reason.replace(`${n} ngày làm việc`, words) };
  }
  const length = direction === 'after' ? n : -n;
  const counted =
    separate === true && unit !== 'half-year'
      ? shift(day, length * SEPARATE_DAYS[unit], 'day')
      : shift(day, length, unit);
  const settled = direction === 'after' ? rollForward(calendar, counted) : rollBack(calendar, counted);
  return {
    ...settled,
    reason: [`${words}: ${dayWords(counted)}`, ...(settled.reason === '' ? [] : [settled.reason])].join('; '),
  };
}

function shift(day: string, n: number, unit: Exclude<SpanUnit, 'working-day'>): string {
  const from = Temporal.PlainDate.from(day);
  // Temporal ends a month that lacks the day on its last, as Điều 148 does.
  switch (unit) {
    case 'day':
      return from.add({ days: n }).toString();
    case 'week':
      return from.add({ weeks: n }).toString();
    case 'half-month':
      return from.add({ days: n * 15 }).toString();
    case 'month':
      return from.add({ months: n }).toString();
    case 'half-year':
      return from.add({ months: n * 6 }).toString();
    case 'year':
      return from.add({ years: n }).toString();
  }
}
