import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { itemKey } from '#domain/plan/schedule/decide-day.ts';
import { scheduleTask } from '#domain/plan/schedule/schedule-task.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { actorId, type Deps, inScope } from '../../deps.ts';
import { moveDueItems, syncDueItems } from './due-item.store.ts';
import { lockTaskSchedule } from './lock-task-schedule.ts';
import {
  countFinished,
  findScheduleItem,
  removeScheduleItems,
  updateScheduleItems,
} from './schedule.store.ts';

/**
 * Takes back a day its owner accepted or gave. A milestone is asked no more; what the document asks without a day is
 * without a day again.
 */
export function removeDay(
  deps: Deps,
  { itemId, reason }: { readonly itemId: string; readonly reason: string },
): Promise<Result<{ done: true }>> {
  return inScope(deps, async (tx) => {
    const found = await findScheduleItem(tx, itemId);
    const locked = found === undefined ? undefined : await lockTaskSchedule(tx, found.task_id);
    const held = locked?.task.standing.find(({ id }) => id === itemId);
    if (locked === undefined || held === undefined)
      return refuse(refusal('not-found', { what: 'mốc thời hạn này' }));
    const { plan, calendar, task } = locked;
    if (held.origin === 'document') return refuse(refusal('schedule-of-document', { label: held.label }));
    const finished = await countFinished(tx, itemId);
    if (finished > 0) return refuse(refusal('schedule-finished', { n: finished, label: held.label }));
    const by = { at: deps.now().toString(), authorId: actorId(deps) };
    const asked = scheduleTask(task.scheduled, calendar).find((item) => itemKey(item) === itemKey(held));
    if (asked === undefined) await removeScheduleItems(tx, by, [{ id: itemId, reason }]);
    else {
      const written = { id: itemId, taskId: task.id, item: asked, origin: 'document' };
      await updateScheduleItems(tx, [written], { ...by, authorId: null });
      await moveDueItems(tx, deps, [{ scheduleItemId: itemId, from: held.due_on, to: asked.dueOn }], reason);
    }
    await syncDueItems(tx, deps, { planId: plan.id, taskIds: [task.id] });
    await appendAudit(tx, deps, {
      act: 'schedule.remove',
      subject: { kind: 'task', id: task.id, words: `${task.code} ${task.name}` },
      before: { label: held.label, dueOn: held.due_on },
      reason,
    });
    return accept({ done: true as const });
  });
}
