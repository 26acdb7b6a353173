import type { Columns } from './columns.ts';
import { filledCells, type GridCell, type GridRow } from './grid.ts';
import type { ColumnRole } from './header-words.ts';
import type { JoinedCell } from './joined-cell.ts';
import { mergeCells } from './repeated-words.ts';
import type { Place } from './source.ts';

// One row of a table as cells by their role.

export type CellRole = Exclude<ColumnRole, 'other' | 'note'>;

export interface SecondLead {
  readonly leads: JoinedCell;
  readonly coordinators: JoinedCell | undefined;
}

export interface RowDraft {
  place: Place;
  cells: Partial<Record<CellRole, JoinedCell>>;
  /** Columns the plan has no field for ("Ghi chú", "Lãnh đạo phụ trách"). */
  notes: { readonly header: string; readonly cell: JoinedCell }[];
  secondLeads: SecondLead[];
  spilled: boolean;
  /** One cell across most of the table: a heading. */
  merged: boolean;
  /** Made of the lines above a table of its own (an annex, an area), not of a row. */
  section: boolean;
}

export function draftRow(row: GridRow, columns: Columns, previous: RowDraft | undefined): RowDraft {
  const draft: RowDraft = {
    place: row.row.place,
    cells: {},
    notes: [],
    secondLeads: [],
    spilled: false,
    merged: isMerged(row),
    section: false,
  };
  const alone = loneHeading(row, columns, draft.merged);
  row.cells.forEach((held, column) => {
    if (held === undefined || row.cells[column - 1]?.cell === held.cell) return;
    const text = held.cell.text.trim();
    const role = alone === held.cell ? headingRole(columns, text) : (columns.roles[column] ?? 'other');
    if (role === 'other' || role === 'note') {
      if (text !== '' && !held.hanging)
        draft.notes.push({ header: headerOf(columns, column), cell: cellOf(held, text) });
    } else addCell(draft, role, ticked(held, text, columns.lower[column]));
  });
  if (draft.merged && previous === undefined) draft.merged = true;
  return draft;
}

function addCell(draft: RowDraft, role: CellRole, cell: JoinedCell): void {
  const before = draft.cells[role];
  if (before === undefined || before.text === '') draft.cells[role] = cell;
  else if (cell.text !== '')
    draft.cells[role] = mergeCells(
      before,
      cell,
      `${before.text}${role === 'deadline' ? ' - ' : '\n'}${cell.text}`,
    );
}

function cellOf(held: GridCell, text: string): JoinedCell {
  return {
    text,
    places: [held.cell.place],
    parts: text === '' || held.hanging ? [] : [text],
    hanging: held.hanging,
  };
}

/** A cross below "Quý II" or "2026" says that period. */
function ticked(held: GridCell, text: string, lower: string | undefined): JoinedCell {
  const cell = cellOf(held, text);
  if (!/^[xX✓✔√]$/u.test(text) || lower === undefined || lower.trim() === '') return cell;
  const period = lower.trim();
  return { ...cell, text: /^20\d\d$/.test(period) ? `Năm ${period}` : period };
}

function headerOf(columns: Columns, column: number): string {
  return [columns.headers[column] ?? '', columns.lower[column] ?? '']
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(': ');
}

function isMerged(row: GridRow): boolean {
  const own = filledCells(row);
  const widest = own[0];
  const across = widest === undefined ? 0 : row.cells.filter((held) => held?.cell === widest).length;
  return (
    (own.length <= 2 &&
      own.some((cell) => {
        const wide = row.cells.filter((held) => held?.cell === cell).length;
        return wide >= 3 && wide * 2 >= row.cells.length;
      })) ||
    (own.length === 1 && across >= 3)
  );
}

const NUMBERED = /^(phần|phụ lục|nhóm|mục|[IVXLC]+[.):]?\s|[A-ZĐ][.)]\s|\d+(\.\d+)*[.)]\s)/u;

/** The cell of a heading that fills the row alone, wherever it begins. */
function loneHeading(row: GridRow, columns: Columns, merged: boolean): GridCell['cell'] | undefined {
  const own = filledCells(row);
  const [only] = own;
  if (only === undefined || own.length > 1) return undefined;
  const column = row.cells.findIndex((held) => held?.cell === only);
  const role = columns.roles[column];
  if (role === 'name' || role === 'code') return undefined;
  return merged || (column === 0 && NUMBERED.test(only.text.trim())) ? only : undefined;
}

/** A heading that holds number and name stands where numbers stand, for the outline to divide. */
function headingRole(columns: Columns, text: string): CellRole {
  return columns.roles.includes('code') && NUMBERED.test(text) ? 'code' : 'name';
}
