import { presentField } from './diff-plans.ts';
import { matchRows } from './match-rows.ts';
import type { PlanRow, TaskField } from './plan-reading.ts';

// A document imported again must not undo what people set right by hand after the first import. A correction is a
// difference between what was read then and what is held now; it goes onto the same task of the new reading unless
// the document itself changed those words, which then somebody has to decide.

export interface CarriedField {
  readonly key: string;
  readonly field: CorrectedField;
}

export interface Conflict extends CarriedField {
  /** The words set by hand. */
  readonly held: string;
  /** The words the new document says. */
  readonly document: string;
}

export interface Carried {
  readonly rows: readonly PlanRow[];
  readonly carried: readonly CarriedField[];
  readonly conflicts: readonly Conflict[];
  /** Rows added by hand, as they stand in `rows`. */
  readonly addedByHand: readonly PlanRow[];
  /** Rows of the document that were removed by hand before and are left out again. */
  readonly removedByHand: readonly PlanRow[];
}

type CorrectedField = Exclude<TaskField, 'code'> | 'kind' | 'targets';

const FIELDS = ['kind', 'name', 'deadline', 'leads', 'coordinators', 'deliverables', 'targets'] as const;

export function carryCorrections(plans: {
  /** Rows as the earlier document was read. */
  readonly read: readonly PlanRow[];
  /** The same rows as they are held now; a row keeps its key while it is corrected. */
  readonly held: readonly PlanRow[];
  /** Rows as the new document is read. */
  readonly document: readonly PlanRow[];
}): Carried {
  const heldByKey = new Map(plans.held.map((row) => [row.key, row]));
  const readKeys = new Set(plans.read.map(({ key }) => key));
  const matches = matchRows(plans.read, plans.document);
  const earlier = new Map(matches.map(({ before, after }) => [after.key, before]));
  const newKeys = new Map(matches.map(({ before, after }) => [before.key, after.key]));
  const carried: CarriedField[] = [];
  const conflicts: Conflict[] = [];
  const removedByHand: PlanRow[] = [];
  const rows: PlanRow[] = [];
  for (const row of plans.document) {
    const read = earlier.get(row.key);
    const held = read === undefined ? undefined : heldByKey.get(read.key);
    if (read === undefined) rows.push(row);
    else if (held === undefined) removedByHand.push(row);
    else {
      const fixed = correct({ row, read, held });
      rows.push(fixed.row);
      carried.push(...fixed.carried);
      conflicts.push(...fixed.conflicts);
    }
  }
  const addedByHand = plans.held
    .filter(({ key }) => !readKeys.has(key))
    .map((row) => ({
      ...row,
      key: `held-${row.key}`,
      parentKey: row.parentKey === null ? null : (newKeys.get(row.parentKey) ?? `held-${row.parentKey}`),
    }));
  for (const row of addedByHand) rows.splice(placeBelow(rows, row.parentKey), 0, row);
  return { rows, carried, conflicts, addedByHand, removedByHand };
}

function correct({ row, read, held }: { row: PlanRow; read: PlanRow; held: PlanRow }): {
  row: PlanRow;
  carried: readonly CarriedField[];
  conflicts: readonly Conflict[];
} {
  const carried: CarriedField[] = [];
  const conflicts: Conflict[] = [];
  let fixed = row;
  for (const field of FIELDS) {
    const by = words(held, field);
    const now = words(row, field);
    if (by === words(read, field) || by === now) continue;
    if (now === words(read, field)) {
      fixed = { ...fixed, ...{ [field]: held[field] } };
      carried.push({ key: row.key, field });
    } else conflicts.push({ key: row.key, field, held: shown(held, field), document: shown(row, field) });
  }
  const fields = new Set<string>(carried.map(({ field }) => field));
  return {
    row: {
      ...fixed,
      inherited: [
        ...fixed.inherited.filter((field) => !fields.has(field)),
        ...held.inherited.filter((field) => fields.has(field)),
      ],
      doubts: fixed.doubts.filter(({ field }) => !fields.has(field)),
    },
    carried,
    conflicts,
  };
}

function shown(row: PlanRow, field: CorrectedField): string {
  return field === 'targets' ? JSON.stringify(row.targets) : presentField(row, field);
}

/** What decides whether two fields are the same: the words and how they are read. */
function words(row: PlanRow, field: CorrectedField): string {
  if (field === 'targets') return JSON.stringify(row.targets);
  const reading =
    field === 'deadline'
      ? row.deadline.reading
      : field === 'leads' || field === 'coordinators'
        ? row[field].map((cell) => cell.reading)
        : [];
  return `${presentField(row, field)}\n${JSON.stringify(reading)}`;
}

/** Where the rows below a parent end. */
function placeBelow(rows: readonly PlanRow[], parentKey: string | null): number {
  if (parentKey === null) return rows.length;
  const below = new Set([parentKey]);
  let end = rows.length;
  for (const [at, row] of rows.entries())
    if (below.has(row.key) || (row.parentKey !== null && below.has(row.parentKey))) {
      below.add(row.key);
      end = at + 1;
    }
  return end;
}
