import { PlanFilter } from '#contract/plan.ts';

/** What of a plan is shown: the filter and order of the contract, and the columns put away. */
export type PlanView = Omit<PlanFilter, 'offset' | 'limit'> & { readonly hide?: string };

const KEPT = [
  'area',
  'agency',
  'role',
  'target',
  'deadline',
  'dueFrom',
  'dueTo',
  'finding',
  'search',
  'sort',
  'descending',
] as const;

/** The view an address describes; a part that means nothing is dropped rather than refused. */
export function parsePlanView(search: Record<string, unknown>): PlanView {
  const view: Record<string, unknown> = {};
  for (const name of KEPT) {
    const given = typeof search[name] === 'number' ? String(search[name]) : search[name];
    if (given === undefined || given === '') continue;
    const parsed = PlanFilter.shape[name].safeParse(given);
    if (parsed.success) view[name] = parsed.data;
  }
  if (typeof search['hide'] === 'string' && search['hide'] !== '') view['hide'] = search['hide'];
  return view as PlanView;
}

/** The part of a view that the server is asked for. */
export function listFilters({ hide: _hide, descending, ...filter }: PlanView): PlanFilter {
  return descending === true ? { ...filter, descending } : filter;
}

/** How many filters narrow the plan. */
export function countFilters({
  hide: _hide,
  sort: _sort,
  descending: _descending,
  search: _search,
  ...filter
}: PlanView): number {
  return Object.values(filter).filter((value) => value !== undefined).length;
}
