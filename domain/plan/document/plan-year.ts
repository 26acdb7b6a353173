import type { PlanMeta } from './plan-reading.ts';

/** The year deadlines of a plan mean where they name none: that of its period, or of its date. */
export function yearOf({ period, date }: Pick<PlanMeta, 'period' | 'date'>): number | undefined {
  const year = Number(/\d{4}$/.exec(period ?? '')?.[0] ?? date?.slice(0, 4) ?? Number.NaN);
  return Number.isInteger(year) ? year : undefined;
}
