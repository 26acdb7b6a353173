import { type CalendarNotice, KNOWN_NOTICES, noticesKnownOn } from './calendar-notice.ts';
import { fromEpochDay, toEpochDay, weekdayOf } from './epoch-day.ts';

/** Why a day is not what its weekday says: a Monday off, a Saturday worked. */
export interface DayMark {
  /** ISO date. */
  readonly day: string;
  readonly effect: 'off' | 'work';
  readonly words: string;
  readonly source: string;
  readonly verified: boolean;
  readonly noticeId: string;
}

/**
 * Which days are worked: Monday to Friday, without holidays and the days given for them, with the Saturdays made up
 * (Bộ luật Lao động 2019, Điều 111, 112). Every question is answered from one running number.
 */
export interface WorkCalendar {
  /** Days it can be asked about (ISO dates). */
  readonly firstDay: string;
  readonly lastDay: string;
  isWorkingDay(day: string): boolean;
  /** Why the day is not what its weekday says. */
  mark(day: string): DayMark | undefined;
  /** Working days up to and including the day, since a day long ago: their differences count. */
  running(day: string): number;
  /** The day with that running number that is worked. */
  nthWorkingDay(running: number): string;
  /** Whether every holiday of the year was known, so that counting in it is sure. */
  isComplete(year: number): boolean;
  /** The marks within [from, to], in order. */
  marksBetween(from: string, to: string): readonly DayMark[];
}

const FIRST = toEpochDay('2000-01-01');
const LAST = toEpochDay('2080-12-31');

/** The calendar of these notices as it was known on a day; left out, as it is known now. */
export function buildCalendar(
  notices: readonly CalendarNotice[] = KNOWN_NOTICES,
  { knownOn }: { readonly knownOn?: string | undefined } = {},
): WorkCalendar {
  const marks = new Map<number, DayMark>();
  const standing = noticesKnownOn(notices, knownOn);
  for (const { id, source, verified, days } of standing)
    for (const { day, effect, words } of days) {
      const at = toEpochDay(day);
      const isRestDay = weekdayOf(at) > 5;
      // A holiday on a Sunday changes nothing; a notice that says what the weekday says lifts an earlier one.
      if (isRestDay === (effect === 'off')) marks.delete(at);
      // What was seen in its document is not made doubtful again by the same from hearsay.
      else if (verified || marks.get(at)?.verified !== true)
        marks.set(at, { day, effect, words, source, verified, noticeId: id });
    }
  const completed = standing.flatMap(({ completesYear }) => completesYear ?? []);
  return countDays(marks, new Set(completed));
}

function countDays(marks: ReadonlyMap<number, DayMark>, complete: ReadonlySet<number>): WorkCalendar {
  const running = new Int32Array(LAST - FIRST + 1);
  const worked: number[] = [];
  const works = (at: number) => {
    const mark = marks.get(at);
    return mark === undefined ? weekdayOf(at) <= 5 : mark.effect === 'work';
  };
  for (let at = FIRST; at <= LAST; at++) {
    if (works(at)) worked.push(at);
    running[at - FIRST] = worked.length;
  }
  const sorted = [...marks.values()].toSorted((a, b) => a.day.localeCompare(b.day));
  const place = (day: string) => {
    const at = toEpochDay(day);
    if (!(at >= FIRST && at <= LAST)) throw new RangeError(`${day} is outside the calendar`);
    return at;
  };
  return {
    firstDay: fromEpochDay(FIRST),
    lastDay: fromEpochDay(LAST),
    isWorkingDay: (day) => works(place(day)),
    mark: (day) => marks.get(place(day)),
    running: (day) => running[place(day) - FIRST] ?? 0,
    nthWorkingDay: (number) => {
      const at = worked[number - 1];
      if (at === undefined) throw new RangeError(`there is no working day number ${number}`);
      return fromEpochDay(at);
    },
    isComplete: (year) => complete.has(year),
    marksBetween: (from, to) => sorted.filter(({ day }) => day >= from && day <= to),
  };
}
