import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScheduleProposal, TaskSchedule } from '#contract/plan/schedule.ts';
import { api } from '../../api.ts';

export function planScheduleQuery(planId: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'schedule'],
    queryFn: () => api.schedule.ofPlan({ planId }),
  });
}

export function taskScheduleQuery(taskId: string) {
  return queryOptions({
    queryKey: ['task', taskId, 'schedule'],
    queryFn: () => api.schedule.ofTask({ taskId }),
  });
}

/** One proposal of one task: what is decided on. */
export interface Offer {
  readonly task: Pick<TaskSchedule, 'taskId' | 'planId' | 'code' | 'name'>;
  readonly proposal: ScheduleProposal;
}

interface Decision {
  readonly decision: 'accept' | 'decline';
  readonly offers: readonly Offer[];
  readonly reason?: string;
  /** Another day than the one proposed, and why. */
  readonly given?: { readonly dueOn: string; readonly reason: string };
}

/** Accepts or declines proposals of one plan; every page that shows days is loaded again. */
export function useDecide(onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ decision, offers, reason, given }: Decision) =>
      api.schedule.decide({
        planId: offers[0]?.task.planId ?? '',
        decision,
        ...(reason === undefined || reason === '' ? {} : { reason }),
        proposals: offers.map(({ task, proposal: { kind, label, dueOn } }) => ({
          taskId: task.taskId,
          kind,
          label,
          proposedOn: dueOn,
          ...given,
        })),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone?.();
    },
  });
}
