import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

/** The keys are those of web/plan/plan-queries.ts, so that both share what was loaded. */
export const newestPlanQuery = queryOptions({ queryKey: ['plans'], queryFn: () => api.plan.list() });

export function agenciesOfPlanQuery(planId: string) {
  return queryOptions({
    queryKey: ['plan', planId, 'agencies'],
    queryFn: () => api.plan.agencies({ planId }),
  });
}

export function agencyQuery(agencyId: string, planId: string | undefined) {
  return queryOptions({
    queryKey: ['agency', agencyId, planId],
    queryFn: () => api.agency.get(planId === undefined ? { agencyId } : { agencyId, planId }),
  });
}
