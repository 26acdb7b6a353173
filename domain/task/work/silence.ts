import data from './data/silence.json' with { type: 'json' };
import { OPEN_STATES, type WorkState } from './work-act.ts';

/** Calendar days after which the next news are expected where the agency named no day. */
export const DAYS_BETWEEN_REPORTS = data.daysBetweenReports;

/** Calendar days before the due day at which first news are expected of what nobody has reported on. */
export const DAYS_BEFORE_DUE = data.daysBeforeDue;

export interface QuietItem {
  readonly state: WorkState;
  readonly startsOn: string | null;
  readonly dueOn: string | null;
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
  const expected = item.nextOn !== null && item.nextOn >= began ? item.nextOn : expectedAfter(item, began);
  return expected < today ? expected : null;
}

function expectedAfter({ lastReportOn, dueOn }: QuietItem, began: string): string {
  const next = shift(began, DAYS_BETWEEN_REPORTS);
  if (lastReportOn !== null || dueOn === null) return next;
  const first = shift(dueOn, -DAYS_BEFORE_DUE);
  // What is given a few days only is not asked for news on its first.
  return first > began && first < next ? first : next;
}

function shift(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
