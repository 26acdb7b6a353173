import type { DueRow, MyWorkFilter, ToReview } from '#contract/task/work.ts';
import { type MyWork, WORK_GROUPS, type WorkGroup } from '#domain/task/work/my-work.ts';
import { WORK_STATES } from '#domain/task/work/work-act.ts';

/** What of one's work is shown, as the address keeps it. */
export interface MyWorkView {
  readonly search?: string | undefined;
  readonly state?: string | undefined;
  readonly role?: string | undefined;
  readonly agency?: string | undefined;
  /** "toi": only what I hold. */
  readonly holder?: string | undefined;
  /** Only one group. */
  readonly group?: string | undefined;
  /** Of what waits for my decision. */
  readonly page?: string | undefined;
}

/** As many as the server reads. */
const MOST_LETTERS = 200;

export const MY_WORK_VIEW = ['search', 'state', 'role', 'agency', 'holder', 'group', 'page'] as const;

/** What the address asks for; a word that means nothing is left out. */
export function asMyWorkFilter({ search, state, role, agency, holder }: MyWorkView): MyWorkFilter {
  const known = WORK_STATES.find((one) => one === state);
  return {
    ...(search === undefined ? {} : { search: search.slice(0, MOST_LETTERS) }),
    ...(known === undefined ? {} : { state: known }),
    ...(role === 'lead' || role === 'coordinate' ? { role } : {}),
    ...(agency === undefined ? {} : { agencyId: agency }),
    ...(holder === 'toi' ? { holder: 'me' } : {}),
  };
}

/** What the parts of the page share. */
export interface MyWorkProps {
  readonly work: MyWork<DueRow>;
  /** What waits for my decision and is asked for; undefined until the server says. */
  readonly review: ToReview | undefined;
  readonly view: MyWorkView;
  readonly onView: (changes: Partial<MyWorkView>) => void;
}

export function groupOf({ group }: MyWorkView): WorkGroup | undefined {
  return WORK_GROUPS.find((one) => one === group);
}

/** The address of a file of what is shown. */
export function mineQuery(view: MyWorkView): string {
  const group = groupOf(view);
  const asked = { ...asMyWorkFilter(view), ...(group === undefined ? {} : { group }) };
  return new URLSearchParams(asked as Record<string, string>).toString();
}
