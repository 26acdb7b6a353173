import type { DueRow } from '#contract/task/work.ts';
import { fromEpochDay, toEpochDay, weekdayOf } from '#domain/calendar/epoch-day.ts';
import { OPEN_STATES } from '#domain/task/work/work-act.ts';

export type Week =
  | { readonly kind: 'late' | 'no-day' | 'done' }
  /** From Monday to Sunday (ISO dates). */
  | { readonly kind: 'week'; readonly from: string; readonly to: string };

interface Placed {
  readonly week: Week;
  readonly items: readonly DueRow[];
}

type WeekRow = Pick<DueRow, 'state' | 'dueOn'>;

/** Open work by the week it is due: what is late first, what has no day and what is done last. */
export function groupByWeek(rows: readonly DueRow[], today: string): readonly Placed[] {
  const groups = Map.groupBy(rows, (row) => placeOf(row, today));
  return [...groups]
    .toSorted(([a], [b]) => orderOf(a).localeCompare(orderOf(b)))
    .map(([place, items]) => ({ week: weekOf(place), items }));
}

function placeOf({ state, dueOn }: WeekRow, today: string): string {
  if (!OPEN_STATES.includes(state)) return 'done';
  if (dueOn === null) return 'no-day';
  if (dueOn < today) return 'late';
  const day = toEpochDay(dueOn);
  return fromEpochDay(day - weekdayOf(day) + 1);
}

function orderOf(place: string): string {
  return { late: '0', 'no-day': '8', done: '9' }[place] ?? `1${place}`;
}

function weekOf(place: string): Week {
  if (place === 'late' || place === 'no-day' || place === 'done') return { kind: place };
  return { kind: 'week', from: place, to: fromEpochDay(toEpochDay(place) + 6) };
}
