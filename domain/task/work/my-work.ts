import { fromEpochDay, toEpochDay, weekdayOf } from '../../calendar/epoch-day.ts';
import { fold } from '../../kernel/text.ts';
import type { WorkState } from './work-act.ts';

/** The groups of one's own work, in the order they are shown. */
export const WORK_GROUPS = ['late', 'today', 'week', 'review', 'later', 'undated', 'handed-in'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

export const WORK_GROUP_WORDS: Readonly<Record<WorkGroup, string>> = {
  late: 'Quá hạn',
  today: 'Hôm nay',
  week: 'Trong tuần này',
  review: 'Chờ tôi duyệt',
  later: 'Sau tuần này',
  undated: 'Chưa có ngày',
  'handed-in': 'Đã nộp, chờ duyệt',
};

/** What of a due item its place in one's work goes by. */
export interface MyWorkRow {
  readonly code: string;
  readonly name: string;
  readonly label: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: 'lead' | 'coordinate';
  readonly state: WorkState;
  /** ISO date; null without a day. */
  readonly dueOn: string | null;
  readonly lastText: string | null;
  readonly holder: { readonly personId: string } | null;
}

export interface MyWork<R extends MyWorkRow> {
  /** ISO date. */
  readonly today: string;
  readonly personId: string;
  /** What one's agencies still have to do. */
  readonly todo: readonly R[];
  /** What they handed in and nobody has decided yet. */
  readonly waiting: readonly R[];
}

/** What narrows one's work; what is left out is not asked. */
export interface MyWorkFilter {
  /** Words of the work, its agency or its last report, without diacritics, in any order. */
  readonly search?: string | undefined;
  readonly state?: WorkState | undefined;
  readonly role?: 'lead' | 'coordinate' | undefined;
  readonly agencyId?: string | undefined;
  /** Only what the person holds. */
  readonly holder?: 'me' | undefined;
}

export interface GroupedWork<R> {
  readonly group: WorkGroup;
  readonly items: readonly R[];
}

/** When of one's days an open item is due. */
export function spanOf({ dueOn }: Pick<MyWorkRow, 'dueOn'>, today: string): WorkGroup {
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  return dueOn <= sundayOf(today) ? 'week' : 'later';
}

/** The last day of the week a day lies in. */
function sundayOf(day: string): string {
  const at = toEpochDay(day);
  return fromEpochDay(at + 7 - weekdayOf(at));
}

/** One's own work that a filter asks for, by group, soonest first; groups without any are left out. */
export function groupWork<R extends MyWorkRow>(
  { todo, waiting, today, personId }: MyWork<R>,
  filter: MyWorkFilter,
): readonly GroupedWork<R>[] {
  const isAsked = matches(filter, personId);
  const grouped = Map.groupBy(todo.filter(isAsked), (item) => spanOf(item, today));
  grouped.set('handed-in', waiting.filter(isAsked));
  return WORK_GROUPS.flatMap((group) => {
    const items = grouped.get(group) ?? [];
    return items.length === 0 ? [] : [{ group, items: items.toSorted(bySoonest) }];
  });
}

function matches(filter: MyWorkFilter, personId: string): (item: MyWorkRow) => boolean {
  const words = fold(filter.search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return (item) => {
    const text = fold(`${item.code} ${item.name} ${item.label} ${item.agencyName} ${item.lastText ?? ''}`);
    return (
      words.every((word) => text.includes(word)) &&
      (filter.state === undefined || filter.state === item.state) &&
      (filter.role === undefined || filter.role === item.role) &&
      (filter.agencyId === undefined || filter.agencyId === item.agencyId) &&
      (filter.holder === undefined || item.holder?.personId === personId)
    );
  };
}

function bySoonest(a: MyWorkRow, b: MyWorkRow): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.code.localeCompare(b.code, 'vi');
}
