import type { RowWords } from '#contract/reading.ts';
import type { Result } from '#domain/kernel/result.ts';
import { updateRow } from '#domain/plan/edit/edit-plan.ts';
import type { Deps } from '../deps.ts';
import { editPlan } from '../plan/edit-plan.ts';
import { withPlanOf } from './with-plan-of.ts';

export function updateTask(
  deps: Deps,
  { taskId, revision, words }: { taskId: string; revision: number; words: RowWords },
): Promise<Result<{ revision: number }>> {
  return withPlanOf(deps, taskId, (planId) =>
    editPlan(deps, {
      planId,
      revision,
      kind: 'task-updated',
      taskId,
      decide: (rows, read) => updateRow(rows, taskId, words, read),
    }),
  );
}
