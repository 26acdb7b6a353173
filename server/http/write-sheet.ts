import { Workbook } from '@cj-tech-master/excelts';
import { rowHeight, type WrappedCell } from './row-height.ts';

const FONT = { name: 'Times New Roman', size: 12 };
const THIN = { style: 'thin' } as const;
const GRID = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const TINT = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } } as const;

/** Widths together from which on a page of A4 is too small to read. */
const WIDE = 180;
const A4 = 9;
/** ECMA-376 18.3.1.63; the types of the library leave it out. */
const A3 = 8 as typeof A4;

/** Number of the first row under the head; title and note stand above it. */
export const FIRST_ROW = 4;

export interface SheetColumn {
  readonly head: string;
  /** In the unit of Excel, about one letter. */
  readonly width: number;
  readonly hidden?: boolean;
  /** How Excel shows numbers: "0%". */
  readonly format?: string;
}

/** A column that says what it holds of a row; `at` is the row's place in the table, from 0. */
export interface ColumnOf<R> extends SheetColumn {
  readonly of: (row: R, at: number) => string | number | Computed;
}

/** What Excel computes itself, and what it comes to for those who only look. */
export interface Computed {
  readonly formula: string;
  readonly result: number;
}

export interface Sheet {
  readonly name: string;
  readonly title: string;
  /** A line under the title. */
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | Computed)[])[];
  /** Whether a cell stands out, as one to be written into. */
  readonly isTinted?: (row: number, column: number) => boolean;
  /** Columns kept in sight beside the others. */
  readonly keptColumns?: number;
}

/** The columns and rows of a sheet from what each column holds of a row. */
export function fillSheet<R>(
  columns: readonly ColumnOf<R>[],
  rows: readonly R[],
): Pick<Sheet, 'columns' | 'rows'> {
  return { columns, rows: rows.map((row, at) => columns.map(({ of }) => of(row, at))) };
}

/** Tables as one workbook: title, head on every printed page, first columns kept in sight, landscape. */
export async function writeSheets(tables: readonly Sheet[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const table of tables) addSheet(workbook, table);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, table: Sheet): void {
  const { name, title, note, columns, rows, isTinted = () => false, keptColumns = 2 } = table;
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: isWide(columns) ? A3 : A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  });
  sheet.columns = columns.map(({ width, hidden = false }) => ({ width, hidden }));
  const shown = columns.filter(({ hidden }) => hidden !== true).length;
  for (const [words, bold] of [
    [title, true],
    [note, false],
  ] as const) {
    const row = sheet.addRow([words]);
    sheet.mergeCells(row.number, 1, row.number, shown);
    row.getCell(1).font = { ...FONT, bold, italic: !bold, size: bold ? 14 : 12 };
  }
  const header = sheet.addRow(columns.map(({ head }) => head));
  for (const at of columns.keys()) {
    const cell = header.getCell(at + 1);
    cell.font = { ...FONT, bold: true };
    cell.border = GRID;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  header.height = rowHeight(columns.map(({ head, width }) => ({ words: head, width })));
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
  sheet.views = [{ state: 'frozen', xSplit: keptColumns, ySplit: header.number }];
  for (const [index, cells] of rows.entries()) {
    const row = sheet.addRow([...cells]);
    // What people write into grows by itself, which a row of a set height does not.
    if (table.isTinted === undefined) row.height = rowHeight(wrapped(columns, cells));
    for (const [at, { format }] of columns.entries()) {
      const cell = row.getCell(at + 1);
      cell.font = FONT;
      cell.border = GRID;
      cell.alignment = { vertical: 'top', wrapText: true };
      // Words stay words, also those that look like a number or a day.
      if (typeof cells[at] === 'string') cell.numFmt = '@';
      else if (format !== undefined) cell.numFmt = format;
      if (isTinted(index, at)) cell.fill = TINT;
    }
  }
}

function isWide(columns: readonly SheetColumn[]): boolean {
  return columns.reduce((sum, { width, hidden = false }) => sum + (hidden ? 0 : width), 0) > WIDE;
}

/** Numbers are shown on one line. */
function wrapped(columns: readonly SheetColumn[], cells: Sheet['rows'][number]): readonly WrappedCell[] {
  return columns.flatMap(({ width, hidden = false }, at) => {
    const words = cells[at];
    return hidden || typeof words !== 'string' ? [] : [{ words, width }];
  });
}
