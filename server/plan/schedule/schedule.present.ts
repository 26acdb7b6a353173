import type {
  ScheduleDerivation as PresentedDerivation,
  ScheduleItem as PresentedItem,
  ScheduleProposal,
  TaskSchedule,
} from '#contract/plan/schedule.ts';
import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { itemKey } from '#domain/plan/schedule/decide-day.ts';
import type { MilestoneProposal, ScheduleDerivation } from '#domain/plan/schedule/schedule-item.ts';
import type { LoadedSchedule, LoadedTask } from './load-schedule.ts';
import type { HeldItem } from './schedule.store.ts';

/** What falls due of a task, and what is proposed besides, as of a day. */
export function presentTaskSchedule(
  { plan, calendar }: LoadedSchedule,
  task: LoadedTask,
  today: string,
): TaskSchedule {
  const end = task.standing.find(({ kind }) => kind === 'whole')?.due_on ?? null;
  return {
    taskId: task.id,
    planId: plan.id,
    code: task.code,
    name: task.name,
    areaId: task.areaId,
    deadline: task.scheduled.deadline.text,
    items: task.standing.map((item) => presentItem(item, { calendar, today, end })),
    proposals: task.proposals.map((proposal) => presentProposal(proposal, task.removed, { calendar, today })),
  };
}

interface Now {
  readonly calendar: WorkCalendar;
  readonly today: string;
}

function presentItem(
  item: HeldItem,
  { calendar, today, end }: Now & { readonly end: string | null },
): PresentedItem {
  const { due_on } = item;
  const derivation = item.derivation as ScheduleDerivation;
  return {
    id: item.id,
    // What is stored was written from these same shapes, and the contract checks it on the way out.
    kind: item.kind as PresentedItem['kind'],
    label: item.label,
    startsOn: item.starts_on,
    dueOn: due_on,
    origin: item.origin as PresentedItem['origin'],
    derivation: presentDerivation(derivation, calendar),
    event: presentEvent(derivation.event),
    author: item.author,
    recordedAt: item.recorded_at.toISOString(),
    workingDaysLeft: due_on === null ? null : calendar.running(due_on) - calendar.running(today),
    isAfterWhole: item.kind === 'milestone' && due_on !== null && end !== null && due_on > end,
    isRestDay: due_on !== null && !calendar.isWorkingDay(due_on),
  };
}

function presentProposal(
  { kind, label, startsOn, dueOn, ground, reason, derivation }: MilestoneProposal,
  removed: readonly HeldItem[],
  { calendar, today }: Now,
): ScheduleProposal {
  const declined = removed.find((item) => itemKey(item) === itemKey({ kind, label }));
  return {
    kind,
    label,
    startsOn,
    dueOn,
    ground,
    reason,
    derivation: presentDerivation(derivation, calendar),
    workingDaysLeft: calendar.running(dueOn) - calendar.running(today),
    declined:
      declined === undefined
        ? null
        : {
            reason:
              (declined.derivation as { readonly removedBecause?: string | null }).removedBecause ?? null,
            author: declined.author,
            recordedAt: declined.recorded_at.toISOString(),
          },
  };
}

function presentEvent(event: ScheduleDerivation['event']): PresentedItem['event'] {
  if (event === undefined) return null;
  const { n, unit, direction, anchorWords } = event.span;
  return { n, unit, direction, words: anchorWords ?? null, on: event.happened?.on ?? null };
}

function presentDerivation(
  { words, part, rules, steps, skipped, madeUp, missing, fixed }: ScheduleDerivation,
  calendar: WorkCalendar,
): PresentedDerivation {
  const named = (days: readonly string[]) =>
    days.map((day) => ({ day, words: calendar.mark(day)?.words ?? '' }));
  return {
    words,
    part,
    rules: [...rules],
    steps: [...steps],
    skipped: named(skipped),
    madeUp: named(madeUp),
    missing: [...missing],
    fixed,
  };
}
