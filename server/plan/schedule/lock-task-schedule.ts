import type { Tx } from '../../db/executor.ts';
import { lockPlan } from '../plan-rows.store.ts';
import { type LoadedSchedule, type LoadedTask, loadSchedule } from './load-schedule.ts';
import { findPlanOfTask } from './schedule.store.ts';

/** The schedule of one task, its plan locked until the transaction ends. */
export async function lockTaskSchedule(
  tx: Tx,
  taskId: string,
): Promise<(LoadedSchedule & { readonly task: LoadedTask }) | undefined> {
  const planId = await findPlanOfTask(tx, taskId);
  if (planId === undefined || (await lockPlan(tx, planId)) === undefined) return undefined;
  const loaded = await loadSchedule(tx, planId, [taskId]);
  const [task] = loaded?.tasks ?? [];
  return loaded === undefined || task === undefined ? undefined : { ...loaded, task };
}
