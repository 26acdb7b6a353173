import { refusal } from '#domain/kernel/refusal.ts';
import { type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../deps.ts';
import { findTaskPlan } from './task.store.ts';

/** An act on the plan a task belongs to; a task that is not there is refused. */
export async function withPlanOf<T>(
  deps: Deps,
  taskId: string,
  act: (planId: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const held = await inScope(deps, (tx) => findTaskPlan(tx, taskId));
  return held === undefined ? refuse(refusal('not-found', { what: 'nhiệm vụ này' })) : act(held.plan_id);
}
