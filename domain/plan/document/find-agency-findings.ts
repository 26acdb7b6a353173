import type { Agency } from '../../agency/agency.ts';
import { expandAssignments } from '../../agency/expand-assignments.ts';
import { atRow } from './find-findings.ts';
import type { Finding, PlanRow } from './plan-reading.ts';

/** Agencies a plan names that the directory does not know, or that no longer exist on the day. */
export function findAgencyFindings(
  rows: readonly PlanRow[],
  directory: readonly Agency[],
  day: string,
): readonly Finding[] {
  return rows
    .filter(({ kind }) => kind === 'task')
    .flatMap((row) => {
      const own = row.leads.flatMap(({ coordinators }) => coordinators ?? []);
      const cells = { leads: row.leads, coordinators: [...row.coordinators, ...own] };
      return expandAssignments(cells, directory, day).problems.map(({ code, message, remedy }) =>
        atRow(row, { code, message, remedy }),
      );
    });
}
