import { dayWithWhy, dayWords, shortDay } from './day-words.ts';
import { fromEpochDay, toEpochDay, weekdayOf } from './epoch-day.ts';
import type { DayMark, WorkCalendar } from './work-calendar.ts';

/** A day that was counted to, with the words that let anybody count it again. */
export interface CountedDay {
  /** ISO date. */
  readonly day: string;
  /** "5 ngày làm việc, trừ 30/4 (Ngày Chiến thắng), thứ Bảy, Chủ nhật 02–03/5; tính làm bù 26/4". */
  readonly reason: string;
  /** Holidays and days given for them that were passed over; weekends are not among them. */
  readonly skipped: readonly DayMark[];
  /** Rest days of the week that were worked, and counted. */
  readonly madeUp: readonly DayMark[];
  /** False where some holiday of the years counted through is not known yet. */
  readonly covered: boolean;
}

/**
 * The day n working days after, counting from the day after (BLDS 2015, Điều 147). n is a whole number from 0 on;
 * 0 is the day itself.
 */
export function addWorkingDays(calendar: WorkCalendar, day: string, n: number): CountedDay {
  requireCount(n);
  const end = n === 0 ? day : calendar.nthWorkingDay(calendar.running(day) + n);
  return explain(calendar, { from: day, to: end, first: next(day, 1), last: end }, `${n} ngày làm việc`, end);
}

/** The day n working days before, not counting the day itself. */
export function subtractWorkingDays(calendar: WorkCalendar, day: string, n: number): CountedDay {
  requireCount(n);
  const before = calendar.running(next(day, -1));
  const end = n === 0 ? day : calendar.nthWorkingDay(before - n + 1);
  return explain(
    calendar,
    { from: end, to: day, first: end, last: next(day, -1) },
    `${n} ngày làm việc`,
    end,
  );
}

/** Working days in (from, to]; negative where to lies before from. */
export function countWorkingDays(calendar: WorkCalendar, from: string, to: string): number {
  return calendar.running(to) - calendar.running(from);
}

/** The day itself, or the next working day where it is none (BLDS 2015, Điều 148 khoản 5). */
export function rollForward(calendar: WorkCalendar, day: string): CountedDay {
  if (calendar.isWorkingDay(day))
    return { day, reason: '', skipped: [], madeUp: [], covered: isCovered(calendar, day, day) };
  const end = calendar.nthWorkingDay(calendar.running(day) + 1);
  return explain(
    calendar,
    { from: day, to: end, first: day, last: end },
    `${dayWords(day)} là ngày nghỉ nên chuyển sang ${dayWords(end)}`,
    end,
  );
}

/** The day itself, or the last working day before it. */
export function rollBack(calendar: WorkCalendar, day: string): CountedDay {
  if (calendar.isWorkingDay(day))
    return { day, reason: '', skipped: [], madeUp: [], covered: isCovered(calendar, day, day) };
  const end = calendar.nthWorkingDay(calendar.running(day));
  return explain(
    calendar,
    { from: end, to: day, first: end, last: day },
    `${dayWords(day)} là ngày nghỉ nên lấy ngày làm việc liền trước ${dayWords(end)}`,
    end,
  );
}

interface Stretch {
  readonly from: string;
  readonly to: string;
  /** First and last day looked at. */
  readonly first: string;
  readonly last: string;
}

function explain(calendar: WorkCalendar, stretch: Stretch, words: string, day: string): CountedDay {
  const { first, last } = stretch;
  const marks = first > last ? [] : calendar.marksBetween(first, last);
  const skipped = marks.filter(({ effect }) => effect === 'off');
  const madeUp = marks.filter(({ effect }) => effect === 'work');
  const passed = [
    ...skipped.map((mark) => dayWithWhy(shortDay(mark.day), mark.words)),
    ...weekendWords(calendar, first, last),
  ];
  const covered = isCovered(calendar, stretch.from, stretch.to);
  const reason = [
    passed.length === 0 ? words : `${words}, trừ ${passed.join(', ')}`,
    ...(madeUp.length === 0
      ? []
      : [`tính cả ngày làm bù ${madeUp.map((mark) => shortDay(mark.day)).join(', ')}`]),
    ...(covered ? [] : ['lịch nghỉ của thời gian này chưa đầy đủ nên ngày có thể đổi']),
  ].join('; ');
  return { day, reason, skipped, madeUp, covered };
}

const MOST_WEEKENDS_NAMED = 4;

/** "thứ Bảy, Chủ nhật 02–03/5, 09–10/5"; many weekends are counted. */
function weekendWords(calendar: WorkCalendar, first: string, last: string): readonly string[] {
  const days: number[] = [];
  const end = toEpochDay(last);
  for (let at = toEpochDay(first); at <= end; at++)
    if (weekdayOf(at) > 5 && !calendar.isWorkingDay(fromEpochDay(at))) days.push(at);
  if (days.length === 0) return [];
  const weekends: number[][] = [];
  for (const at of days) {
    const open = weekends.at(-1);
    if (open?.at(-1) === at - 1) open.push(at);
    else weekends.push([at]);
  }
  if (weekends.length > MOST_WEEKENDS_NAMED) return [`${days.length} ngày thứ Bảy, Chủ nhật`];
  const named = weekends.map((weekend) =>
    spanWords(fromEpochDay(weekend[0] ?? 0), fromEpochDay(weekend.at(-1) ?? 0)),
  );
  return [`thứ Bảy, Chủ nhật ${named.join(', ')}`];
}

function spanWords(from: string, to: string): string {
  if (from === to) return shortDay(from);
  return from.slice(5, 7) === to.slice(5, 7)
    ? `${from.slice(8, 10)}–${shortDay(to)}`
    : `${shortDay(from)}–${shortDay(to)}`;
}

function isCovered(calendar: WorkCalendar, from: string, to: string): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    if (!calendar.isComplete(year)) return false;
  return true;
}

function next(day: string, by: number): string {
  return fromEpochDay(toEpochDay(day) + by);
}

function requireCount(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no number of working days`);
}
