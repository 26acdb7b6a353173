import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import type { Deadline } from '#domain/plan/deadline/deadline.ts';
import { recountItem } from '#domain/plan/schedule/count-from-event.ts';
import type { ScheduledTask, ScheduleItem } from '#domain/plan/schedule/schedule-item.ts';
import { scheduleTask } from '#domain/plan/schedule/schedule-task.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import type { Deps } from '../../deps.ts';
import { type DueMove, moveDueItems, syncDueItems } from './due-item.store.ts';
import {
  findScheduledPlan,
  type HeldItem,
  insertScheduleItems,
  listHeldItems,
  listScheduledTasks,
  listTaskIds,
  retireScheduleItems,
  updateScheduleItems,
  type WrittenItem,
} from './schedule.store.ts';

export interface SyncOptions {
  /** Only these tasks, whether they are still there or not; left out, the whole plan. */
  readonly taskIds?: readonly string[];
  /** Counts by this calendar rather than by the one in force. */
  readonly calendar?: WorkCalendar;
  /** Why days move, for the act of the system on each item. */
  readonly why?: string;
}

/**
 * Brings what falls due, and for whom, to what the plan says, in the transaction that changed the plan or its parts.
 * What is asked again is revived, what is no longer asked is retired with its state and acts. Done twice it changes
 * nothing.
 */
export async function syncSchedule(
  tx: Tx,
  deps: Deps,
  planId: string,
  { taskIds, calendar: given, why = 'Thời hạn của kế hoạch thay đổi' }: SyncOptions = {},
): Promise<void> {
  const plan = await findScheduledPlan(tx, planId);
  if (plan === undefined) return;
  const calendar = given ?? (await loadCalendar(tx));
  const ids = taskIds ?? (await listTaskIds(tx, planId));
  const tasks = plan.withdrawn_at === null ? await listScheduledTasks(tx, planId, ids) : [];
  const held = await listHeldItems(tx, ids);
  const wanted = tasks.flatMap((task) =>
    scheduleTask(asScheduled(task, plan), calendar).map((item) => ({ taskId: task.id, item })),
  );
  const change = compare(wanted, held, {
    standing: new Set(tasks.map(({ id }) => id)),
    calendar,
    newId: deps.newId,
  });
  const at = deps.now().toString();
  const common = { provinceId: deps.provinceId, planId, at };
  await insertScheduleItems(tx, common, change.made);
  await updateScheduleItems(tx, change.changed);
  await retireScheduleItems(tx, change.retiredIds, at);
  await moveDueItems(tx, deps, change.moves, why);
  await syncDueItems(tx, deps, { planId, taskIds: ids });
}

interface TaskRecord {
  readonly name: string;
  readonly deadline: unknown;
  readonly deliverables: unknown;
}

/** What is stored as JSON was written from these same shapes. */
export function asScheduled(
  task: TaskRecord,
  plan: { readonly year: number | null; readonly issued_on: string | null },
): ScheduledTask {
  return {
    name: task.name,
    deadline: task.deadline as { readonly text: string; readonly reading: Deadline },
    deliverables: task.deliverables as readonly string[],
    year: plan.year,
    issuedOn: plan.issued_on,
  };
}

interface Wanted {
  readonly taskId: string;
  readonly item: ScheduleItem;
}

interface ScheduleChange {
  readonly made: readonly WrittenItem[];
  readonly changed: readonly WrittenItem[];
  readonly retiredIds: readonly string[];
  readonly moves: readonly DueMove[];
}

interface Comparing {
  /** The tasks that are still there. */
  readonly standing: ReadonlySet<string>;
  readonly calendar: WorkCalendar;
  readonly newId: () => string;
}

/** Items are the same by task, kind and label, so that a day that moves keeps what was done until then. */
function compare(
  wanted: readonly Wanted[],
  held: readonly HeldItem[],
  { standing, calendar, newId }: Comparing,
): ScheduleChange {
  const byKey = new Map<string, HeldItem>();
  // Those in force come last and win over retired ones of the same name, and these over what was taken away.
  const rank = ({ retired_at, removed }: HeldItem) => (retired_at === null ? 2 : removed ? 0 : 1);
  for (const item of held.toSorted((a, b) => rank(a) - rank(b)))
    byKey.set(keyOf(item.task_id, item.kind, item.label), item);
  const made: WrittenItem[] = [];
  const changed: WrittenItem[] = [];
  const moves: DueMove[] = [];
  const asked = new Set<string>();
  for (const { taskId, item } of wanted) {
    const found = byKey.get(keyOf(taskId, item.kind, item.label));
    if (found === undefined) {
      made.push({ id: newId(), taskId, item, origin: 'document' });
      continue;
    }
    asked.add(found.id);
    // A day its owner gave stands as long as the document names none.
    const isGiven = found.origin !== 'document' && item.dueOn === null && !found.removed;
    const recounted = isGiven ? recountItem(givenItem(found), item, calendar) : undefined;
    if (isGiven && recounted === undefined && found.retired_at === null) continue;
    const written = isGiven ? (recounted ?? givenItem(found)) : item;
    changed.push({ id: found.id, taskId, item: written, origin: isGiven ? found.origin : 'document' });
    if (found.due_on !== written.dueOn)
      moves.push({ scheduleItemId: found.id, from: found.due_on, to: written.dueOn });
  }
  const retiredIds: string[] = [];
  for (const item of held) {
    if (asked.has(item.id)) continue;
    const stands = item.origin !== 'document' && standing.has(item.task_id) && !item.removed;
    if (stands && item.retired_at !== null)
      changed.push({ id: item.id, taskId: item.task_id, item: givenItem(item), origin: item.origin });
    if (!stands && item.retired_at === null) retiredIds.push(item.id);
  }
  return { made, changed, retiredIds, moves };
}

function keyOf(taskId: string, kind: string, label: string): string {
  return `${taskId} ${kind} ${label}`;
}

/** A held item as the domain works with it. */
export function givenItem(item: HeldItem): ScheduleItem {
  return {
    kind: item.kind as ScheduleItem['kind'],
    label: item.label,
    startsOn: item.starts_on,
    dueOn: item.due_on,
    derivation: item.derivation as ScheduleItem['derivation'],
  };
}
