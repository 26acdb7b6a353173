import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

/** The keys are those of web/plan/plan-queries.ts, so that both share what was loaded. */
export const newestPlanQuery = queryOptions({ queryKey: ['plans'], queryFn: () => api.plan.list() });

export function agenciesOfPlanQuery(planId: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'agencies'],
    queryFn: () => api.plan.agencies({ planId }),
  });
}

/** The tree as of a day; without one, as of today. The last one stays in sight while another day is fetched. */
export function treeQuery(on: string | undefined) {
  return queryOptions({
    queryKey: ['agencies', 'tree', on],
    queryFn: () => api.agency.tree(on === undefined ? {} : { on }),
    placeholderData: keepPreviousData,
  });
}

/** Every agency there ever was. */
export const everyAgencyQuery = queryOptions({
  queryKey: ['agencies', 'every'],
  queryFn: () => api.agency.list({}),
});

/** Agencies that ever bore a name with these words. */
export function foundAgenciesQuery(search: string) {
  return queryOptions({
    queryKey: ['agencies', 'found', search],
    queryFn: () => api.agency.list({ search }),
    placeholderData: keepPreviousData,
  });
}

export const gapsQuery = queryOptions({ queryKey: ['agencies', 'gaps'], queryFn: () => api.agency.gaps() });

export interface AgencyAsked {
  readonly agencyId: string;
  readonly planId?: string | undefined;
  readonly on?: string | undefined;
}

export function agencyQuery({ agencyId, planId, on }: AgencyAsked) {
  return queryOptions({
    queryKey: ['agency', agencyId, planId, on],
    queryFn: () =>
      api.agency.get({
        agencyId,
        ...(planId === undefined ? {} : { planId }),
        ...(on === undefined ? {} : { on }),
      }),
    placeholderData: (last) => (last?.id === agencyId ? last : undefined),
  });
}

export type FoundAgency = Awaited<ReturnType<typeof api.agency.list>>[number];
export type AgencyTree = Awaited<ReturnType<typeof api.agency.tree>>;
export type ChangeDay = AgencyTree['days'][number];
export type AgencyDetail = Awaited<ReturnType<typeof api.agency.get>>;
