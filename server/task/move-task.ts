import type { Result } from '#domain/kernel/result.ts';
import { moveRow } from '#domain/plan/edit/edit-plan.ts';
import type { Deps } from '../deps.ts';
import { editPlan } from '../plan/edit-plan.ts';
import { withPlanOf } from './with-plan-of.ts';

export interface TaskMove {
  readonly taskId: string;
  readonly revision: number;
  readonly parentId: string | null;
  readonly afterId: string | null;
}

export function moveTask(
  deps: Deps,
  { taskId, revision, parentId, afterId }: TaskMove,
): Promise<Result<{ revision: number }>> {
  return withPlanOf(deps, taskId, (planId) =>
    editPlan(deps, {
      planId,
      revision,
      kind: 'task-moved',
      taskId,
      decide: (rows) => moveRow(rows, taskId, { parentKey: parentId, afterKey: afterId }),
    }),
  );
}
