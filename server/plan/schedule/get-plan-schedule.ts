import type { PlanSchedule } from '#contract/plan/schedule.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { loadSchedule } from './load-schedule.ts';
import { presentTaskSchedule } from './schedule.present.ts';

/** Every task of a plan with what falls due when and why, and what is proposed. */
export function getPlanSchedule(deps: Deps, planId: string): Promise<Result<PlanSchedule>> {
  return inScope(deps, async (tx) => {
    const loaded = await loadSchedule(tx, planId);
    if (loaded === undefined) return refuse(refusal('not-found', { what: 'kế hoạch này' }));
    const today = todayOf(deps);
    const tasks = loaded.tasks.map((task) => presentTaskSchedule(loaded, task, today));
    return accept({ planId, title: loaded.plan.title, tasks });
  });
}
