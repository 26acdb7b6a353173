import { KNOWN_NOTICES } from '#domain/calendar/calendar-notice.ts';
import { buildCalendar, type WorkCalendar } from '#domain/calendar/work-calendar.ts';
import type { Tx } from '../db/executor.ts';
import { listEnteredNotices } from './calendar.store.ts';

/** Notices are never altered, so the calendar of the same ones is the same. */
const built = new Map<string, WorkCalendar>();
const MOST_KEPT = 20;

/** The working days of the province: as they are known now, or as they were known on a day (ISO date). */
export async function loadCalendar(
  tx: Tx,
  { knownOn }: { readonly knownOn?: string | undefined } = {},
): Promise<WorkCalendar> {
  const entered = await listEnteredNotices(tx);
  const key = [knownOn ?? '', ...entered.map(({ id }) => id)].join(' ');
  const held = built.get(key);
  if (held !== undefined) return held;
  const calendar = buildCalendar([...KNOWN_NOTICES, ...entered], { knownOn });
  if (built.size >= MOST_KEPT) built.clear();
  built.set(key, calendar);
  return calendar;
}
