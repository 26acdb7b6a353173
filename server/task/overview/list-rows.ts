import type { DoneAct } from '#contract/task/overview.ts';
import type { DueRow } from '#contract/task/work.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { presentDue } from '../work/due-row.present.ts';
import { countDue, listDueRecords } from '../work/due-row.store.ts';
import { presentAct } from '../work/work.present.ts';
import { type AskedFilter, asDueFilter } from './due-filter.ts';
import { countDays, listDone } from './overview.store.ts';

export interface DueRows {
  readonly today: string;
  readonly total: number;
  readonly rows: DueRow[];
}

/** The rows of a filter. */
export function listRows(
  deps: Deps,
  {
    limit,
    offset,
    order,
    ...asked
  }: AskedFilter & { readonly limit: number; readonly offset: number; readonly order: 'due' | 'unfinished' },
): Promise<DueRows> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const filter = asDueFilter(asked);
    const calendar = await loadCalendar(tx);
    return {
      today,
      total: await countDue(tx, filter, today),
      rows: (await listDueRecords(tx, filter, { today, limit, offset, order })).map((record) =>
        presentDue(record, { today, calendar }),
      ),
    };
  });
}

/** What falls due on each day of a year, beside the days that are not worked. */
export function getYearOfWork(deps: Deps, { year, ...asked }: AskedFilter & { readonly year: number }) {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const calendar = await loadCalendar(tx);
    return {
      today,
      year,
      days: [...(await countDays(tx, { ...asDueFilter(asked), dueFrom: first, dueTo: last }, today))],
      marks: calendar.marksBetween(first, last).map(({ day, effect, words }) => ({ day, effect, words })),
    };
  });
}

/** What was done since a day, newest first. */
export function listRecentActs(
  deps: Deps,
  { since, limit, ...asked }: AskedFilter & { readonly since: string; readonly limit: number },
): Promise<{ total: number; acts: DoneAct[] }> {
  return inScope(deps, async (tx) => {
    const { total, acts } = await listDone(tx, asDueFilter(asked), { today: todayOf(deps), since, limit });
    return {
      total,
      acts: acts.map((record) => ({
        ...presentAct(record),
        dueItemId: record.due_item_id,
        assignmentId: record.assignment_id,
        work: record.work,
        ofAgencyName: record.of_agency_name,
      })),
    };
  });
}
