import { readDay } from '../../../kernel/read-day.ts';
import type { TableHead } from '../../../kernel/table-head.ts';
import { clean, fold } from '../../../kernel/text.ts';
import type { TableColumn } from './table-columns.ts';
import { COLUMN_WORDS } from './table-columns.ts';

export type RowKind =
  | 'establish'
  | 'rename'
  | 'merge'
  | 'unite'
  | 'divide'
  | 'part'
  | 'abolish'
  | 'move'
  | 'keep';

const KINDS: readonly (readonly [RegExp, RowKind])[] = [
  [/giu nguyen|khong thay doi/, 'keep'],
  [/doi ten/, 'rename'],
  [/hop nhat/, 'unite'],
  [/sap nhap|^nhap|gop/, 'merge'],
  [/^chia/, 'divide'],
  [/^tach|mot phan/, 'part'],
  [/giai the|ket thuc|bai bo|cham dut/, 'abolish'],
  [/thanh lap/, 'establish'],
  [/chuyen|dieu chuyen/, 'move'],
];

export interface TableProblem {
  /** Row of the table, from 1, the headers counted. */
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
}

/** One row as it was written, with what it says by itself. */
export interface TableRow {
  readonly row: number;
  readonly old: readonly string[];
  readonly new: readonly string[];
  readonly kind: RowKind | null;
  /** Words of the kind that name what the agency is rather than what happens: "Xã", "Phường". */
  readonly prefix: string;
  readonly code: string;
  readonly effectiveOn: string | null;
  readonly number: string;
  readonly signedOn: string | null;
  readonly oldParent: string;
  readonly parent: string;
}

export function readRows(
  grid: readonly (readonly string[])[],
  { row: head, columns }: TableHead<TableColumn>,
): { readonly rows: readonly TableRow[]; readonly problems: readonly TableProblem[] } {
  const problems: TableProblem[] = [];
  const rows: TableRow[] = [];
  for (const [at, cells] of grid.entries()) {
    if (at <= head || cells.every((cell) => clean(cell) === '')) continue;
    const cellOf = (column: TableColumn) => clean(cells[columns.get(column) ?? -1] ?? '');
    const dayOf = (column: 'effectiveOn' | 'signedOn') => {
      const words = cellOf(column);
      const day = readDay(words);
      if (words !== '' && day === null)
        problems.push({
          row: at + 1,
          column: COLUMN_WORDS[column],
          value: words,
          message: 'Không đọc được ngày. Hãy ghi theo dạng 01/7/2025.',
          candidates: [],
        });
      return day;
    };
    const kindWords = fold(cellOf('kind'));
    const kind = KINDS.find(([pattern]) => pattern.test(kindWords))?.[1] ?? null;
    rows.push({
      row: at + 1,
      old: splitNames(cells[columns.get('old') ?? -1] ?? ''),
      new: splitNames(cells[columns.get('new') ?? -1] ?? ''),
      kind,
      prefix: kind === null ? cellOf('kind') : '',
      code: cellOf('code'),
      effectiveOn: dayOf('effectiveOn'),
      number: cellOf('number'),
      signedOn: dayOf('signedOn'),
      oldParent: cellOf('oldParent'),
      parent: cellOf('parent'),
    });
  }
  return { rows, problems };
}

/** Several agencies in one cell stand on lines of their own, or between semicolons or plus signs. */
function splitNames(cell: string): readonly string[] {
  return cell
    .split(/[\n;+]/)
    .map((name) => clean(name).replace(/^(?:[-•*]|\d{1,3}[.)])\s*/, ''))
    .filter((name) => name !== '' && !/^[-–—"']+$/.test(name));
}
