import { clean, fold } from '../../kernel/text.ts';
import {
  type ColumnRole,
  type Columns,
  findColumns,
  type GridRow,
  isColumnNumbers,
  isRepeatedHeader,
  layOut,
} from './columns.ts';
import type { Place, SourceRow } from './source.ts';

// From the rows of tables to the rows of a plan. A page break cuts a row in two: its second half comes first on the
// next page, without a number. A row without a number elsewhere is a second lead of the row above, or a row of its own.

export type CellRole = Exclude<ColumnRole, 'other'>;

export interface JoinedCell {
  readonly text: string;
  readonly places: readonly Place[];
  /** Parts as they stood, joined or not. */
  readonly parts: readonly string[];
  /** True where the cell reaches over several rows and began above. */
  readonly spanned: boolean;
}

export interface JoinedRow {
  readonly place: Place;
  readonly cells: Readonly<Partial<Record<CellRole, JoinedCell>>>;
  /** Columns the plan does not know, with their headers. */
  readonly extras: readonly { readonly header: string; readonly cell: JoinedCell }[];
  readonly secondLeads: readonly {
    readonly leads: JoinedCell;
    readonly coordinators: JoinedCell | undefined;
  }[];
  readonly spilled: boolean;
}

export interface JoinedTable {
  readonly rows: readonly JoinedRow[];
  readonly headerCells: readonly { readonly text: string; readonly place: Place }[];
  readonly repeated: readonly { readonly text: string; readonly place: Place }[];
  readonly spillOvers: number;
}

interface Draft {
  place: Place;
  cells: Partial<Record<CellRole, JoinedCell>>;
  extras: { header: string; cell: JoinedCell }[];
  secondLeads: { leads: JoinedCell; coordinators: JoinedCell | undefined }[];
  spilled: boolean;
}

/** Reads consecutive tables as one plan table; undefined where none of them has the header of a plan. */
export function joinTables(tables: readonly (readonly SourceRow[])[]): JoinedTable | undefined {
  const state = {
    rows: [] as Draft[],
    headerCells: [] as { text: string; place: Place }[],
    repeated: [] as { text: string; place: Place }[],
    spillOvers: 0,
  };
  let columns: Columns | undefined;
  for (const table of tables) {
    const grid = layOut(table);
    let afterBreak = columns !== undefined;
    let page: number | undefined = grid[0]?.row.place.page;
    for (let at = 0; at < grid.length; at++) {
      const row = grid[at];
      if (row === undefined) continue;
      if (row.row.place.page !== page) afterBreak = true;
      page = row.row.place.page;
      const found =
        columns !== undefined && !isRepeatedHeader(row, columns)
          ? newHeader(grid, at, columns)
          : findColumns(grid, at);
      if (found !== undefined || (columns !== undefined && isRepeatedHeader(row, columns))) {
        columns = found ?? columns;
        const depth = found?.depth ?? 1;
        for (const header of grid.slice(at, at + depth)) keepHeader(state.headerCells, header);
        at += depth - 1;
        afterBreak = state.rows.length > 0;
        continue;
      }
      if (columns === undefined) {
        // Lines above the header belong to the table in print only: titles, units.
        if (grid.slice(at).some((_, ahead) => findColumns(grid, at + ahead) !== undefined))
          keepHeader(state.headerCells, row);
        else break;
        continue;
      }
      if (isColumnNumbers(row)) {
        keepHeader(state.headerCells, row);
        continue;
      }
      const draft = draftRow(row, columns);
      if (
        Object.values(draft.cells).every((cell) => cell === undefined || cell.text === '') &&
        draft.extras.length === 0
      )
        continue;
      place(draft, afterBreak, state);
      afterBreak = false;
    }
  }
  return columns === undefined ? undefined : state;
}

/** A second header with other columns starts another table; plain rows that only look like one do not. */
function newHeader(grid: readonly GridRow[], at: number, held: Columns): Columns | undefined {
  const found = findColumns(grid, at);
  if (found === undefined) return undefined;
  const row = grid[at];
  const code = held.roles.indexOf('code');
  const first = row?.cells[code]?.cell.text ?? '';
  return code === -1 || /^(stt|tt|s[ốo] tt)/i.test(clean(first)) ? found : undefined;
}

function keepHeader(kept: { text: string; place: Place }[], row: GridRow): void {
  for (const cell of row.row.cells) kept.push({ text: cell.text, place: cell.place });
}

