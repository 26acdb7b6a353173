import { Workbook } from '@cj-tech-master/excelts';
import type { DueRow } from '#contract/task/work.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { WORK_STATE_WORDS } from '#domain/task/work/decide-deed.ts';
import { REPORT_FLAG_WORDS, type ReportFlag } from '#domain/task/work/judge-report.ts';

const FONT = { name: 'Times New Roman', size: 12 };
const THIN = { style: 'thin' } as const;
const GRID = { top: THIN, bottom: THIN, left: THIN, right: THIN };

interface RowColumn {
  readonly head: string;
  readonly width: number;
  readonly of: (row: DueRow) => string | number;
}

const day = (iso: string | null) => (iso === null ? '' : dayWords(iso));

const COLUMNS: readonly RowColumn[] = [
  { head: 'TT', width: 8, of: ({ code }) => code },
  { head: 'Nhiệm vụ', width: 48, of: ({ name }) => name },
  { head: 'Kỳ, mốc', width: 16, of: ({ label }) => label },
  { head: 'Cơ quan', width: 24, of: ({ agencyName }) => agencyName },
  { head: 'Vai trò', width: 11, of: ({ role }) => (role === 'lead' ? 'Chủ trì' : 'Phối hợp') },
  { head: 'Thời hạn', width: 12, of: ({ dueOn }) => day(dueOn) },
  { head: 'Ngày làm việc còn lại', width: 11, of: ({ workingDaysLeft }) => workingDaysLeft ?? '' },
  { head: 'Trạng thái', width: 16, of: ({ state }) => WORK_STATE_WORDS[state] },
  { head: 'Đã làm', width: 9, of: ({ amount }) => amount?.done ?? '' },
  { head: 'Tổng số', width: 9, of: ({ amount }) => amount?.whole ?? '' },
  { head: 'Đơn vị tính', width: 12, of: ({ amount }) => amount?.unit ?? '' },
  { head: 'Bước', width: 20, of: ({ step }) => step ?? '' },
  { head: 'Kết quả thực hiện', width: 44, of: ({ lastText }) => lastText ?? '' },
  { head: 'Ngày báo cáo', width: 12, of: ({ lastReportOn }) => day(lastReportOn) },
  { head: 'Khó khăn, vướng mắc', width: 30, of: ({ blocker }) => blocker?.words ?? '' },
  { head: 'Vướng từ ngày', width: 12, of: ({ blocker }) => day(blocker?.since ?? null) },
  { head: 'Ngày nộp', width: 12, of: ({ submittedOn }) => day(submittedOn) },
  { head: 'Số tài liệu', width: 9, of: ({ evidenceCount }) => evidenceCount },
  {
    head: 'Lưu ý',
    width: 24,
    of: ({ flags }) => flags.map((flag) => REPORT_FLAG_WORDS[flag as ReportFlag] ?? flag).join('; '),
  },
];

/** Due items as a workbook, as the screen has them, ready to print on A4 landscape. */
export async function writeRowsXlsx(
  rows: readonly DueRow[],
  { title, note }: { readonly title: string; readonly note: string },
): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Việc đến hạn', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  for (const [words, bold] of [
    [title, true],
    [note, false],
  ] as const) {
    const row = sheet.addRow([words]);
    sheet.mergeCells(row.number, 1, row.number, COLUMNS.length);
    row.getCell(1).font = { ...FONT, bold, italic: !bold, size: bold ? 14 : 12 };
  }
  const header = sheet.addRow(COLUMNS.map(({ head }) => head));
  for (let at = 1; at <= COLUMNS.length; at++) {
    header.getCell(at).font = { ...FONT, bold: true };
    header.getCell(at).border = GRID;
    header.getCell(at).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: header.number }];
  for (const due of rows) {
    const row = sheet.addRow(COLUMNS.map(({ of }) => of(due)));
    for (let at = 1; at <= COLUMNS.length; at++) {
      const cell = row.getCell(at);
      cell.font = FONT;
      cell.border = GRID;
      cell.alignment = { vertical: 'top', wrapText: true };
      if (typeof cell.value === 'string') cell.numFmt = '@';
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
