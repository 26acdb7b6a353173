import type { OwnItem } from '#contract/task/work.ts';
import { fold } from '#domain/kernel/text.ts';
import { OPEN_STATES } from '#domain/task/work/work-act.ts';

/** What of one's work is shown, as the address keeps it. */
export interface MyWorkView {
  readonly search?: string | undefined;
  readonly state?: string | undefined;
  readonly role?: string | undefined;
  readonly agency?: string | undefined;
  readonly plan?: string | undefined;
  /** "toi": only what I hold. */
  readonly holder?: string | undefined;
  /** Only one group. */
  readonly group?: string | undefined;
}

export const MY_WORK_VIEW = ['search', 'state', 'role', 'agency', 'plan', 'holder', 'group'] as const;

/** In the order they are shown. */
export const GROUPS = ['late', 'today', 'week', 'review', 'later', 'handed-in', 'undated', 'finished'] as const;
export type Group = (typeof GROUPS)[number];

/** Where an item stands in my day. What others handed in and I review is a group of its own, whatever its day. */
export function groupOf(item: OwnItem, today: string): Group {
  if (item.may.some((deed) => deed === 'accept' || deed === 'grant')) return 'review';
  if (item.state === 'submitted') return 'handed-in';
  if (!OPEN_STATES.includes(item.state)) return 'finished';
  if (item.dueOn === null) return 'undated';
  if (item.dueOn < today) return 'late';
  if (item.dueOn === today) return 'today';
  return item.dueOn <= sundayOf(today) ? 'week' : 'later';
}

/** The last day of the week a day lies in. */
function sundayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

/** The items the address asks for, soonest first, by group; groups without any are left out. */
export function groupItems(
  items: readonly OwnItem[],
  view: MyWorkView,
  { today, personId }: { readonly today: string; readonly personId: string },
): readonly { readonly group: Group; readonly items: readonly OwnItem[] }[] {
  const words = fold(view.search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const isAsked = (item: OwnItem) => {
    const text = fold(`${item.code} ${item.name} ${item.label} ${item.lastText ?? ''}`);
    return (
      words.every((word) => text.includes(word)) &&
      (view.state === undefined || view.state === item.state) &&
      (view.role === undefined || view.role === item.role) &&
      (view.agency === undefined || view.agency === item.agencyId) &&
      (view.plan === undefined || view.plan === item.planId) &&
      (view.holder !== 'toi' || item.holder?.personId === personId)
    );
  };
  const grouped = Map.groupBy(items.filter(isAsked), (item) => groupOf(item, today));
  return GROUPS.filter((group) => view.group === undefined || view.group === group).flatMap((group) => {
    const held = grouped.get(group);
    return held === undefined ? [] : [{ group, items: held.toSorted(bySoonest) }];
  });
}

function bySoonest(a: OwnItem, b: OwnItem): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.code.localeCompare(b.code, 'vi');
}
