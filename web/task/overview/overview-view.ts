import type { DueFilter } from '#contract/task/overview.ts';

/** What of the work is shown, as the address keeps it. */
export interface OverviewView {
  readonly plan?: string | undefined;
  readonly area?: string | undefined;
  readonly agency?: string | undefined;
  readonly role?: string | undefined;
  readonly state?: string | undefined;
  readonly view?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly search?: string | undefined;
  /** The part of a page that is open. */
  readonly tab?: string | undefined;
  readonly year?: string | undefined;
  readonly by?: string | undefined;
  readonly page?: string | undefined;
}

export const OVERVIEW_VIEW = [
  'plan',
  'area',
  'agency',
  'role',
  'state',
  'view',
  'from',
  'to',
  'search',
  'tab',
  'year',
  'by',
  'page',
] as const;

/** The address of a file of the rows a filter finds. */
export function filterQuery(filter: DueFilter): string {
  return new URLSearchParams(filter as Record<string, string>).toString();
}

/** How many filters narrow the work, besides the plan and the words searched. */
export function countNarrowing({ area, agency, role, state, from, to }: OverviewView): number {
  return [area, agency, role, state, from, to].filter((word) => word !== undefined).length;
}
