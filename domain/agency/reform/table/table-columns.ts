import { findTableHead, type HeaderWords, type TableHead } from '../../../kernel/table-head.ts';

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

const HEADERS: HeaderWords<TableColumn> = [
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

/** Old and new have to be among them. */
const REQUIRED = ['old', 'new'] as const;

export function findReformHead(grid: readonly (readonly string[])[]): TableHead<TableColumn> | undefined {
  return findTableHead(grid, HEADERS, REQUIRED);
}
