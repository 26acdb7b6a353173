import type { DueRow } from '#contract/task/work.ts';
import { fold } from '#domain/kernel/text.ts';

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
}

export const MY_WORK_VIEW = ['search', 'state', 'role', 'agency', 'holder', 'group'] as const;

/** In the order they are shown. */
export const GROUPS = ['late', 'today', 'week', 'review', 'later', 'undated', 'handed-in'] as const;
export type Group = (typeof GROUPS)[number];

/** One's work as the server lists it. */
export interface MyWork {
  readonly today: string;
  readonly personId: string;
  readonly todo: readonly DueRow[];
  readonly toReview: readonly DueRow[];
  readonly waiting: readonly DueRow[];
}

export interface MyWorkFiltersProps {
  readonly work: MyWork;
  readonly view: MyWorkView;
  readonly onView: (changes: Partial<MyWorkView>) => void;
}

/** When of my days an open item is due. */
export function spanOf({ dueOn }: Pick<DueRow, 'dueOn'>, today: string): Group {
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  return dueOn <= sundayOf(today) ? 'week' : 'later';
}

/** The last day of the week a day lies in. */
function sundayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

/** The items the address asks for, soonest first, by group; groups without any are left out. */
export function groupWork(
  { todo, toReview, waiting, today, personId }: MyWork,
  view: MyWorkView,
): readonly { readonly group: Group; readonly items: readonly DueRow[] }[] {
  const words = fold(view.search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const isAsked = (item: DueRow) => {
    const text = fold(`${item.code} ${item.name} ${item.label} ${item.agencyName} ${item.lastText ?? ''}`);
    return (
      words.every((word) => text.includes(word)) &&
      (view.state === undefined || view.state === item.state) &&
      (view.role === undefined || view.role === item.role) &&
      (view.agency === undefined || view.agency === item.agencyId) &&
      (view.holder !== 'toi' || item.holder?.personId === personId)
    );
  };
  const grouped = Map.groupBy(todo, (item) => spanOf(item, today));
  grouped.set('review', [...toReview]);
  grouped.set('handed-in', [...waiting]);
  return GROUPS.filter((group) => view.group === undefined || view.group === group).flatMap((group) => {
    const items = (grouped.get(group) ?? []).filter(isAsked);
    return items.length === 0 ? [] : [{ group, items: items.toSorted(bySoonest) }];
  });
}

function bySoonest(a: DueRow, b: DueRow): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.code.localeCompare(b.code, 'vi');
}

/**
 * Which due items a workbook of what is shown holds, as the server is asked for them; undefined where it cannot be
 * asked in those words.
 */
export function exportFilter(
  { today, todo, waiting }: MyWork,
  { group, search, state, role, agency, holder }: MyWorkView,
): Readonly<Record<string, string>> | undefined {
  if (group === 'review' || group === 'undated' || holder !== undefined) return undefined;
  const own = new Set([...todo, ...waiting].map(({ agencyId }) => agencyId));
  const agencyId = agency ?? (own.size === 1 ? [...own][0] : undefined);
  const sunday = sundayOf(today);
  const spans: Readonly<Record<string, object>> = {
    late: { view: 'late' },
    today: { view: 'open', dueFrom: today, dueTo: today },
    week: { view: 'open', dueFrom: dayAfter(today), dueTo: sunday },
    later: { view: 'open', dueFrom: dayAfter(sunday) },
    'handed-in': { view: 'submitted' },
  };
  return {
    ...(group === undefined ? { view: 'open' } : spans[group]),
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(search === undefined ? {} : { search }),
    ...(state === undefined ? {} : { state }),
    ...(role === undefined ? {} : { role }),
  };
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
