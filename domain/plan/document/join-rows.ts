import { clean } from '../../kernel/text.ts';
import { type Columns, findColumns, isColumnNumbers, isRepeatedHeader } from './columns.ts';
import { type CellRole, draftRow, type RowDraft } from './draft-row.ts';
import { filledCells, type GridRow } from './grid.ts';
import { type ColumnRole, foldHeader } from './header-words.ts';
import { isFooter, linesOf, type OutsideText, type PlanTable } from './plan-tables.ts';
import { joinTexts, mergeCells } from './repeated-words.ts';
import { findSections } from './sections.ts';

// From the rows of tables to the rows of a plan. A page break cuts a row in two: its second half comes first on the
// next page, without a number. A row without a number elsewhere is a second lead of the row above, or a row of its own.

export type JoinedRow = Readonly<RowDraft>;

export interface JoinedTable {
  readonly rows: readonly JoinedRow[];
  readonly headerCells: readonly OutsideText[];
  readonly repeated: readonly OutsideText[];
  /** Lines inside the tables that are no rows: titles above the header, signatures below. */
  readonly outside: readonly OutsideText[];
  readonly spillOvers: number;
}

interface State {
  rows: RowDraft[];
  headerCells: OutsideText[];
  repeated: OutsideText[];
  outside: OutsideText[];
  spillOvers: number;
  columns: Columns;
  /** Few rows are numbered, so a missing number says nothing about a page break. */
  unnumbered: boolean;
}

const NO_COLUMNS: Columns = { roles: [], headers: [], lower: [], depth: 0 };

/** Reads consecutive tables as the rows of one plan. */
export function joinTables(tables: readonly PlanTable[]): JoinedTable {
  const state: State = {
    rows: [],
    headerCells: [],
    repeated: [],
    outside: [],
    spillOvers: 0,
    columns: NO_COLUMNS,
    unnumbered: false,
  };
  const sections = findSections(tables);
  for (const [at, table] of tables.entries()) {
    const section = sections[at];
    if (section !== undefined) state.rows.push(section);
    readTable(table, state);
  }
  return state;
}

function readTable({ grid, header }: PlanTable, state: State): void {
  if (header !== undefined) {
    state.columns = header.columns;
    for (const row of grid.slice(header.at, header.at + header.columns.depth)) keepHeader(state, row);
  }
  const start = header === undefined ? 0 : header.at + header.columns.depth;
  const numbered = countNumbered(grid.slice(start), state.columns);
  state.unnumbered = numbered < 0.4;
  let afterBreak = state.rows.length > 0;
  let page = grid[start]?.row.place.page;
  for (let at = start; at < grid.length; at++) {
    const row = grid[at];
    if (row === undefined) continue;
    if (row.row.place.page !== page) afterBreak = true;
    page = row.row.place.page;
    const depth = headerDepth(grid, at, state);
    if (depth > 0) {
      for (const line of grid.slice(at, at + depth)) keepHeader(state, line);
      at += depth - 1;
      afterBreak = state.rows.length > 0;
    } else if (isColumnNumbers(row)) keepHeader(state, row);
    else if (isFooter(row) && !startsWithNumber(row, state.columns)) {
      state.outside.push(...linesOf(grid.slice(at)));
      return;
    } else if (filledCells(row).length > 0 || row.cells.some((held) => held?.hanging)) {
      const draft = draftRow(row, state.columns, state.rows.at(-1));
      if (!isBlank(draft)) {
        placeRow(draft, afterBreak, state);
        afterBreak = false;
      }
    }
  }
}

/** Rows a header takes at this row: the known one printed again, or a new one with other columns. */
function headerDepth(grid: readonly GridRow[], at: number, state: State): number {
  const row = grid[at];
  if (row === undefined) return 0;
  if (isRepeatedHeader(row, state.columns)) {
    const found = findColumns(grid, at);
    return found?.depth ?? 1;
  }
  const code = state.columns.roles.indexOf('code');
  if (code !== -1 && !/^(stt|tt|so tt|so thu tu)$/.test(foldHeader(row.cells[code]?.cell.text ?? '')))
    return 0;
  if (code === -1 && filledCells(row).length < 3) return 0;
  const found = findColumns(grid, at);
  if (found === undefined || (code === -1 && !found.roles.includes('code'))) return 0;
  state.columns = found;
  return found.depth;
}

function keepHeader(state: State, row: GridRow): void {
  for (const { text, place } of row.row.cells) state.headerCells.push({ text, place });
}

function countNumbered(grid: readonly GridRow[], columns: Columns): number {
  const code = columns.roles.indexOf('code');
  if (code === -1) return 0;
  const rows = grid.filter((row) => filledCells(row).length > 0);
  return (
    rows.filter((row) => (row.cells[code]?.cell.text.trim() ?? '') !== '').length / Math.max(1, rows.length)
  );
}

function startsWithNumber(row: GridRow, columns: Columns): boolean {
  const code = columns.roles.indexOf('code');
  return (
    /^([IVXLC]+|[A-Z]|\d+)[.)]?/.test(row.cells[code]?.cell.text.trim() ?? '') && filledCells(row).length > 2
  );
}

