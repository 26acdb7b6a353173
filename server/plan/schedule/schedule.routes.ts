import type { TaskSchedule } from '#contract/plan/schedule.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { may, os } from '../../guard.ts';
import { orRefuse } from '../../http/refused.ts';
import { decideProposals } from './decide-proposals.ts';
import { enterDay } from './enter-day.ts';
import { getPlanSchedule } from './get-plan-schedule.ts';
import { loadSchedule } from './load-schedule.ts';
import { removeDay } from './remove-day.ts';
import { presentTaskSchedule } from './schedule.present.ts';
import { findPlanOfTask } from './schedule.store.ts';

export function scheduleRoutes() {
  return {
    ofPlan: os.schedule.ofPlan
      .use(may('schedule.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getPlanSchedule(deps, input.planId))),
    ofTask: os.schedule.ofTask
      .use(may('schedule.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getTaskSchedule(deps, input.taskId))),
    decide: os.schedule.decide
      .use(may('schedule.accept'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await decideProposals(deps, input))),
    enter: os.schedule.enter
      .use(may('schedule.accept'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await enterDay(deps, input))),
    remove: os.schedule.remove
      .use(may('schedule.accept'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await removeDay(deps, input))),
  };
}

function getTaskSchedule(deps: Deps, taskId: string): Promise<Result<TaskSchedule>> {
  return inScope(deps, async (tx) => {
    const planId = await findPlanOfTask(tx, taskId);
    const loaded = planId === undefined ? undefined : await loadSchedule(tx, planId, [taskId]);
    const [task] = loaded?.tasks ?? [];
    return loaded === undefined || task === undefined
      ? refuse(refusal('not-found', { what: 'nhiệm vụ này' }))
      : accept(presentTaskSchedule(loaded, task, todayOf(deps)));
  });
}
