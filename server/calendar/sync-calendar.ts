import { eachDay } from '#domain/calendar/epoch-day.ts';
import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import type { Tx } from '../db/executor.ts';
import { type Deps, inScope } from '../deps.ts';
import { lockCalendar, saveCalendarDays } from './calendar.store.ts';
import { loadCalendar } from './load-calendar.ts';

/** The days a query may count between. */
const FIRST = '2015-01-01';
const LAST = '2040-12-31';

/** Brings the table of days to what the notices say now. Done twice it changes nothing. */
export async function syncCalendar(tx: Tx, deps: Deps): Promise<WorkCalendar> {
  await lockCalendar(tx, deps.provinceId);
  const calendar = await loadCalendar(tx);
  await saveCalendarDays(
    tx,
    deps.provinceId,
    eachDay(FIRST, LAST).map((day) => ({
      day,
      isWorking: calendar.isWorkingDay(day),
      running: calendar.running(day),
    })),
  );
  return calendar;
}

/** At the start of the product: a new version may know more notices. */
export async function syncCalendarAtStart(deps: Deps): Promise<void> {
  await inScope(deps, (tx) => syncCalendar(tx, deps));
}
