import type { ScheduleProposal, TaskSchedule } from '#contract/plan/schedule.ts';
import { fold } from '#domain/kernel/text.ts';

/** What of the schedule is shown: all that waits for a decision, what has no day, what was declined, or everything. */
export const SCHEDULE_SHOWS = ['open', 'undated', 'declined', 'all'] as const;
export type ScheduleShow = (typeof SCHEDULE_SHOWS)[number];

export interface ScheduleView {
  readonly show?: string | undefined;
  readonly search?: string | undefined;
  readonly area?: string | undefined;
  readonly ground?: string | undefined;
}

export const SCHEDULE_VIEW = ['show', 'search', 'area', 'ground'] as const;

export function showOf({ show }: ScheduleView): ScheduleShow {
  return SCHEDULE_SHOWS.find((one) => one === show) ?? 'open';
}

export interface ShownTask {
  readonly task: TaskSchedule;
  readonly proposals: readonly ScheduleProposal[];
}

/** The tasks a view shows, each with the proposals it shows. */
export function filterSchedule(tasks: readonly TaskSchedule[], view: ScheduleView): readonly ShownTask[] {
  const show = showOf(view);
  const words = fold(view.search ?? '').split(' ');
  return tasks
    .filter(({ areaId }) => view.area === undefined || areaId === view.area)
    .filter(({ code, name, deadline }) => {
      const text = fold(`${code} ${name} ${deadline}`);
      return words.every((word) => text.includes(word));
    })
    .map((task) => ({
      task,
      proposals: task.proposals
        .filter(({ ground }) => view.ground === undefined || ground === view.ground)
        .filter(({ declined }) => show === 'all' || (declined !== null) === (show === 'declined')),
    }))
    .filter(({ task, proposals }) => {
      if (show === 'undated') return task.items.some(({ dueOn }) => dueOn === null);
      return proposals.length > 0 || (show === 'all' && view.ground === undefined);
    });
}

export interface ScheduleCounts {
  readonly open: number;
  readonly undated: number;
  readonly declined: number;
}

/** How many proposals wait, how many tasks have no day, how many proposals were declined. */
export function countSchedule(tasks: readonly TaskSchedule[]): ScheduleCounts {
  const proposals = tasks.flatMap((task) => task.proposals);
  const declined = proposals.filter((one) => one.declined !== null).length;
  return {
    open: proposals.length - declined,
    undated: tasks.filter(({ items }) => items.some(({ dueOn }) => dueOn === null)).length,
    declined,
  };
}
