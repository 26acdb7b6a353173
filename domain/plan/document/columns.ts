import { fold } from '../../kernel/text.ts';
import type { SourceCell, SourceRow } from './source.ts';

// Which column holds what. Plans name their columns in many words and any order; a header may take two rows
// ("Cơ quan thực hiện" over "Chủ trì" and "Phối hợp") and is repeated at page breaks.

export type ColumnRole =
  | 'code'
  | 'name'
  | 'deadline'
  | 'leads'
  | 'coordinators'
  | 'deliverables'
  | 'targets'
  | 'unit'
  | 'note'
  | 'other';

/** A row laid out on the columns of its table; a cell that spans rows stands in each, marked as a repeat below. */
export interface GridRow {
  readonly row: SourceRow;
  readonly cells: readonly (GridCell | undefined)[];
}

export interface GridCell {
  readonly cell: SourceCell;
  /** True where the cell began in a row above or a column before. */
  readonly spanned: boolean;
}

export interface Columns {
  readonly roles: readonly ColumnRole[];
  readonly headers: readonly string[];
  /** How many rows the header takes. */
  readonly depth: number;
}

// The first pattern that fits decides; more particular ones stand first. Words are folded.
const WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['code', /^(stt|tt|so tt|so thu tu|muc|ma so|ma|so|no|ky hieu)\.?$/],
  ['coordinators', /phoi hop|cung thuc hien|tham gia/],
  ['note', /^ghi chu|^y kien|can cu|co so phap ly|lanh dao|kinh phi|nguon von|nguoi phu trach/],
  [
    'deadline',
    /thoi gian|thoi han|tien do|han hoan thanh|^han\b|hoan thanh truoc|thoi diem|ngay hoan thanh|lo trinh|ke hoach thoi gian/,
  ],
  [
    'leads',
    /chu tri|chu quan|don vi thuc hien|co quan thuc hien|to chuc thuc hien|phu trach|trach nhiem|phan cong|dau moi|don vi thuc hien|bo phan thuc hien|^co quan|^don vi$|^(co quan|don vi),? (co quan|don vi)|thuc hien chinh|chiu trach nhiem|don vi duoc giao/,
  ],
  ['unit', /don vi tinh|^dvt$|don vi do/],
  ['deliverables', /san pham|ket qua|dau ra|yeu cau dat|muc tieu can dat|noi dung can dat/],
  ['targets', /chi tieu|muc tieu|chi so|ke hoach nam|gia tri/],
  [
    'name',
    /nhiem vu|noi dung|cong viec|giai phap|hoat dong|ten |viec|tieu chi|du an|chuong trinh|hang muc|danh muc|linh vuc/,
  ],
];

/** Role of a column by the words of its header. */
export function roleOfHeader(words: string): ColumnRole {
  const folded = fold(words)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded === '') return 'other';
  // "Đơn vị tính" must not be taken for an agency column.
  if (/don vi tinh|^dvt$/.test(folded)) return 'unit';
  return WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}

/** Lays the cells of a table on its columns, spans resolved. */
export function layOut(rows: readonly SourceRow[]): readonly GridRow[] {
  const hanging: { cell: SourceCell; rowsLeft: number }[] = [];
  return rows.map((row) => {
    const cells: (GridCell | undefined)[] = [];
    let at = 0;
    const fillHanging = () => {
      for (let held = hanging[at]; held !== undefined && held.rowsLeft > 0; held = hanging[at]) {
        held.rowsLeft -= 1;
        cells[at] = { cell: held.cell, spanned: true };
        at += 1;
      }
    };
    for (const cell of row.cells) {
      fillHanging();
      const across = Math.max(1, cell.colSpan ?? 1);
      const down = Math.max(1, cell.rowSpan ?? 1);
      for (let step = 0; step < across; step++) {
        cells[at] = { cell, spanned: step > 0 };
        if (down > 1) hanging[at] = { cell, rowsLeft: down - 1 };
        at += 1;
      }
    }
    fillHanging();
    return { row, cells };
  });
}

