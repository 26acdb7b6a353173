import { Workbook } from '@cj-tech-master/excelts';
import { dayWords } from '#domain/calendar/day-words.ts';
import {
  PROGRESS_COLUMN_WORDS,
  PROGRESS_COLUMNS,
  type ProgressColumn,
  WRITTEN_COLUMNS,
} from '#domain/task/table/progress-columns.ts';
import type { HeldProgress } from './load-progress-items.ts';

const FONT = { name: 'Times New Roman', size: 12 };
const THIN = { style: 'thin' } as const;
const GRID = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const TO_WRITE = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } } as const;
const WIDTHS: Readonly<Record<ProgressColumn, number>> = {
  code: 8,
  task: 42,
  label: 16,
  agency: 22,
  due: 12,
  state: 14,
  text: 48,
  done: 9,
  whole: 9,
  unit: 12,
  step: 22,
  blocker: 30,
  waitsFor: 22,
  nextOn: 13,
  item: 4,
  seen: 4,
};
/** Say which work a row is when it comes back; nobody has to read them. */
const HIDDEN: readonly ProgressColumn[] = ['item', 'seen'];

/** The table people fill in and send back: what stands is filled in, what they write is tinted. */
export async function writeProgressXlsx(
  items: readonly HeldProgress[],
  { title, names }: { readonly title: string; readonly names: ReadonlyMap<string, string> },
): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Tiến độ', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const shown = PROGRESS_COLUMNS.length - HIDDEN.length;
  sheet.columns = PROGRESS_COLUMNS.map((column) => ({
    width: WIDTHS[column],
    hidden: HIDDEN.includes(column),
  }));
  for (const [text, bold] of [
    [title, true],
    ['Ghi vào các ô màu; những cột khác để nhận ra việc. Lưu tệp rồi tải lên để xem trước thay đổi.', false],
  ] as const) {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, shown);
    row.getCell(1).font = { ...FONT, bold, italic: !bold, size: bold ? 14 : 12 };
  }
  const header = sheet.addRow(PROGRESS_COLUMNS.map((column) => PROGRESS_COLUMN_WORDS[column]));
  for (let at = 1; at <= PROGRESS_COLUMNS.length; at++) {
    const cell = header.getCell(at);
    cell.font = { ...FONT, bold: true };
    cell.border = GRID;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: header.number }];
  for (const item of items) {
    const cells = cellsOf(item, names);
    const row = sheet.addRow(PROGRESS_COLUMNS.map((column) => cells[column]));
    for (const [at, column] of PROGRESS_COLUMNS.entries()) {
      const cell = row.getCell(at + 1);
      cell.font = FONT;
      cell.border = GRID;
      cell.alignment = { vertical: 'top', wrapText: true };
      if (typeof cells[column] === 'string') cell.numFmt = '@';
      if (isWritten(column) && item.barred === null) cell.fill = TO_WRITE;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function isWritten(column: ProgressColumn): boolean {
  return (WRITTEN_COLUMNS as readonly ProgressColumn[]).includes(column);
}

function cellsOf(
  item: HeldProgress,
  names: ReadonlyMap<string, string>,
): Readonly<Record<ProgressColumn, string | number>> {
  const waitsFor = item.blocker?.agencyId;
  return {
    code: item.code,
    task: item.name,
    label: item.label,
    agency: item.agencyName,
    due: item.dueOn === null ? '' : dayWords(item.dueOn),
    state: item.state,
    text: item.text ?? '',
    done: item.amount?.done ?? '',
    whole: item.amount?.whole ?? '',
    unit: item.amount?.unit ?? '',
    step: item.step ?? '',
    blocker: item.blocker?.words ?? '',
    waitsFor: waitsFor === undefined ? '' : (names.get(waitsFor) ?? ''),
    nextOn: item.nextOn === null ? '' : dayWords(item.nextOn),
    item: item.dueItemId,
    seen: String(item.seq),
  };
}
