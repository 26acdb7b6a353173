import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { clean } from '../../kernel/text.ts';
import type { PlanRow, RowKind } from '../document/plan-reading.ts';
import type { PhraseReaders } from '../document/read-row.ts';
import { nextCode } from './next-code.ts';
import { diffRows, type PlanPatch } from './plan-patch.ts';
import { inheritBelow, type RowWords, rewordRow } from './row-words.ts';

// The acts on a living plan. Each takes the rows as they stand, in order, depth first, and answers with the rows
// after it and the patch between the two, which undoes it.

export interface Edited {
  readonly rows: readonly PlanRow[];
  readonly patch: PlanPatch;
}

/** Below which row, and after which of the rows there; null for the top of the plan, or the first place. */
export interface Position {
  readonly parentKey: string | null;
  readonly afterKey: string | null;
}

export function updateRow(
  rows: readonly PlanRow[],
  key: string,
  words: RowWords,
  read: PhraseReaders,
): Result<Edited> {
  const row = find(rows, key);
  if (row === undefined) return refuse(missing('nhiệm vụ này'));
  const faults = faultsOf(rows, row, words);
  if (faults.length > 0) return refuse(...faults);
  const above = find(rows, row.parentKey);
  const reworded = rewordRow(row, words, { above, read });
  if (reworded === row) return accept(edited(rows, rows));
  const replaced = rows.map((other) => (other === row ? reworded : other));
  return accept(edited(rows, inheritBelow(recodeBelow(replaced, reworded), key)));
}

export function createRow(
  rows: readonly PlanRow[],
  { key, kind, position, words }: { key: string; kind: RowKind; position: Position; words: RowWords },
  read: PhraseReaders,
): Result<Edited> {
  const place = findPlace(rows, kind, position);
  if (!place.ok) return place;
  const above = find(rows, position.parentKey);
  const code = nextCode(rows, above, kind);
  const blank: PlanRow = {
    key,
    code,
    parent: above?.code ?? null,
    parentKey: above?.key ?? null,
    depth: above === undefined ? 0 : above.depth + 1,
    kind,
    name: '',
    deadline: { text: '', reading: read.deadline('') },
    leads: [],
    coordinators: [],
    deliverables: [],
    targets: [],
    inherited: [],
    source: {},
    fields: {},
    doubts: [],
  };
  const given = { ...words, code: clean(words.code ?? '') === '' ? code : words.code };
  const faults = faultsOf(rows, blank, { name: '', ...given });
  if (faults.length > 0) return refuse(...faults);
  const filled = rewordRow(inheritAll(blank, above), given, { above, read });
  return accept(edited(rows, rows.toSpliced(place.value, 0, filled)));
}

/** Under another heading the row takes the next free number there; what it had inherited becomes its own words. */
export function moveRow(rows: readonly PlanRow[], key: string, position: Position): Result<Edited> {
  const row = find(rows, key);
  if (row === undefined) return refuse(missing('nhiệm vụ này'));
  const from = rows.indexOf(row);
  const until = endBelow(rows, from);
  const taken = rows.slice(from, until);
  const inside = new Set(taken.map((below) => below.key));
  if (inside.has(position.parentKey ?? '') || inside.has(position.afterKey ?? ''))
    return refuse(refusal('move-into-itself'));
  const left = rows.toSpliced(from, taken.length);
  const place = findPlace(left, row.kind, position);
  if (!place.ok) return place;
  if (position.parentKey === row.parentKey) {
    const moved = left.toSpliced(place.value, 0, ...taken);
    if (moved.every((other, at) => other === rows[at])) return accept(edited(rows, rows));
    return accept({ rows: moved, patch: diffRows(rows, moved, inside) });
  }
  const above = find(left, position.parentKey);
  const shift = (above === undefined ? 0 : above.depth + 1) - row.depth;
  const head: PlanRow = {
    ...row,
    code: nextCode(left, above, row.kind),
    parent: above?.code ?? null,
    parentKey: above?.key ?? null,
    inherited: [],
  };
  const placed = left.toSpliced(
    place.value,
    0,
    ...taken
      .map((below) => (below === row ? head : below))
      .map((below) => ({ ...below, depth: below.depth + shift })),
  );
  const moved = recodeBelow(placed, head);
  return accept({ rows: moved, patch: diffRows(rows, moved, inside) });
}

