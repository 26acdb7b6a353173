import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DueFilter } from '#contract/task/overview.ts';
import { api } from '../../api.ts';

/** Rows asked for at once. */
export const ROWS_PAGE = 100;

export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: () => api.plan.list() });

export function roomQuery(filter: DueFilter) {
  return queryOptions({
    queryKey: ['room', filter],
    queryFn: () => api.overview.room(filter),
    placeholderData: keepPreviousData,
  });
}

export function heatQuery(filter: DueFilter) {
  return queryOptions({
    queryKey: ['heat', filter],
    queryFn: () => api.overview.heat(filter),
    placeholderData: keepPreviousData,
  });
}

/** The cards of a board: what is finished after everything else. */
export function cardsQuery(filter: DueFilter, limit: number) {
  return queryOptions({
    queryKey: ['due-rows', filter, 'cards', limit],
    queryFn: () => api.overview.rows({ ...filter, limit, order: 'unfinished' }),
    placeholderData: keepPreviousData,
  });
}

export function dueRowsQuery(filter: DueFilter, page = 1, limit = ROWS_PAGE) {
  return queryOptions({
    queryKey: ['due-rows', filter, page, limit],
    queryFn: () => api.overview.rows({ ...filter, limit, offset: (page - 1) * limit }),
    placeholderData: keepPreviousData,
  });
}

export function yearOfWorkQuery(year: number, filter: DueFilter) {
  return queryOptions({
    queryKey: ['year-of-work', year, filter],
    queryFn: () => api.overview.year({ year, ...filter }),
    placeholderData: keepPreviousData,
  });
}

export function recentActsQuery(filter: DueFilter, since: string, limit: number) {
  return queryOptions({
    queryKey: ['recent-acts', filter, since, limit],
    queryFn: () => api.overview.changes({ ...filter, since, limit }),
  });
}

export const unansweredQuery = queryOptions({
  queryKey: ['unanswered'],
  queryFn: () => api.overview.unanswered(),
});

export type Heat = Awaited<ReturnType<typeof api.overview.heat>>;
export type Room = Awaited<ReturnType<typeof api.overview.room>>;
