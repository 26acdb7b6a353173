import { fold } from '../../kernel/text.ts';
import type { ProposalGround } from './schedule-item.ts';

/** What of the schedule is shown: all that waits for a decision, what has no day, what was declined, or everything. */
export const SCHEDULE_SHOWS = ['open', 'undated', 'declined', 'all'] as const;
export type ScheduleShow = (typeof SCHEDULE_SHOWS)[number];

/** What narrows a schedule; what is left out is not asked. */
export interface ScheduleFilter {
  readonly show?: ScheduleShow | undefined;
  /** Words of the task, its number or its deadline, without diacritics. */
  readonly search?: string | undefined;
  readonly areaId?: string | undefined;
  readonly ground?: ProposalGround | undefined;
}

/** What of a task the filter goes by. */
interface FilteredTask {
  readonly areaId: string | null;
  readonly code: string;
  readonly name: string;
  readonly deadline: string;
  readonly items: readonly { readonly dueOn: string | null }[];
  readonly proposals: readonly { readonly ground: ProposalGround; readonly declined: object | null }[];
}

export interface ShownTask<T extends FilteredTask> {
  readonly task: T;
  readonly proposals: readonly T['proposals'][number][];
}

/** The tasks a filter finds, each with the proposals it finds. */
export function filterSchedule<T extends FilteredTask>(
  tasks: readonly T[],
  { show = 'open', search = '', areaId, ground }: ScheduleFilter,
): readonly ShownTask<T>[] {
  const words = fold(search).split(' ');
  return tasks
    .filter((task) => areaId === undefined || task.areaId === areaId)
    .filter(({ code, name, deadline }) => {
      const text = fold(`${code} ${name} ${deadline}`);
      return words.every((word) => text.includes(word));
    })
    .map((task) => ({
      task,
      proposals: task.proposals
        .filter((proposal) => ground === undefined || proposal.ground === ground)
        .filter(({ declined }) => show === 'all' || (declined !== null) === (show === 'declined')),
    }))
    .filter(({ task, proposals }) => {
      if (show === 'undated') return task.items.some(({ dueOn }) => dueOn === null);
      return proposals.length > 0 || (show === 'all' && ground === undefined);
    });
}

export interface ScheduleCounts {
  readonly open: number;
  readonly undated: number;
  readonly declined: number;
}

/** How many proposals wait, how many tasks have no day, how many proposals were declined. */
export function countSchedule(tasks: readonly FilteredTask[]): ScheduleCounts {
  const proposals = tasks.flatMap((task) => task.proposals);
  const declined = proposals.filter((one) => one.declined !== null).length;
  return {
    open: proposals.length - declined,
    undated: tasks.filter(({ items }) => items.some(({ dueOn }) => dueOn === null)).length,
    declined,
  };
}
