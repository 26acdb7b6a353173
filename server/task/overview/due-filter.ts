import type { DueFilter as Asked } from '#contract/task/overview.ts';
import type { DueFilter } from '../work/due-row.store.ts';

/** What an address or a call asks for. */
export type AskedFilter = Asked;

export function asDueFilter({ agencyId, state, ...filter }: AskedFilter): DueFilter {
  return {
    ...filter,
    ...(agencyId === undefined ? {} : { agencyIds: [agencyId] }),
    ...(state === undefined ? {} : { states: [state] }),
  };
}
