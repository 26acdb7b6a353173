import type { DueRow } from '#contract/task/work.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { WORK_STATE_WORDS } from '#domain/task/work/decide-deed.ts';
import { REPORT_FLAG_WORDS, type ReportFlag } from '#domain/task/work/judge-report.ts';
import { type ColumnOf, fillSheet, type Sheet, writeSheets } from '../../http/write-sheet.ts';

interface GroupedRow extends DueRow {
  /** What the group is called; empty where the rows are of one kind. */
  readonly group: string;
}

const day = (iso: string | null) => (iso === null ? '' : dayWords(iso));

const COLUMNS: readonly ColumnOf<GroupedRow>[] = [
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

const GROUP: ColumnOf<GroupedRow> = { head: 'Nhóm việc', width: 16, of: ({ group }) => group };

export interface RowGroup {
  /** Said beside each of its rows; left out where the rows are of one kind. */
  readonly words?: string;
  readonly rows: readonly DueRow[];
}

/** What stands above every table of a workbook. */
export interface About {
  readonly title: string;
  readonly note: string;
}

/** Due items as a workbook, as the screen has them. */
export function writeRowsXlsx(groups: readonly RowGroup[], about: About): Promise<Uint8Array> {
  return writeSheets([rowsSheet(groups, about)]);
}

/** Due items, a row each. */
export function rowsSheet(groups: readonly RowGroup[], { title, note }: About): Sheet {
  const isGrouped = groups.some(({ words }) => words !== undefined);
  const columns = isGrouped ? COLUMNS.toSpliced(2, 0, GROUP) : COLUMNS;
  return {
    name: 'Việc đến hạn',
    title,
    note,
    ...fillSheet(
      columns,
      groups.flatMap(({ words = '', rows }) => rows.map((row) => ({ ...row, group: words }))),
    ),
  };
}
