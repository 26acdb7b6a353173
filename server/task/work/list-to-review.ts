import type { MyWorkFilter, ToReview } from '#contract/task/work.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import { actorId, type Deps, inScope, todayOf } from '../../deps.ts';
import { presentDue } from './due-row.present.ts';
import { countDue, type DueFilter, listDueAgencies, listDueRecords } from './due-row.store.ts';
import { ownAgencies } from './own-agencies.ts';
import { listLedTasks } from './work.store.ts';

/** What waits for a decision of the person, soonest due first, some at a time: a province's may be long. */
export function listToReview(
  deps: Deps,
  { limit, offset, ...asked }: MyWorkFilter & { readonly limit: number; readonly offset: number },
): Promise<ToReview> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const forReview = await loadReviewer(tx, deps);
    const { agencyId, state, holder, ...words } = asked;
    const filter: DueFilter = {
      ...words,
      forReview,
      ...(agencyId === undefined ? {} : { agencyIds: [agencyId] }),
      ...(state === undefined ? {} : { states: [state] }),
      ...(holder === undefined ? {} : { holderId: forReview.personId ?? undefined }),
    };
    const calendar = await loadCalendar(tx);
    return {
      total: await countDue(tx, filter, today),
      agencies: [...(await listDueAgencies(tx, { forReview }, today))],
      rows: (await listDueRecords(tx, filter, { today, limit, offset })).map((record) =>
        presentDue(record, { today, calendar }),
      ),
    };
  });
}

/** What helps a task is for its leads to review, though the owner may: it would bury what waits for nobody else. */
async function loadReviewer(tx: Tx, deps: Deps) {
  const own = ownAgencies(deps);
  const decidesHelpers = deps.decide('work.review', { agencyIds: own }).ok;
  return {
    personId: actorId(deps) ?? null,
    decidesLeads: deps.decide('work.review', { agencyIds: [] }).ok,
    ledTaskIds: decidesHelpers ? [...(await listLedTasks(tx, own))] : [],
  };
}
