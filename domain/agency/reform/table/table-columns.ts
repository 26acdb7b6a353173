import { fold } from '../../../kernel/text.ts';

/** What a column of a table old → new holds. */
export type TableColumn =
  | 'old'
  | 'new'
  | 'kind'
  | 'code'
  | 'effectiveOn'
  | 'number'
  | 'signedOn'
  | 'oldParent'
  | 'parent';

/** Words of headers, folded; the first that fits a header decides, so the longer ones stand first. */
const HEADERS: readonly (readonly [RegExp, TableColumn])[] = [
  [/ngay.*(?:hieu luc|thuc hien|ap dung)|hieu luc/, 'effectiveOn'],
  [/ngay.*(?:ky|ban hanh|quyet dinh|nghi quyet)/, 'signedOn'],
  [/so.*(?:quyet dinh|nghi quyet|van ban)|quyet dinh so|nghi quyet so|can cu/, 'number'],
  [/(?:huyen|cap tren|truc thuoc).*cu|^(?:thuoc )?huyen$|^don vi cap huyen$/, 'oldParent'],
  [/cap tren|truc thuoc/, 'parent'],
  [/hinh thuc|^loai|loai (?:hinh|sap xep)|cach sap xep/, 'kind'],
  [/^ma(?: |$)|ma so|ma don vi/, 'code'],
  [/(?:don vi|co quan|ten|xa|to chuc).*cu$|cu$|truoc (?:khi )?sap xep|hien (?:tai|trang|co)/, 'old'],
  [/(?:don vi|co quan|ten|xa|to chuc).*moi$|moi$|sau (?:khi )?sap xep|thanh lap/, 'new'],
];

export const COLUMN_WORDS: Readonly<Record<TableColumn, string>> = {
  old: 'Đơn vị cũ',
  new: 'Đơn vị mới',
  kind: 'Loại',
  code: 'Mã',
  effectiveOn: 'Ngày hiệu lực',
  number: 'Số quyết định',
  signedOn: 'Ngày ký',
  oldParent: 'Huyện cũ',
  parent: 'Cấp trên',
};

export interface TableHead {
  /** Index of the row of headers. */
  readonly row: number;
  readonly columns: ReadonlyMap<TableColumn, number>;
}

const ROWS_BEFORE_HEADERS = 15;

/** The row of headers: the one among the first that names most columns, old and new among them. */
export function findHead(grid: readonly (readonly string[])[]): TableHead | undefined {
  let best: TableHead | undefined;
  for (const [row, cells] of grid.slice(0, ROWS_BEFORE_HEADERS).entries()) {
    const columns = columnsOf(cells);
    if (columns.has('old') && columns.has('new') && columns.size > (best?.columns.size ?? 0))
      best = { row, columns };
  }
  return best;
}

function columnsOf(cells: readonly string[]): ReadonlyMap<TableColumn, number> {
  const columns = new Map<TableColumn, number>();
  for (const [at, cell] of cells.entries()) {
    const words = fold(cell)
      .replace(/[^a-z0-9 ]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    // A sentence above the table is no header.
    const found = words.length > 60 ? undefined : HEADERS.find(([pattern]) => pattern.test(words));
    if (found !== undefined && !columns.has(found[1])) columns.set(found[1], at);
  }
  return columns;
}
