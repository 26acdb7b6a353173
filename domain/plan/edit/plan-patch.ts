import type { PlanRow } from '../document/plan-reading.ts';

// What a change did to the rows of a plan, exactly: enough to undo it without asking how it was made.

export interface PlacedRow {
  /** Place in the whole plan, from 0, depth first. */
  readonly at: number;
  readonly row: PlanRow;
}

/** Rows as they stood before (gone or altered) and as they stand after (new or altered). */
export interface PlanPatch {
  readonly before: readonly PlacedRow[];
  readonly after: readonly PlacedRow[];
}

/**
 * The patch between two states of a plan. Rows not touched must be the same objects, in the same relative order;
 * `moved` names those that changed their place only.
 */
export function diffRows(
  before: readonly PlanRow[],
  after: readonly PlanRow[],
  moved: ReadonlySet<string> = new Set(),
): PlanPatch {
  const held = new Map(before.map((row) => [row.key, row]));
  const found = new Map(after.map((row) => [row.key, row]));
  const isTouched = (key: string) => moved.has(key) || held.get(key) !== found.get(key);
  const placed = (rows: readonly PlanRow[]) =>
    rows.map((row, at) => ({ at, row })).filter(({ row }) => isTouched(row.key));
  return { before: placed(before), after: placed(after) };
}

/** The rows after a patch; exact where they stand as they did when it was made. */
export function applyPatch(rows: readonly PlanRow[], patch: PlanPatch): readonly PlanRow[] {
  const gone = new Set(patch.before.map(({ row }) => row.key));
  const kept = rows.filter(({ key }) => !gone.has(key));
  const result: PlanRow[] = [];
  const coming = [...patch.after].sort((one, other) => one.at - other.at);
  let next = 0;
  for (const { at, row } of coming) {
    while (result.length < at && next < kept.length) {
      const own = kept[next];
      if (own !== undefined) result.push(own);
      next += 1;
    }
    result.push(row);
  }
  return [...result, ...kept.slice(next)];
}

export function invertPatch({ before, after }: PlanPatch): PlanPatch {
  return { before: after, after: before };
}
