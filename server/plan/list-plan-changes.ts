import type { PlanChange } from '#contract/plan.ts';
import { type Deps, inScope } from '../deps.ts';
import { presentChange } from './plan.present.ts';
import { findLatestChange, listChanges } from './plan-change.store.ts';

/** The history of a plan, or of one of its tasks, newest first. */
export function listPlanChanges(
  deps: Deps,
  {
    planId,
    taskId,
    offset = 0,
    limit = 50,
  }: { planId: string; taskId?: string | undefined; offset?: number | undefined; limit?: number | undefined },
): Promise<PlanChange[]> {
  return inScope(deps, async (tx) => {
    const latest = await findLatestChange(tx, planId);
    const changes = await listChanges(tx, planId, { taskId, offset, limit });
    return changes.map((change) => presentChange(change, latest?.id));
  });
}
