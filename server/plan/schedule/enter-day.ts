import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { countFromEvent } from '#domain/plan/schedule/count-from-event.ts';
import { deriveGivenDay, itemKey, refuseDay } from '#domain/plan/schedule/decide-day.ts';
import type { ScheduleDerivation, ScheduleItem, ScheduleKind } from '#domain/plan/schedule/schedule-item.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { actorId, type Deps, inScope } from '../../deps.ts';
import { moveDueItems, syncDueItems } from './due-item.store.ts';
import { frameOf, type LoadedTask } from './load-schedule.ts';
import { lockTaskSchedule } from './lock-task-schedule.ts';
import { type HeldItem, insertScheduleItems, updateScheduleItems } from './schedule.store.ts';

interface DayInput {
  readonly taskId: string;
  readonly itemId?: string | undefined;
  readonly label?: string | undefined;
  /** The day itself, or the day of the event it counts from: one of the two. */
  readonly dueOn?: string | undefined;
  readonly eventOn?: string | undefined;
  readonly reason: string;
}

/** Gives a day to what has none, another to what its owner gave one before, or adds a milestone. */
export function enterDay(deps: Deps, input: DayInput): Promise<Result<{ itemId: string }>> {
  return inScope(deps, async (tx) => {
    const locked = await lockTaskSchedule(tx, input.taskId);
    if (locked === undefined) return refuse(refusal('not-found', { what: 'nhiệm vụ này' }));
    const { plan, calendar, task } = locked;
    const found = findItem(task, input);
    if (!found.ok) return found;
    const { held, kind, label } = found.value;
    const given = giveDay(input, held, task.scheduled.deadline.text, calendar);
    if (!given.ok) return given;
    const { dueOn, derivation } = given.value;
    const why = refuseDay(dueOn, frameOf(task, plan, kind), calendar);
    if (why !== undefined) return refuse(why);
    const startsOn = held?.starts_on != null && held.starts_on <= dueOn ? held.starts_on : null;
    const item: ScheduleItem = { kind, label, startsOn, dueOn, derivation };
    const written = { id: held?.id ?? deps.newId(), taskId: task.id, item, origin: 'entered' };
    const by = {
      provinceId: deps.provinceId,
      planId: plan.id,
      at: deps.now().toString(),
      authorId: actorId(deps),
    };
    if (held === undefined) await insertScheduleItems(tx, by, [written]);
    else await updateScheduleItems(tx, [written], by);
    if (held !== undefined && held.due_on !== dueOn)
      await moveDueItems(tx, deps, [{ scheduleItemId: held.id, from: held.due_on, to: dueOn }], input.reason);
    await syncDueItems(tx, deps, { planId: plan.id, taskIds: [task.id] });
    await appendAudit(tx, deps, {
      act: 'schedule.enter',
      subject: { kind: 'task', id: task.id, words: `${task.code} ${task.name}` },
      before: { label, dueOn: held?.due_on ?? null },
      after: { label, dueOn, ...(input.eventOn === undefined ? {} : { eventOn: input.eventOn }) },
      reason: input.reason,
    });
    return accept({ itemId: written.id });
  });
}

/** The day as it was given, or counted from the day of its event. */
function giveDay(
  { dueOn, eventOn, reason }: DayInput,
  held: HeldItem | undefined,
  words: string,
  calendar: WorkCalendar,
): Result<{ readonly dueOn: string; readonly derivation: ScheduleDerivation }> {
  // What is stored was written from this same shape.
  const span = (held?.derivation as ScheduleDerivation | undefined)?.event?.span;
  if (eventOn === undefined)
    return dueOn === undefined
      ? refuse(refusal('schedule-day-missing'))
      : accept({ dueOn, derivation: deriveGivenDay(words, { day: dueOn, reason }, calendar, span) });
  if (span === undefined) return refuse(refusal('schedule-no-event'));
  const why = refuseDay(eventOn, { kind: 'whole', wholeEnd: null, issuedOn: null }, calendar);
  return why === undefined
    ? accept(countFromEvent(words, span, { on: eventOn, reason }, calendar))
    : refuse(why);
}

interface FoundItem {
  readonly held: HeldItem | undefined;
  readonly kind: ScheduleKind;
  readonly label: string;
}

function findItem(task: LoadedTask, { itemId, label = '' }: DayInput): Result<FoundItem> {
  if (itemId === undefined) {
    if (label === '') return refuse(refusal('schedule-label-missing'));
    const key = itemKey({ kind: 'milestone', label });
    if (task.standing.some((item) => itemKey(item) === key))
      return refuse(refusal('schedule-label-taken', { label }));
    // One of that name that was taken away comes back with what was done for it.
    return accept({ held: task.removed.find((item) => itemKey(item) === key), kind: 'milestone', label });
  }
  const held = task.standing.find(({ id }) => id === itemId);
  if (held === undefined) return refuse(refusal('not-found', { what: 'mốc thời hạn này' }));
  if (held.origin === 'document' && held.due_on !== null)
    return refuse(refusal('schedule-of-document', { label: held.label }));
  return accept({ held, kind: held.kind as ScheduleKind, label: held.label });
}