function draftRow(row: GridRow, columns: Columns): Draft {
  const cells: Partial<Record<CellRole, JoinedCell>> = {};
  const extras: { header: string; cell: JoinedCell }[] = [];
  row.cells.forEach((held, column) => {
    if (held === undefined) return;
    const role = columns.roles[column] ?? 'other';
    const text = held.cell.text.trim();
    // A cell across several columns (the name of an area) stands once, in the first of them.
    if (held.spanned && row.cells.findIndex((other) => other?.cell === held.cell) !== column) return;
    const cell: JoinedCell = {
      text,
      places: [held.cell.place],
      parts: text === '' ? [] : [text],
      spanned: held.spanned,
    };
    const before = role === 'other' ? undefined : cells[role];
    if (role === 'other' || role === 'note') {
      if (text !== '') extras.push({ header: columns.headers[column] ?? '', cell });
    } else if (before === undefined || before.text === '') cells[role] = cell;
    else if (text !== '')
      cells[role] = {
        ...before,
        text: `${before.text}\n${text}`,
        places: [...before.places, held.cell.place],
        parts: [...before.parts, text],
      };
  });
  return { place: row.row.place, cells, extras, secondLeads: [], spilled: false };
}

function place(
  draft: Draft,
  afterBreak: boolean,
  state: { rows: Draft[]; repeated: { text: string; place: Place }[]; spillOvers: number },
): void {
  const previous = state.rows.at(-1);
  const filled = (role: CellRole) =>
    (draft.cells[role]?.text ?? '') !== '' && draft.cells[role]?.spanned !== true;
  const numbered = filled('code');
  if (previous === undefined || numbered) {
    state.rows.push(draft);
    return;
  }
  const leadsOnly = filled('leads') && !filled('name') && !filled('deadline');
  if (afterBreak && !(leadsOnly && startsWhole(previous, draft))) {
    state.spillOvers += 1;
    spill(previous, draft, state.repeated);
  } else if (leadsOnly && draft.cells.leads !== undefined) {
    previous.secondLeads.push({
      leads: draft.cells.leads,
      coordinators: filled('coordinators') ? draft.cells.coordinators : undefined,
    });
    if (filled('deliverables')) spillCell(previous, 'deliverables', draft, state.repeated);
    previous.extras.push(...draft.extras);
  } else if (
    filled('name') &&
    (filled('leads') || filled('deadline') || /^[-+•*]/.test(draft.cells.name?.text ?? ''))
  ) {
    state.rows.push(draft);
  } else if (filled('name') && previousIsGroup(previous)) {
    state.rows.push(draft);
  } else spill(previous, draft, state.repeated);
}

function previousIsGroup(previous: Draft): boolean {
  return (previous.cells.leads?.text ?? '') === '' && (previous.cells.deadline?.text ?? '') === '';
}

/** After a page break a line with a lead alone is a second lead only if the first one ended where a phrase may end. */
function startsWhole(previous: Draft, draft: Draft): boolean {
  const before = clean(previous.cells.leads?.text ?? '');
  const words = clean(draft.cells.leads?.text ?? '');
  return /^-\s*\p{Lu}/u.test(words) && /[.;]$/.test(before);
}

function spill(previous: Draft, draft: Draft, repeated: { text: string; place: Place }[]): void {
  previous.spilled = true;
  for (const role of Object.keys(draft.cells) as CellRole[]) spillCell(previous, role, draft, repeated);
  for (const extra of draft.extras) {
    const held = previous.extras.find(({ header }) => header === extra.header);
    if (held === undefined) previous.extras.push(extra);
    else held.cell = joinCells(held.cell, extra.cell);
  }
}

function spillCell(
  previous: Draft,
  role: CellRole,
  draft: Draft,
  repeated: { text: string; place: Place }[],
): void {
  const more = draft.cells[role];
  if (more === undefined || more.text === '') return;
  const held = previous.cells[role];
  if (held === undefined || held.text === '') previous.cells[role] = more;
  else if (isRepeat(held.text, more.text)) {
    repeated.push({ text: more.text, place: more.places[0] ?? {} });
    previous.cells[role] = { ...held, places: [...held.places, ...more.places] };
  } else previous.cells[role] = joinCells(held, more);
}

function joinCells(held: JoinedCell, more: JoinedCell): JoinedCell {
  return {
    text: `${held.text} ${more.text}`,
    places: [...held.places, ...more.places],
    parts: [...held.parts, ...more.parts],
    spanned: held.spanned,
  };
}

/** Words printed on both sides of a break: two or more, standing at the end of what came before (give or take a word or two). */
export function isRepeat(before: string, after: string): boolean {
  const earlier = fold(before).split(' ');
  const words = fold(after).split(' ');
  if (words.length < 2 || words.length > earlier.length) return false;
  for (let loose = 0; loose <= 2; loose++) {
    const end = earlier.length - loose;
    if (end >= words.length && earlier.slice(end - words.length, end).join(' ') === words.join(' '))
      return true;
  }
  return false;
}
