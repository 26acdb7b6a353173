import { sql } from 'kysely';
import { recountItem } from '#domain/plan/schedule/count-from-event.ts';
import { scheduleTask } from '#domain/plan/schedule/schedule-task.ts';
import type { DeadlineWatcher, MovedDeadline } from '../../calendar/deadline-watcher.ts';
import type { Tx } from '../../db/executor.ts';
import { listHeldItems, listScheduledTasks, listTaskIds } from './schedule.store.ts';
import { asScheduled, givenItem, syncSchedule } from './sync-schedule.ts';

/** What the plans in force ask moves with the calendar where their words count by it. */
export const scheduleWatcher: DeadlineWatcher = {
  preview: async (tx, _deps, calendar) => {
    const moved: MovedDeadline[] = [];
    for (const plan of await listPlansInForce(tx)) {
      const tasks = await listScheduledTasks(tx, plan.id, await listTaskIds(tx, plan.id));
      const held = await listHeldItems(
        tx,
        tasks.map(({ id }) => id),
      );
      const open = await countDueItems(tx, plan.id);
      for (const task of tasks)
        for (const item of scheduleTask(asScheduled(task, plan), calendar)) {
          const stands = held.find(
            (one) =>
              one.task_id === task.id &&
              one.retired_at === null &&
              one.kind === item.kind &&
              one.label === item.label,
          );
          if (stands?.due_on == null) continue;
          const to = item.dueOn ?? recountItem(givenItem(stands), item, calendar)?.dueOn ?? null;
          if (to === null || to === stands.due_on) continue;
          moved.push({
            words: `${task.code} ${task.name} (${item.label})`,
            from: stands.due_on,
            to,
            ...(open.get(stands.id) ?? { open: 0, kept: 0 }),
          });
        }
    }
    return moved.toSorted((a, b) => a.from.localeCompare(b.from));
  },
  move: async (tx, deps, calendar, why) => {
    for (const { id } of await listPlansInForce(tx)) await syncSchedule(tx, deps, id, { calendar, why });
  },
};

async function listPlansInForce(tx: Tx) {
  return tx
    .selectFrom('plan')
    .select(['id', 'year', 'issued_on'])
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

async function countDueItems(tx: Tx, planId: string) {
  const { rows } = await sql<{ id: string; open: number; kept: number }>`
    select schedule_item_id as id,
           count(*) filter (where state not in ('accepted', 'closed', 'not-applicable'))::int as open,
           count(*) filter (where state in ('accepted', 'closed', 'not-applicable'))::int as kept
    from due_item where plan_id = ${planId}::uuid and retired_at is null group by 1`.execute(tx);
  return new Map(rows.map(({ id, open, kept }) => [id, { open, kept }]));
}