const LONGEST_HEADER = 90;

function rolesOf(row: GridRow): readonly ColumnRole[] {
  return row.cells.map((held) =>
    held === undefined || held.cell.text.length > LONGEST_HEADER ? 'other' : roleOfHeader(held.cell.text),
  );
}

/** A header names the work and at least one of: who, when, what comes of it. */
function isHeader(roles: readonly ColumnRole[]): boolean {
  const has = (role: ColumnRole) => roles.includes(role);
  return (
    has('name') &&
    (has('leads') ||
      (has('deadline') && (has('deliverables') || has('code'))) ||
      (has('deliverables') && has('code')))
  );
}

/** The columns of the table, where row `at` (with the next, for headers of two rows) is a header. */
export function findColumns(grid: readonly GridRow[], at: number): Columns | undefined {
  const first = grid[at];
  if (first === undefined || first.row.cells.every((cell) => cell.text.length > LONGEST_HEADER))
    return undefined;
  const upper = rolesOf(first);
  const second = grid[at + 1];
  if (second !== undefined && isTwoRowHeader(first, second)) {
    const lower = rolesOf(second);
    const roles = upper.map((role, column) => {
      const own = second.cells[column];
      const refined =
        own === undefined || own.cell === first.cells[column]?.cell ? 'other' : (lower[column] ?? 'other');
      return refined === 'other' ? role : refined;
    });
    if (isHeader(roles)) return { roles: settle(roles), headers: headerWords(first), depth: 2 };
  }
  return isHeader(upper) ? { roles: settle(upper), headers: headerWords(first), depth: 1 } : undefined;
}

function isTwoRowHeader(first: GridRow, second: GridRow): boolean {
  const spans = first.row.cells.some((cell) => (cell.colSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1);
  const own = second.row.cells.filter((cell) => cell.text.trim() !== '');
  return (
    spans &&
    own.length > 0 &&
    own.every((cell) => cell.text.length <= LONGEST_HEADER && roleOfHeader(cell.text) !== 'other')
  );
}

function headerWords(row: GridRow): readonly string[] {
  return row.cells.map((held) => held?.cell.text ?? '');
}

/** One column a role: of several names the first that is no area column counts, the others are kept as notes. */
function settle(roles: readonly ColumnRole[]): readonly ColumnRole[] {
  const taken = new Set<ColumnRole>();
  return roles.map((role) => {
    if (role === 'other' || role === 'note') return role;
    if (taken.has(role)) return role === 'deliverables' || role === 'targets' ? role : 'note';
    taken.add(role);
    return role;
  });
}

/** Same words as the header already known: the header printed again on the next page. */
export function isRepeatedHeader(row: GridRow, columns: Columns): boolean {
  const words = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');
  const filled = row.cells.filter((held) => held !== undefined && held.cell.text.trim() !== '');
  if (filled.length < 2) return false;
  const same = row.cells.filter(
    (held, at) =>
      held !== undefined &&
      words(held.cell.text) !== '' &&
      words(held.cell.text) === words(columns.headers[at] ?? ''),
  );
  return same.length >= Math.max(2, Math.ceil(filled.length * 0.6));
}

/** The line that numbers the columns below the header: (1) (2) (3). */
export function isColumnNumbers(row: GridRow): boolean {
  const filled = row.row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  return filled.length >= 3 && filled.every((text, at) => text.replace(/[()[\].]/g, '') === String(at + 1));
}

/** Words of a weekly schedule: it too has someone who chairs ("chủ trì"), a time and a content, but it is no plan. */
export function isSchedule(headers: readonly string[]): boolean {
  const folded = headers.map((header) => fold(header));
  return (
    folded.some((words) => /dia diem|thanh phan/.test(words)) &&
    folded.some((words) => /^(thu|ngay|gio|buoi|thoi gian)/.test(words))
  );
}
