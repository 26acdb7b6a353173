import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PersonState } from '#contract/access.ts';
import type { AccessRole } from '#domain/access/role.ts';
import { api } from '../api.ts';

export const PAGE_SIZE = 50;

export interface PeopleFilter {
  readonly search?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly role?: AccessRole | undefined;
  readonly state?: PersonState | undefined;
  readonly page: number;
}

export function peopleQuery({ page, ...filter }: PeopleFilter) {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return queryOptions({
    queryKey: ['people', given, page],
    queryFn: () => api.person.list({ ...given, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });
}

export function personQuery(personId: string) {
  return queryOptions({ queryKey: ['person', personId], queryFn: () => api.person.get({ personId }) });
}

/** Whom one may name; a whole province is narrowed to an agency. */
export function candidatesQuery(agencyId?: string) {
  return queryOptions({
    queryKey: ['people', 'candidates', agencyId],
    queryFn: async () => {
      const people = [];
      for (;;) {
        const page = await api.person.list({
          limit: 200,
          offset: people.length,
          ...(agencyId === undefined ? {} : { agencyId }),
        });
        people.push(...page.people);
        if (page.people.length === 0 || people.length >= page.total) return { people };
      }
    },
  });
}

export function handoverQuery(postId: string) {
  return queryOptions({
    queryKey: ['handover', postId],
    queryFn: () => api.handover.preview({ postId }),
    // The list is confirmed as it is seen.
    staleTime: 0,
  });
}

export const directoryQuery = queryOptions({
  queryKey: ['agencies', 'directory'],
  queryFn: () => api.agency.list({}),
  staleTime: 300_000,
});
