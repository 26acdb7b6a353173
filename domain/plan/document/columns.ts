import { fold } from '../../kernel/text.ts';
import { filledCells, type GridRow, textsOf } from './grid.ts';
import { type ColumnRole, namesTheWork, roleOfHeader } from './header-words.ts';

// Which column holds what. Plans name their columns in many words and any order; a header may take two rows
// ("Cơ quan thực hiện" over "Chủ trì" and "Phối hợp") and is repeated at page breaks.

export interface Columns {
  readonly roles: readonly ColumnRole[];
  /** Words of the first header row, to know it again on the next page. */
  readonly headers: readonly string[];
  /** Words of the lower header row, where there are two. */
  readonly lower: readonly string[];
  /** How many rows the header takes; 0 where the columns were told by their content. */
  readonly depth: number;
}

const LONGEST_HEADER = 90;

/** The columns of the table, where row `at` (with the next, for headers of two rows) is a header. */
export function findColumns(grid: readonly GridRow[], at: number): Columns | undefined {
  const first = grid[at];
  if (first === undefined || filledCells(first).length < 3 || !isHeaderLike(first)) return undefined;
  const upper = textsOf(first).map(roleOfHeader);
  const second = grid[at + 1];
  if (second !== undefined && isLowerHeader(first, second)) {
    const below = second.cells.map((held, column) =>
      held === undefined || held.hanging || held.cell === first.cells[column]?.cell ? '' : held.cell.text,
    );
    const roles = fillAcross(first, upper).map((role, column) => {
      const refined = roleOfHeader(below[column] ?? '');
      return refined === 'other' || (role === 'deadline' && refined === 'targets') ? role : refined;
    });
    const found = settle(roles, textsOf(first), below);
    if (isPlanHeader(found)) return { roles: found, headers: textsOf(first), lower: below, depth: 2 };
  }
  const found = settle(upper, textsOf(first), []);
  return isPlanHeader(found) ? { roles: found, headers: textsOf(first), lower: [], depth: 1 } : undefined;
}

function isHeaderLike(row: GridRow): boolean {
  const texts = filledCells(row).map(({ text }) => text.trim());
  return texts.every((text) => text.length <= LONGEST_HEADER) && !/^\d/.test(texts[0] ?? '');
}

/** A header names the work and at least one of: who, when, what comes of it, how much. */
function isPlanHeader(roles: readonly ColumnRole[]): boolean {
  const has = (role: ColumnRole) => roles.includes(role);
  if (!has('name')) return false;
  if (has('leads')) return true;
  return (
    (has('deadline') && (has('deliverables') || has('targets') || has('coordinators') || has('code'))) ||
    (has('code') && (has('deliverables') || (has('targets') && has('unit'))))
  );
}

function isLowerHeader(first: GridRow, second: GridRow): boolean {
  const own = filledCells(second);
  if (own.length === 0 || !own.every((cell) => cell.text.length <= LONGEST_HEADER)) return false;
  if (/^[\d(]/.test(own[0]?.text.trim() ?? '') && !/^20\d\d$/.test(own[0]?.text.trim() ?? '')) return false;
  const spans = first.row.cells.some((cell) => (cell.colSpan ?? 1) > 1);
  const below = second.cells.flatMap((held, at) =>
    held === undefined || held.hanging || held.cell.text.trim() === ''
      ? []
      : [{ text: held.cell.text, above: first.cells[at]?.cell.text.trim() ?? '' }],
  );
  const named = below.filter(({ text }) => roleOfHeader(text) !== 'other' || isPeriod(text));
  const upperCode = first.cells.findIndex((held) => roleOfHeader(held?.cell.text ?? '') === 'code');
  const codeBelow = second.cells[upperCode];
  const codeFree = codeBelow === undefined || codeBelow.hanging || codeBelow.cell.text.trim() === '';
  if (spans) return codeFree && named.length === below.length;
  return (
    codeFree && below.length >= 2 && named.length === below.length && below.some(({ above }) => above === '')
  );
}

function isPeriod(text: string): boolean {
  return /^(năm )?20\d\d$|^quý [ivx\d]+$|^tháng \d+$|^(bắt đầu|kết thúc|từ|đến)/iu.test(text.trim());
}

/** A merged upper cell given as one filled and one blank cell serves both. */
function fillAcross(first: GridRow, roles: readonly ColumnRole[]): readonly ColumnRole[] {
  return roles.map((role, at) =>
    role === 'other' && (first.cells[at]?.cell.text.trim() ?? '') === '' && at > 0
      ? (roles[at - 1] ?? role)
      : role,
  );
}

/** One column a role, except products and targets, and a deadline divided into periods. */
function settle(
  roles: readonly ColumnRole[],
  headers: readonly string[],
  lower: readonly string[],
): readonly ColumnRole[] {
  const names = roles.flatMap((role, at) => (role === 'name' ? [at] : []));
  const name = names.find((at) => namesTheWork(lower[at] || (headers[at] ?? ''))) ?? names[0];
  // "Chỉ tiêu" names the work where nothing else does; "Đơn vị" is a unit of measure beside another agency column.
  const promoted = name ?? roles.indexOf('targets');
  const leads = roles.flatMap((role, at) => (role === 'leads' ? [at] : []));
  const lead =
    leads.find((at) => /chu tri|chinh|dau moi/.test(fold(lower[at] || (headers[at] ?? '')))) ?? leads[0];
  const taken = new Set<ColumnRole>();
  return roles.map((role, at) => {
    if (at === promoted) return 'name';
    if (role === 'name') return 'note';
    if (role === 'leads' && at !== lead) return fold(headers[at] ?? '').trim() === 'don vi' ? 'unit' : 'note';
    if (role === 'other' || role === 'note' || role === 'deliverables' || role === 'targets') return role;
    if (role === 'deadline' && taken.has(role) && (lower[at] ?? '') !== '') return role;
    if (taken.has(role)) return 'note';
    taken.add(role);
    return role;
  });
}

/** Same words as the header already known: the header printed again on the next page. */
export function isRepeatedHeader(row: GridRow, columns: Columns): boolean {
  const bare = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');
  const filled = row.cells.filter((held) => held !== undefined && held.cell.text.trim() !== '');
  if (filled.length < 2 || columns.depth === 0) return false;
  const same = row.cells.filter((held, at) => {
    const words = columns.headers[at];
    if (held === undefined || words === undefined || held.cell.text.length > LONGEST_HEADER) return false;
    return held.cell.text === words
      ? words.trim() !== ''
      : bare(words) !== '' && bare(held.cell.text) === bare(words);
  });
  return same.length >= Math.max(2, Math.ceil(filled.length * 0.6));
}

/** The line that numbers the columns below the header: (1) (2) (3), or A B 1 2. */
export function isColumnNumbers(row: GridRow): boolean {
  const filled = filledCells(row).map(({ text }) => text.trim().replace(/[()[\].]/g, ''));
  if (filled.length < 3) return false;
  const letters = filled.findIndex((text) => !/^[A-D]$/.test(text));
  return letters !== -1 && filled.slice(letters).every((text, at) => text === String(at + 1));
}
