import { Workbook } from '@cj-tech-master/excelts';

const FONT = { name: 'Times New Roman', size: 12 };
const THIN = { style: 'thin' } as const;
const GRID = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const TINT = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } } as const;

export interface SheetColumn {
  readonly head: string;
  /** In the unit of Excel, about one letter. */
  readonly width: number;
  readonly hidden?: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly title: string;
  /** A line under the title. */
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Whether a cell stands out, as one to be written into. */
  readonly isTinted?: (row: number, column: number) => boolean;
}

/** A table as a workbook: title, head on every printed page, first two columns kept in sight, A4 landscape. */
export async function writeSheet(table: Sheet): Promise<Uint8Array> {
  const { name, title, note, columns, rows, isTinted = () => false } = table;
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
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
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: header.number }];
  for (const [index, cells] of rows.entries()) {
    const row = sheet.addRow([...cells]);
    for (const at of columns.keys()) {
      const cell = row.getCell(at + 1);
      cell.font = FONT;
      cell.border = GRID;
      cell.alignment = { vertical: 'top', wrapText: true };
      // Words stay words, also those that look like a number or a day.
      if (typeof cells[at] === 'string') cell.numFmt = '@';
      if (isTinted(index, at)) cell.fill = TINT;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
