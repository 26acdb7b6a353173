import type { Agency } from '../../agency.ts';
import type { Decision } from '../../history/agency-event.ts';
import { type AgencyLives, dayBefore } from '../../history/agency-life.ts';
import type { DraftFounding } from '../draft-event.ts';
import { slugOf } from '../slug-of.ts';
import { findAgency } from './find-agency.ts';
import { type NamedAgency, nameAgency } from './name-agency.ts';
import { COLUMN_WORDS } from './table-columns.ts';
import type { RowKind, TableProblem, TableRow } from './table-row.ts';

/** A table while its rows are turned into events: the agencies there are, and those it founds itself. */
export interface TableDraft {
  readonly directory: Agency[];
  readonly lives: AgencyLives;
  readonly parentOf: (agencyId: string, day: string) => string | null;
  /** Parents of the agencies the table itself founds. */
  readonly foundedUnder: Map<string, string | null>;
  /** Day of rows that name none. */
  readonly effectiveOn: string;
  /** Below which agency new ones stand where neither the table nor their predecessor says. */
  readonly rootId: string | null;
  readonly takenIds: Set<string>;
  readonly problems: TableProblem[];
}

/** From one old agency to one new name, on a day. */
export interface Edge {
  readonly row: TableRow;
  readonly on: string;
  readonly old: Agency;
  readonly newName: string;
  readonly kind: RowKind | null;
}

export function complain(
  draft: TableDraft,
  row: TableRow,
  problem: Pick<TableProblem, 'value' | 'message'> & Partial<TableProblem>,
): undefined {
  draft.problems.push({ row: row.row, column: null, candidates: [], ...problem });
  return undefined;
}

export function dayOf(draft: TableDraft, { effectiveOn }: TableRow): string {
  return effectiveOn ?? draft.effectiveOn;
}

/** The decision a row names; null where it names none and takes that of the reform. */
export function decisionOf({ number, signedOn }: TableRow): Decision | null {
  return number === '' && signedOn === null
    ? null
    : { number: number === '' ? null : number, date: signedOn, title: null };
}

/** The agency a row calls old, as of the day before. */
export function findOld(draft: TableDraft, row: TableRow, name: string): Agency | undefined {
  const found = findAgency(name, {
    ...draft,
    day: dayBefore(dayOf(draft, row)),
    parent: row.oldParent,
  });
  if (found.kind === 'one') return found.agency;
  return complain(draft, row, {
    column: COLUMN_WORDS.old,
    value: name,
    message: found.message,
    candidates: found.candidates,
  });
}

/** The living agency of that name on the day, where there is just one. */
export function findHeld(draft: TableDraft, row: TableRow, name: string): Agency | undefined {
  const found = findAgency(name, { ...draft, day: dayOf(draft, row), parent: row.parent });
  return found.kind === 'one' ? found.agency : undefined;
}

/** Founds a new agency by its name; like its predecessor where its name does not say what it is. */
export function foundNew(
  draft: TableDraft,
  row: TableRow,
  { name, like }: { readonly name: string; readonly like: Agency | undefined },
): DraftFounding | undefined {
  const on = dayOf(draft, row);
  const written = row.prefix === '' ? undefined : nameAgency(`${row.prefix} ${name}`);
  const named: NamedAgency | undefined =
    nameAgency(name) ??
    written ??
    (like === undefined ? undefined : { name, shortNames: [], level: like.level, kind: like.kind });
  if (named === undefined)
    return complain(draft, row, {
      column: COLUMN_WORDS.new,
      value: name,
      message: 'Chưa rõ là loại cơ quan gì. Hãy ghi đủ tên, ví dụ "Xã …", "Sở …", "Trung tâm …".',
    });
  const parentId = parentOf(draft, row, like);
  const codes = codesOf(draft, row);
  if (parentId === undefined || codes === undefined) return undefined;
  const id = slugOf(named.name, on.slice(0, 4), draft.takenIds);
  draft.takenIds.add(id);
  draft.foundedUnder.set(id, parentId);
  draft.directory.push({
    ...named,
    id,
    validFrom: on,
    validTo: null,
    successors: [],
    verified: false,
    source: '',
  });
  return { ...named, id, parentId, codes, groups: [] };
}

function parentOf(draft: TableDraft, row: TableRow, like: Agency | undefined): string | null | undefined {
  const on = dayOf(draft, row);
  if (row.parent !== '') {
    const found = findAgency(row.parent, { ...draft, day: on, parent: '' });
    if (found.kind === 'one') return found.agency.id;
    return complain(draft, row, {
      column: COLUMN_WORDS.parent,
      value: row.parent,
      message: found.message,
      candidates: found.candidates,
    });
  }
  const above = like === undefined ? undefined : draft.lives.get(like.id)?.parents.at(-1)?.parentId;
  if (above === undefined || above === null) return draft.rootId;
  const validTo = draft.lives.get(above)?.validTo ?? null;
  return validTo === null || on <= validTo ? above : draft.rootId;
}

function codesOf(draft: TableDraft, row: TableRow): DraftFounding['codes'] | undefined {
  if (row.code === '') return [];
  if (/^\d{1,5}$/.test(row.code)) return [{ system: 'gso', code: row.code.padStart(5, '0') }];
  if (/^[A-Z]\d{1,3}(?:\.[A-Z0-9]+)*$/.test(row.code)) return [{ system: 'egov', code: row.code }];
  return complain(draft, row, {
    column: COLUMN_WORDS.code,
    value: row.code,
    message: 'Mã phải là 5 chữ số (thống kê) hoặc dạng H37.… (định danh điện tử).',
  });
}
