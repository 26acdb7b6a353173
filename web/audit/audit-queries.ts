import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AuditFilter } from '#contract/audit.ts';
import { api } from '../api.ts';

export function entriesQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', 'entries', filter],
    queryFn: ({ pageParam }) =>
      api.audit.list({ ...filter, ...(pageParam === null ? {} : { before: pageParam }), limit: 50 }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
    staleTime: 0,
  });
}

export function entryQuery(seq: number) {
  return queryOptions({
    queryKey: ['audit', 'entry', seq],
    queryFn: () => api.audit.get({ seq }),
    staleTime: 0,
  });
}

export const auditPeopleQuery = queryOptions({
  queryKey: ['audit', 'people'],
  queryFn: () => api.audit.people(),
});

/** The whole chain is followed on the server: once on opening the page, then when asked. */
export const verdictQuery = queryOptions({
  queryKey: ['audit', 'verdict'],
  queryFn: () => api.audit.verify(),
  staleTime: Number.POSITIVE_INFINITY,
});

export const rootsQuery = queryOptions({ queryKey: ['audit', 'roots'], queryFn: () => api.audit.roots() });
