import type { DueRow } from '#contract/task/work.ts';
import { OPEN_STATES } from '#domain/task/work/work-act.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { actorId, type Deps, inScope, todayOf } from '../../deps.ts';
import { presentDue } from './due-row.present.ts';
import { type DueFilter, listDueRecords } from './due-row.store.ts';
import { ownAgencies } from './own-agencies.ts';

export interface Mine {
  readonly today: string;
  readonly personId: string;
  readonly todo: DueRow[];
  readonly waiting: DueRow[];
}

/** The work of one's own agencies, whole: it is as long as what they were given to do. */
export function listMine(deps: Deps): Promise<Mine> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const calendar = await loadCalendar(tx);
    const agencyIds = ownAgencies(deps);
    const list = async (filter: DueFilter) =>
      agencyIds.length === 0
        ? []
        : (await listDueRecords(tx, { agencyIds, ...filter }, { today })).map((record) =>
            presentDue(record, { today, calendar }),
          );
    return {
      today,
      personId: actorId(deps) ?? '',
      todo: await list({ states: OPEN_STATES }),
      waiting: await list({ view: 'submitted' }),
    };
  });
}
