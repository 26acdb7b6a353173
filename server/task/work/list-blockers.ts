import type { Blocker, WaitChain } from '#contract/task/work.ts';
import { findChains } from '#domain/task/work/find-chains.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { listDueRecords } from './due-row.store.ts';

/** Who waits for whom among the work the person may see, longest waiting first. */
export function listBlockers(
  deps: Deps,
  { planId }: { readonly planId?: string | undefined },
): Promise<WaitChain[]> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const stuck = await listDueRecords(tx, { planId, view: 'stuck' }, { today });
    const waiting = stuck.map((record) => {
      const blocker = record.blocker as Omit<Blocker, 'since'>;
      return {
        dueItemId: record.id,
        taskId: record.task_id,
        agencyId: record.agency_id,
        words: blocker.words,
        since: record.blocked_since ?? today,
        waitsForAgencyId: blocker.agencyId ?? null,
        waitsForItemId: blocker.dueItemId ?? null,
      };
    });
    const chains = findChains(waiting);
    const named = chains.flatMap(({ steps }) => steps.flatMap(({ dueItemId }) => dueItemId ?? []));
    const items = new Map(
      (await listDueRecords(tx, { itemIds: named }, { today })).map((record) => [record.id, record]),
    );
    const names = new Map((await loadDirectory(tx, deps)).map(({ id, name }) => [id, name]));
    return chains.map(({ isCircle, steps }) => ({
      isCircle,
      steps: steps.map(({ dueItemId, agencyId, words, since }) => {
        const item = dueItemId === null ? undefined : items.get(dueItemId);
        const agency = agencyId ?? item?.agency_id;
        return {
          dueItemId,
          assignmentId: item?.assignment_id ?? null,
          work: item === undefined ? null : `${item.code} ${item.name} (${item.label})`,
          agencyName: agency === undefined ? null : (names.get(agency) ?? agency),
          words,
          since,
        };
      }),
    }));
  });
}
