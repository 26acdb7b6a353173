import type { RowKind } from '#contract/plan.ts';
import type { RowWords } from '#contract/reading.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { createRow } from '#domain/plan/edit/edit-plan.ts';
import type { Deps } from '../deps.ts';
import { editPlan } from '../plan/edit-plan.ts';

export interface NewTask {
  readonly planId: string;
  readonly revision: number;
  readonly kind: RowKind;
  readonly parentId: string | null;
  readonly afterId: string | null;
  readonly words: RowWords;
}

export async function createTask(
  deps: Deps,
  { planId, revision, kind, parentId, afterId, words }: NewTask,
): Promise<Result<{ taskId: string; revision: number }>> {
  const taskId = deps.newId();
  const position = { parentKey: parentId, afterKey: afterId };
  const edited = await editPlan(deps, {
    planId,
    revision,
    kind: 'task-created',
    taskId,
    decide: (rows, read) => createRow(rows, { key: taskId, kind, position, words }, read),
  });
  return edited.ok ? accept({ taskId, revision: edited.value.revision }) : edited;
}
