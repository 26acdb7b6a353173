import { addWorkingDays } from '../calendar/count-working-days.ts';
import { fromEpochDay, toEpochDay, weekdayOf } from '../calendar/epoch-day.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';

/** How often somebody wants letters; the page shows every reminder whatever they choose. */
export const MAIL_CHOICES = ['daily', 'weekly', 'late', 'none'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** Times of day as HH:MM on the clock of Việt Nam. Quiet from a time until the same time is never. */
export interface Quiet {
  readonly from: string;
  readonly to: string;
}

export const DEFAULT_QUIET: Quiet = { from: '20:00', to: '07:00' };
export const DEFAULT_SEND_AT = '07:30';

export function isQuiet({ from, to }: Quiet, time: string): boolean {
  if (from === to) return false;
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/** When the digest of a day may leave at the earliest: at the hour of the province, or when quiet ends after it. */
export function sendMoment(
  calendar: WorkCalendar,
  day: string,
  sendAt: string,
  quiet: Quiet,
): { readonly day: string; readonly time: string } {
  const workingDay = calendar.isWorkingDay(day) ? day : addWorkingDays(calendar, day, 1).day;
  if (!isQuiet(quiet, sendAt)) return { day: workingDay, time: sendAt };
  // Quiet over midnight that begins in the evening ends the next morning.
  if (quiet.to > sendAt) return { day: workingDay, time: quiet.to };
  return { day: addWorkingDays(calendar, workingDay, 1).day, time: quiet.to };
}

/** Whether somebody's digest goes on this day, and which of the reminders are in it. */
export function isDigestDay(calendar: WorkCalendar, day: string, choice: MailChoice): boolean {
  if (choice === 'none') return false;
  return choice === 'weekly' ? isFirstOfWeek(calendar, day) : calendar.isWorkingDay(day);
}

/** Whether no working day of its week came before it: the day of a weekly digest. */
function isFirstOfWeek(calendar: WorkCalendar, day: string): boolean {
  const at = toEpochDay(day);
  const sundayBefore = fromEpochDay(at - weekdayOf(at));
  return calendar.isWorkingDay(day) && calendar.running(day) - calendar.running(sundayBefore) === 1;
}