function isBlank(draft: RowDraft): boolean {
  const own = Object.values(draft.cells).filter(
    (cell) => cell !== undefined && cell.text !== '' && !cell.hanging,
  );
  return own.length === 0 && draft.notes.length === 0;
}

const filled = (row: RowDraft, role: ColumnRole) => {
  const cell = role === 'other' || role === 'note' ? undefined : row.cells[role];
  return cell !== undefined && cell.text !== '' && !cell.hanging;
};

function placeRow(draft: RowDraft, afterBreak: boolean, state: State): void {
  const previous = state.rows.at(-1);
  if (
    previous === undefined ||
    previous.section ||
    filled(draft, 'code') ||
    isOwnRow(draft, previous, afterBreak, state)
  ) {
    state.rows.push(draft);
    return;
  }
  if (!filled(draft, 'name') && filled(draft, 'leads') && !(afterBreak && !startsWhole(previous, draft))) {
    addLead(previous, draft, state);
    return;
  }
  if (afterBreak) state.spillOvers += 1;
  previous.spilled ||= afterBreak;
  for (const role of Object.keys(draft.cells) as CellRole[]) spillCell(previous, role, draft, state);
  previous.notes.push(...draft.notes);
}

/** A row without a number that is none the less a row of its own. */
function isOwnRow(draft: RowDraft, previous: RowDraft, afterBreak: boolean, state: State): boolean {
  if (!filled(draft, 'name')) return false;
  const name = clean(draft.cells.name?.text ?? '');
  const working = filled(draft, 'leads') || filled(draft, 'deadline');
  const group = !filled(previous, 'leads') && !filled(previous, 'deadline') && !previous.cells.leads?.hanging;
  if (draft.merged || isCapitals(name)) return !isCapitals(previous.cells.name?.text ?? '') || !afterBreak;
  if (/^(\d+(\.\d+)*[.)]|[IVXLC]+[.)]|[A-ZĐ][.)]|[a-zđ]\))\s/u.test(name)) return true;
  if (/^[-+•*]\s/.test(name)) return working || group;
  if (!/^["“(]?[\p{Lu}\d]/u.test(name)) return !afterBreak && working;
  if (!afterBreak) return true;
  if (state.unnumbered) return working;
  return filled(draft, 'leads') && filled(draft, 'deadline') && isWhole(previous) && isWhole(draft);
}

/** Deadline and lead both begin as such cells begin: not the second half of a cut cell. */
function isWhole({ cells }: RowDraft): boolean {
  return (
    /^(trong|năm|quý|tháng|trước|thường|hằng|hàng|theo|từ|đến|ngày|sau|\d)/iu.test(
      cells.deadline?.text ?? '',
    ) &&
    !/(trong|năm|quý|tháng|trước|theo|theo kế|ngày|,)$/iu.test(cells.deadline?.text ?? '') &&
    /^[-+•]?\s*\p{Lu}/u.test(cells.leads?.text ?? '') &&
    !/(,|;| và| cấp|^sở|^văn phòng|^các)$/iu.test(cells.leads?.text ?? '')
  );
}

function isCapitals(text: string): boolean {
  return text.split(' ').length >= 2 && /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}

/** After a page break a lead alone is a second lead only where the first one ended as a phrase may end. */
function startsWhole(previous: RowDraft, draft: RowDraft): boolean {
  const before = clean(previous.cells.leads?.text ?? '');
  const words = clean(draft.cells.leads?.text ?? '');
  const others = (['deliverables', 'targets', 'deadline'] as const).some((role) => filled(draft, role));
  return /^[-+•]\s*\p{Lu}/u.test(words) && /[.;]$/.test(before) && !others;
}

function addLead(previous: RowDraft, draft: RowDraft, state: State): void {
  const { leads } = draft.cells;
  if (leads === undefined) return;
  const coordinators = filled(draft, 'coordinators') ? draft.cells.coordinators : undefined;
  if (filled(previous, 'leads') || previous.cells.leads?.hanging)
    previous.secondLeads.push({ leads, coordinators });
  else {
    previous.cells.leads = leads;
    spillCell(previous, 'coordinators', draft, state);
  }
  for (const role of ['deadline', 'deliverables', 'targets', 'unit'] as const)
    spillCell(previous, role, draft, state, '\n');
  previous.notes.push(...draft.notes);
}

function spillCell(previous: RowDraft, role: CellRole, draft: RowDraft, state: State, between = ' '): void {
  const more = draft.cells[role];
  if (more === undefined || more.text === '' || more.hanging) return;
  const held = previous.cells[role];
  if (held === undefined || held.text === '') {
    previous.cells[role] = more;
    return;
  }
  const { text, repeated, rest } = joinTexts(held.text, more.text, between);
  if (repeated !== '') state.repeated.push({ text: repeated, place: more.places[0] ?? {} });
  previous.cells[role] = mergeCells(held, { ...more, parts: rest === '' ? [] : [rest] }, text);
}
