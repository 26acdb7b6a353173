import data from './data/silence.json' with { type: 'json' };
import { OPEN_STATES, type WorkState } from './work-act.ts';

/** Calendar days after which the next news are expected where the agency named no day. */
export const DAYS_BETWEEN_REPORTS = data.daysBetweenReports;

export interface QuietItem {
  readonly state: WorkState;
  readonly startsOn: string | null;
  readonly lastReportOn: string | null;
  readonly nextOn: string | null;
}

/**
 * The day news were expected on and did not come (ISO date); null where nobody is silent. An item that has not begun,
 * is handed in or is finished is not.
 */
export function silentSince(item: QuietItem, today: string): string | null {
  if (!OPEN_STATES.includes(item.state)) return null;
  const began = item.lastReportOn ?? item.startsOn;
  if (began === null || began > today) return null;
  const expected =
    item.nextOn !== null && item.nextOn >= began
      ? item.nextOn
      : Temporal.PlainDate.from(began).add({ days: DAYS_BETWEEN_REPORTS }).toString();
  return expected < today ? expected : null;
}
