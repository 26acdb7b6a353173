import { findTableHead, type HeaderWords, type TableHead } from '../../kernel/table-head.ts';

/**
 * Columns of the table of progress, in the order in which it is written. Tables that people keep of their own have
 * some of them under other heads, in any order.
 */
export const PROGRESS_COLUMNS = [
  'code',
  'task',
  'label',
  'agency',
  'due',
  'state',
  'text',
  'done',
  'whole',
  'unit',
  'step',
  'blocker',
  'waitsFor',
  'nextOn',
  'item',
  'seen',
] as const;
export type ProgressColumn = (typeof PROGRESS_COLUMNS)[number];

export const PROGRESS_COLUMN_WORDS: Readonly<Record<ProgressColumn, string>> = {
  code: 'TT',
  task: 'Nhiệm vụ',
  label: 'Kỳ, mốc',
  agency: 'Cơ quan',
  due: 'Thời hạn',
  state: 'Trạng thái',
  text: 'Kết quả thực hiện',
  done: 'Đã làm',
  whole: 'Tổng số',
  unit: 'Đơn vị tính',
  step: 'Bước',
  blocker: 'Khó khăn, vướng mắc',
  waitsFor: 'Chờ cơ quan',
  nextOn: 'Ngày báo tiếp',
  item: 'Mã việc',
  seen: 'Số lần ghi',
};

/** What a person writes; the other columns say which work it is. */
export const WRITTEN_COLUMNS = [
  'text',
  'done',
  'whole',
  'unit',
  'step',
  'blocker',
  'waitsFor',
  'nextOn',
] as const;
export type WrittenColumn = (typeof WRITTEN_COLUMNS)[number];

const HEADERS: HeaderWords<ProgressColumn> = [
  [/^ma viec$/, 'item'],
  [/^so lan ghi$/, 'seen'],
  [/^(s?tt|so tt|so thu tu|ma|ma so|ma nhiem vu)$/, 'code'],
  [/^(don vi tinh|dvt)$/, 'unit'],
  [/^cho (co quan|don vi)|(co quan|don vi) phai cho/, 'waitsFor'],
  [/vuong mac|kho khan|ton tai|han che/, 'blocker'],
  [/bao (cao )?tiep|lan (bao cao )?sau/, 'nextOn'],
  [/^(da lam|da (thuc hien|hoan thanh|dat)( duoc)?|so( luong)? da .*|thuc hien duoc)$/, 'done'],
  [/^(tong|tong so.*|tong cong|so phai .*|chi tieu|ke hoach giao)$/, 'whole'],
  [/^(buoc|buoc thuc hien|giai doan thuc hien)$/, 'step'],
  [/^(trang thai|tinh trang)$/, 'state'],
  [/ket qua|tien do|tinh hinh|noi dung bao cao/, 'text'],
  [/thoi (han|gian)|han hoan thanh|^han$/, 'due'],
  [/^(ky|ky bao cao|ky moc|moc|moc thoi gian|quy|thang)$/, 'label'],
  [/^(ten )?(co quan|don vi)( (chu tri|thuc hien|bao cao|phoi hop))*$/, 'agency'],
  [/nhiem vu|cong viec|noi dung/, 'task'],
];

/** What was achieved has to have a column; which work it is, a number or the words of the task. */
export function findProgressHead(
  grid: readonly (readonly string[])[],
): TableHead<ProgressColumn> | undefined {
  return (['item', 'code', 'task'] as const)
    .map((named) => findTableHead(grid, HEADERS, ['text', named]))
    .find((head) => head !== undefined);
}