export function removeRow(rows: readonly PlanRow[], key: string): Result<Edited> {
  const row = find(rows, key);
  if (row === undefined) return refuse(missing('nhiệm vụ này'));
  if (rows.some(({ parentKey }) => parentKey === key))
    return refuse(refusal('task-has-children', { task: `${row.code}. ${row.name}` }));
  return accept(
    edited(
      rows,
      rows.filter((other) => other !== row),
    ),
  );
}

function edited(before: readonly PlanRow[], after: readonly PlanRow[]): Edited {
  return { rows: after, patch: diffRows(before, after) };
}

function find(rows: readonly PlanRow[], key: string | null): PlanRow | undefined {
  return key === null ? undefined : rows.find((row) => row.key === key);
}

function missing(what: string): Refusal {
  return refusal('not-found', { what });
}

function faultsOf(rows: readonly PlanRow[], row: PlanRow, words: RowWords): readonly Refusal[] {
  const faults: Refusal[] = [];
  if (words.name !== undefined && clean(words.name) === '') faults.push(refusal('task-name-missing'));
  if (words.code !== undefined && clean(words.code) === '') faults.push(refusal('task-code-missing'));
  const code = words.code === undefined ? row.code : clean(words.code);
  // A plan may come with doubled numbers; only making a new one double is refused.
  if (code !== '' && code !== row.code && rows.some((other) => other.key !== row.key && other.code === code))
    faults.push(refusal('task-code-taken', { code }));
  return faults;
}

/** Index at which a row would stand. */
function findPlace(
  rows: readonly PlanRow[],
  kind: RowKind,
  { parentKey, afterKey }: Position,
): Result<number> {
  const above = find(rows, parentKey);
  if (parentKey !== null && above === undefined) return refuse(missing('mục chứa nó'));
  if (above?.kind === 'task')
    return refuse(refusal('parent-is-task', { task: `${above.code}. ${above.name}` }));
  if (kind === 'area' && above !== undefined) return refuse(refusal('area-inside'));
  if (afterKey === null) return accept(above === undefined ? 0 : rows.indexOf(above) + 1);
  const after = find(rows, afterKey);
  if (after === undefined || after.parentKey !== parentKey) return refuse(missing('nhiệm vụ đứng trước'));
  return accept(endBelow(rows, rows.indexOf(after)));
}

/** Index after the last row below the one at `from`. */
function endBelow(rows: readonly PlanRow[], from: number): number {
  const depth = rows[from]?.depth ?? 0;
  let end = from + 1;
  while ((rows[end]?.depth ?? -1) > depth) end += 1;
  return end;
}

/** A row just made stands with all its heading hands down, until words of its own are given. */
function inheritAll(row: PlanRow, above: PlanRow | undefined): PlanRow {
  if (above === undefined || above.kind === 'area' || row.kind === 'area') return row;
  const { deadline, leads, coordinators } = above;
  const inherited = [
    ...(deadline.text === '' ? [] : (['deadline'] as const)),
    ...(leads.length === 0 ? [] : (['leads'] as const)),
    ...(coordinators.length === 0 ? [] : (['coordinators'] as const)),
  ];
  return { ...row, deadline, leads, coordinators, inherited };
}

/** Codes below a row whose own code changed begin with the new one. */
function recodeBelow(rows: readonly PlanRow[], head: PlanRow): readonly PlanRow[] {
  const codes = new Map([[head.key, head.code]]);
  const old = new Map(rows.map((row) => [row.key, row.code]));
  return rows.map((row) => {
    const parent = row.parentKey === null ? undefined : codes.get(row.parentKey);
    if (row.key === head.key || parent === undefined) return row;
    const before = row.parent ?? '';
    const code = row.code.startsWith(`${before}.`) ? `${parent}${row.code.slice(before.length)}` : row.code;
    codes.set(row.key, code);
    return code === old.get(row.key) && row.parent === parent ? row : { ...row, code, parent };
  });
}
