import { type DayCounter, WEEKDAYS } from '#domain/plan/schedule/day-counter.ts';
import type { Tx } from '../../db/executor.ts';
import type { Deps } from '../../deps.ts';

/** The days of the province as schedules count them. */
export async function loadDayCounter(_tx: Tx, _deps: Deps): Promise<DayCounter> {
  return WEEKDAYS;
}
