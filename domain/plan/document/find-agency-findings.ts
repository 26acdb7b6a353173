import type { Agency } from '../../agency/agency.ts';
import { expandRow } from './expand-row.ts';
import { atRow } from './find-findings.ts';
import type { Finding, PlanRow } from './plan-reading.ts';

/** Agencies a plan names that the directory does not know, or that no longer exist on the day. */
export function findAgencyFindings(
  rows: readonly PlanRow[],
  directory: readonly Agency[],
  day: string,
): readonly Finding[] {
  return rows.flatMap((row) =>
    expandRow(row, directory, day).problems.map(({ code, message, remedy }) =>
      atRow(row, { code, message, remedy }),
    ),
  );
}
