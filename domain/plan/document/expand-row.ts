import type { Agency } from '../../agency/agency.ts';
import { type Expansion, expandAssignments } from '../../agency/expand-assignments.ts';
import type { PlanRow } from './plan-reading.ts';

/** The part of every agency in a row, coordinators of a single lead included; only tasks give parts. */
export function expandRow(row: PlanRow, directory: readonly Agency[], day: string): Expansion {
  if (row.kind !== 'task') return { parts: [], problems: [] };
  const own = row.leads.flatMap(({ coordinators }) => coordinators ?? []);
  return expandAssignments({ leads: row.leads, coordinators: [...row.coordinators, ...own] }, directory, day);
}
