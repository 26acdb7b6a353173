import { fromEpochDay, toEpochDay } from './epoch-day.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A moment of local time: ISO date, minutes since midnight. */
export interface LocalTime {
  readonly day: string;
  readonly minute: number;
}

/** When an office works on a working day: stretches of minutes since midnight, in order, not touching. */
export type OfficeHours = readonly { readonly from: number; readonly to: number }[];

/**
 * The day from which a receipt counts: the day it came, or the next working day where it came on a rest day or after
 * the cut-off its procedure names. Without a named cut-off the whole day counts; the law names none.
 */
export function dayOfReceipt(calendar: WorkCalendar, { day, minute }: LocalTime, cutOff?: number): string {
  const isTooLate = cutOff !== undefined && minute > cutOff;
  if (calendar.isWorkingDay(day) && !isTooLate) return day;
  return calendar.nthWorkingDay(calendar.running(day) + 1);
}

/** A span in hours runs from its instant, day and night (BLDS 2015, Điều 147 khoản 1). */
export function addClockMinutes({ day, minute }: LocalTime, minutes: number): LocalTime {
  const total = minute + minutes;
  const days = Math.floor(total / 1440);
  return { day: fromEpochDay(toEpochDay(day) + days), minute: total - days * 1440 };
}

/** A span in hours of work ("08 giờ làm việc") runs while the office works. */
export function addWorkingMinutes(
  calendar: WorkCalendar,
  from: LocalTime,
  minutes: number,
  hours: OfficeHours,
): LocalTime {
  if (hours.length === 0 || hours.some(({ from: opens, to }) => to <= opens))
    throw new RangeError('an office without hours');
  let left = minutes;
  let { day, minute } = calendar.isWorkingDay(from.day)
    ? from
    : { day: nextDay(calendar, from.day), minute: 0 };
  for (;;) {
    for (const { from: opens, to: closes } of hours) {
      const start = Math.max(opens, minute);
      if (start > closes) continue;
      if (left <= closes - start) return { day, minute: start + left };
      left -= closes - start;
    }
    day = nextDay(calendar, day);
    minute = 0;
  }
}

function nextDay(calendar: WorkCalendar, day: string): string {
  return calendar.nthWorkingDay(calendar.running(day) + 1);
}
