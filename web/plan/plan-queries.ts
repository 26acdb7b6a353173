import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import type { PlanFilter } from '#contract/plan.ts';
import { api } from '../api.ts';

/** Rows asked for at once. */
export const WINDOW = 200;

export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: () => api.plan.list() });

export function planQuery(planId: string) {
  return queryOptions({ queryKey: ['plan', planId], queryFn: () => api.plan.get({ planId }) });
}

/** One window of the rows that fit a filter. */
export function rowsQuery(planId: string, filter: PlanFilter, window: number) {
  return queryOptions({
    queryKey: ['plan', planId, 'rows', filter, window],
    queryFn: () => api.plan.rows({ planId, ...filter, offset: window * WINDOW, limit: WINDOW }),
  });
}

/** Every row of a plan, window after window: what printing needs. */
export function allRowsQuery(planId: string) {
  return infiniteQueryOptions({
    queryKey: ['plan', planId, 'all-rows'],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => api.plan.rows({ planId, offset: pageParam, limit: 500 }),
    getNextPageParam: (last, _pages, offset) => (offset + 500 < last.total ? offset + 500 : undefined),
  });
}

/** The areas and headings of a plan, in order. */
export function outlineQuery(planId: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'outline'],
    queryFn: () => api.plan.outline({ planId }),
  });
}

/** What was done to a plan, newest first. */
export function changesQuery(planId: string, taskId?: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'changes', taskId ?? ''],
    queryFn: () => api.plan.changes({ planId, limit: 100, ...(taskId === undefined ? {} : { taskId }) }),
  });
}

export function findingsQuery(planId: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'findings'],
    queryFn: () => api.plan.findings({ planId }),
  });
}

export function planAgenciesQuery(planId: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'agencies'],
    queryFn: () => api.plan.agencies({ planId }),
  });
}

export const importsQuery = queryOptions({ queryKey: ['imports'], queryFn: () => api.plan.import.list() });

export function importQuery(importId: string) {
  return queryOptions({ queryKey: ['import', importId], queryFn: () => api.plan.import.get({ importId }) });
}

/** The plan the address names, or the newest one; undefined while it is not known, null where there is none. */
export function useChosenPlan(planId: string | undefined) {
  const plans = useQuery(plansQuery);
  const chosen =
    plans.data === undefined
      ? undefined
      : (plans.data.find(({ id }) => id === planId) ?? plans.data[0] ?? null);
  return { chosen, plans };
}
