import { refusal } from '../kernel/refusal.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { type CalendarNotice, noticesKnownOn } from './calendar-notice.ts';
import { dayWords } from './day-words.ts';
import { buildCalendar, type WorkCalendar } from './work-calendar.ts';

type EnteredWords = CalendarNotice & { readonly knownFrom: string };

/** Further off, a notice is a slip of the pen. */
const FIRST = '2015-01-01';
const LAST = '2040-12-31';

/** The calendar once a notice is entered, or why it cannot be. `notices` are all there are, in the order entered. */
export function decideNotice(
  notice: EnteredWords,
  notices: readonly CalendarNotice[],
  today: string,
): Result<WorkCalendar> {
  const { days, withdraws, completesYear, knownFrom } = notice;
  if (knownFrom > today)
    return refuse(refusal('calendar-notice-future', { day: dayWords(knownFrom), today: dayWords(today) }));
  if (withdraws !== undefined) {
    const taken = notices.find(({ id }) => id === withdraws);
    if (taken === undefined) return refuse(refusal('not-found', { what: 'thông báo này' }));
    if (taken.withdraws !== undefined) return refuse(refusal('calendar-withdrawal-stands'));
    if (!noticesKnownOn(notices, undefined).some(({ id }) => id === withdraws))
      return refuse(refusal('calendar-notice-withdrawn'));
  }
  if (days.length === 0 && withdraws === undefined && completesYear === undefined)
    return refuse(refusal('calendar-notice-empty'));
  const twice = days.find(({ day }, at) => days.findIndex((other) => other.day === day) !== at);
  if (twice !== undefined) return refuse(refusal('calendar-day-twice', { day: dayWords(twice.day) }));
  const outside = days.find(({ day }) => day < FIRST || day > LAST);
  if (outside !== undefined)
    return refuse(
      refusal('calendar-day-outside', {
        day: dayWords(outside.day),
        first: dayWords(FIRST),
        last: dayWords(LAST),
      }),
    );
  const before = buildCalendar(notices);
  const after = buildCalendar([...notices, notice]);
  // A day that was only thought to be off is confirmed by the document itself.
  const confirms = (day: string) => before.mark(day)?.verified === false && notice.verified;
  const idle = days.filter(
    ({ day, effect }) => before.isWorkingDay(day) === (effect === 'work') && !confirms(day),
  );
  if (
    days.length > 0 &&
    idle.length === days.length &&
    withdraws === undefined &&
    completesYear === undefined
  )
    return refuse(refusal('calendar-notice-idle', { days: idle.map(({ day }) => dayWords(day)).join(', ') }));
  return accept(after);
}
