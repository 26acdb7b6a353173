import { Workbook } from '@cj-tech-master/excelts';
import { rowHeight } from '../../http/row-height.ts';
import {
  type Column,
  columnsOf,
  type PlanForExport,
  preambleLines,
  type TableLine,
  tableLines,
} from './plan-for-export.ts';

const FONT = { name: 'Times New Roman', size: 12 };
const THIN = { style: 'thin' } as const;
const GRID = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** Characters a line of the column holds; the unit of Excel's widths is about one. */
function widthOf({ share }: Column): number {
  return share * 1.5;
}

/** Bold letters are wider. */
function heightOf({ cells, emphasis }: TableLine, columns: readonly Column[]): number {
  const share = emphasis === 'none' ? 1 : 0.9;
  return rowHeight(
    cells.map((paragraphs, at) => ({
      words: paragraphs.join('\n'),
      width: widthOf(columns[at] ?? { header: '', share: 10 }) * share,
    })),
  );
}

/** The plan as a workbook: the document's own table, ready to print on A4 landscape with the header on every page. */
export async function writePlanXlsx(plan: PlanForExport): Promise<Uint8Array> {
  const columns = columnsOf(plan);
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Kế hoạch', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map((column) => ({ width: widthOf(column) }));
  const { title, attachment } = preambleLines(plan);
  for (const [text, font] of [
    ['PHỤ LỤC', { ...FONT, bold: true, size: 14 }],
    [title, { ...FONT, bold: true, size: 14 }],
    [attachment ?? '', { ...FONT, italic: true }],
  ] as const) {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    row.getCell(1).font = font;
    row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  const header = sheet.addRow(columns.map((column) => column.header));
  for (let at = 1; at <= columns.length; at++) {
    header.getCell(at).font = { ...FONT, bold: true };
    header.getCell(at).border = GRID;
    header.getCell(at).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
  sheet.views = [{ state: 'frozen', ySplit: header.number }];
  for (const line of tableLines(plan)) {
    const row = sheet.addRow(line.cells.map((paragraphs) => paragraphs.join('\n')));
    row.height = heightOf(line, columns);
    for (let at = 1; at <= columns.length; at++) {
      const cell = row.getCell(at);
      cell.font = { ...FONT, bold: line.emphasis !== 'none' };
      cell.border = GRID;
      cell.alignment = {
        horizontal: at === 1 || at === 3 ? 'center' : 'left',
        vertical: 'top',
        wrapText: true,
      };
      cell.numFmt = '@';
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
