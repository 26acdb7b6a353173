import { formatDay } from '../access/format-days.ts';

/** What reminding asks of the calendar of a province (domain/calendar/work-calendar.ts). Days are ISO dates. */
export interface WorkingDays {
  readonly isWorkingDay: (day: string) => boolean;
}

/** Far enough for any rule, and an end for a calendar that knows no working day. */
const FARTHEST = 800;

/** Counts working days, each span once: thousands of items share a few due days. */
export function createCounter({ isWorkingDay }: WorkingDays) {
  const known = new Map<string, number>();
  const count = (from: string, to: string): number => {
    if (to < from) return -count(to, from);
    const key = `${from}|${to}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    let counted = 0;
    let day = from;
    for (let step = 0; day < to && step < FARTHEST; step++) {
      day = nextDay(day);
      if (isWorkingDay(day)) counted += 1;
    }
    known.set(key, counted);
    return counted;
  };
  return count;
}

export function addWorkingDays({ isWorkingDay }: WorkingDays, from: string, days: number): string {
  let day = from;
  let left = days;
  for (let step = 0; left > 0 && step < FARTHEST; step++) {
    day = nextDay(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

export function nextWorkingDay(calendar: WorkingDays, from: string): string {
  return addWorkingDays(calendar, from, 1);
}

/** Weekdays off and Saturdays worked in (from, to], as a sentence goes on: ", trừ 30/04, 01/05; tính bù 09/05". */
export function exceptions({ isWorkingDay }: WorkingDays, from: string, to: string): string {
  const [off, madeUp]: [string[], string[]] = [[], []];
  let day = from;
  for (let step = 0; day < to && step < FARTHEST; step++) {
    day = nextDay(day);
    const isWeekend = Temporal.PlainDate.from(day).dayOfWeek > 5;
    if (isWeekend && isWorkingDay(day)) madeUp.push(day);
    if (!isWeekend && !isWorkingDay(day)) off.push(day);
  }
  const list = (days: readonly string[]) => days.map((one) => formatDay(one).slice(0, 5)).join(', ');
  return [
    ...(off.length === 0 ? [] : [`trừ ${list(off)}`]),
    ...(madeUp.length === 0 ? [] : [`tính bù ${list(madeUp)}`]),
  ].join('; ');
}

export function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** Whether no working day of its week came before it: the day of a weekly digest. */
export function isFirstOfWeek({ isWorkingDay }: WorkingDays, day: string): boolean {
  const date = Temporal.PlainDate.from(day);
  for (let back = 1; back < date.dayOfWeek; back++)
    if (isWorkingDay(date.subtract({ days: back }).toString())) return false;
  return isWorkingDay(day);
}
