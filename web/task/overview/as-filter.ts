import { DueFilter } from '#contract/task/overview.ts';
import type { OverviewView } from './overview-view.ts';

const NAMES = {
  plan: 'planId',
  area: 'areaId',
  agency: 'agencyId',
  role: 'role',
  state: 'state',
  view: 'view',
  from: 'dueFrom',
  to: 'dueTo',
  search: 'search',
} as const;

/** What the server is asked for; a word of the address that means nothing is left out. */
export function asFilter(view: OverviewView): DueFilter {
  const asked: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(NAMES)) {
    const parsed = DueFilter.shape[field].safeParse(view[name as keyof typeof NAMES]);
    if (parsed.success && parsed.data !== undefined) asked[field] = parsed.data;
  }
  return asked as DueFilter;
}
