import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { type DayFrame, itemKey } from '#domain/plan/schedule/decide-day.ts';
import { proposeMilestones } from '#domain/plan/schedule/propose-milestones.ts';
import type { MilestoneProposal, ScheduledTask, ScheduleKind } from '#domain/plan/schedule/schedule-item.ts';
import { scheduleTask } from '#domain/plan/schedule/schedule-task.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import {
  findScheduledPlan,
  type HeldItem,
  listAreasOfTasks,
  listHeldItems,
  listScheduledTasks,
  listTaskIds,
} from './schedule.store.ts';
import { asScheduled, givenItem } from './sync-schedule.ts';

export interface LoadedTask {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly areaId: string | null;
  readonly scheduled: ScheduledTask;
  /** What falls due of it now. */
  readonly standing: readonly HeldItem[];
  /** What its owner took away or did not want. */
  readonly removed: readonly HeldItem[];
  readonly proposals: readonly MilestoneProposal[];
}

export interface LoadedSchedule {
  readonly plan: NonNullable<Awaited<ReturnType<typeof findScheduledPlan>>>;
  readonly calendar: WorkCalendar;
  readonly tasks: readonly LoadedTask[];
}

/** What falls due of a plan in force, and what is proposed besides, task by task. */
export async function loadSchedule(
  tx: Tx,
  planId: string,
  taskIds?: readonly string[],
): Promise<LoadedSchedule | undefined> {
  const plan = await findScheduledPlan(tx, planId);
  if (plan === undefined || plan.withdrawn_at !== null) return undefined;
  const calendar = await loadCalendar(tx);
  const tasks = await listScheduledTasks(tx, planId, taskIds ?? (await listTaskIds(tx, planId)));
  const held = Map.groupBy(
    await listHeldItems(
      tx,
      tasks.map(({ id }) => id),
    ),
    ({ task_id }) => task_id,
  );
  const areas = await listAreasOfTasks(tx, planId);
  return {
    plan,
    calendar,
    tasks: tasks.map((task) => {
      const items = held.get(task.id) ?? [];
      const standing = items.filter(({ retired_at }) => retired_at === null);
      const scheduled = asScheduled(task, plan);
      return {
        id: task.id,
        code: task.code,
        name: task.name,
        areaId: areas.get(task.id) ?? null,
        scheduled,
        standing,
        removed: items.filter(({ retired_at, removed }) => retired_at !== null && removed),
        proposals: propose(scheduled, standing, calendar),
      };
    }),
  };
}

/** What is proposed goes by a day the owner gave where the document names none, and leaves out what stands already. */
function propose(
  task: ScheduledTask,
  standing: readonly HeldItem[],
  calendar: WorkCalendar,
): readonly MilestoneProposal[] {
  const byKey = new Map(standing.map((item) => [itemKey(item), item]));
  const items = scheduleTask(task, calendar).map((item) => {
    const held = byKey.get(itemKey(item));
    return held === undefined || held.origin === 'document' ? item : givenItem(held);
  });
  return proposeMilestones(task, items, calendar).filter(
    (proposal) => (byKey.get(itemKey(proposal))?.due_on ?? null) === null,
  );
}

/** What a day given for the task must fit. */
export function frameOf(
  { standing }: LoadedTask,
  plan: { readonly issued_on: string | null },
  kind: ScheduleKind,
): DayFrame {
  return {
    kind,
    wholeEnd: standing.find((item) => item.kind === 'whole')?.due_on ?? null,
    issuedOn: plan.issued_on,
  };
}
