import type { Result } from '#domain/kernel/result.ts';
import { removeRow } from '#domain/plan/edit/edit-plan.ts';
import type { Deps } from '../deps.ts';
import { editPlan } from '../plan/edit-plan.ts';
import { withPlanOf } from './with-plan-of.ts';

export function removeTask(
  deps: Deps,
  { taskId, revision }: { taskId: string; revision: number },
): Promise<Result<{ revision: number }>> {
  return withPlanOf(deps, taskId, (planId) =>
    editPlan(deps, {
      planId,
      revision,
      kind: 'task-removed',
      taskId,
      decide: (rows) => removeRow(rows, taskId),
    }),
  );
}
