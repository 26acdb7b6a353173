import { fold } from '../../kernel/text.ts';

// The words by which plans name their columns. More particular ones stand first: the first that fits decides.

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

const WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['unit', /don vi (tinh|do|dem)|^d ?v ?t$|^dv tinh$/],
  ['code', /^(stt|tt|s tt|so tt|so thu tu|thu tu|muc|ma so|ma|so|no|ky hieu|ma nhiem vu|#)$/],
  // One column for both: "Cơ quan chủ trì, phối hợp".
  ['leads', /chu tri.*phoi hop|thuc hien.*phoi hop/],
  ['coordinators', /phoi hop|cung thuc hien|tham gia|ho tro thuc hien/],
  [
    'note',
    /^ghi chu|^y kien|^can cu|co so phap ly|lanh dao|kinh phi|nguon von|nguon luc|du toan|nguoi phu trach|^chuyen vien|don doc|^so (lieu )?ky truoc|^(thuc hien|ket qua|uoc thuc hien) (nam )?20\d\d$|hien trang|tinh trang|nguoi (ky|duyet)/,
  ],
  [
    'deadline',
    /thoi gian|thoi han|tien do|^han\b|thoi diem|ngay hoan thanh|lo trinh|ke hoach thoi gian|^hoan thanh|^thang$|^quy$|moc (thoi gian|hoan thanh)|ky han|dinh ky|tan suat|^(nam|thoi ky) thuc hien/,
  ],
  [
    'leads',
    /chu tri|chu quan|phu trach|trach nhiem|phan cong|dau moi|thuc hien chinh|chiu trach nhiem|don vi duoc giao|(don vi|co quan|to chuc|bo phan|phong|nguoi|can bo|cap|ca nhan|noi)[ ,a-z]* (thuc hien|trien khai|tham muu|chu tri|soan thao|xay dung|chuan bi|bao cao)|^co quan|^don vi$|^don vi co quan|^(phong|so|ban) nganh|^to chuc thuc hien|^(chu tri|thuc hien)$|^chu dau tu/,
  ],
  [
    'deliverables',
    /san pham|ket qua|dau ra|yeu cau dat|(muc tieu|noi dung|yeu cau)( can)? dat|^minh chung|tai lieu kiem chung|^san luong/,
  ],
  [
    'name',
    /nhiem vu|cong viec|noi dung|hoat dong|giai phap|^viec|^ten (van ban|de an|du an)|^(de an|van ban|dau viec)/,
  ],
  [
    'targets',
    /chi tieu|muc tieu|chi so|ke hoach (nam )?20\d\d|ke hoach nam|^gia tri|^nam 20\d\d|so luong|dinh muc/,
  ],
  [
    'name',
    /^ten |tieu chi|du an|chuong trinh|hang muc|danh muc|linh vuc|chuyen de|mo hinh|cuoc (thanh tra|kiem tra)|^su kien/,
  ],
];

const TASK_WORDS = /nhiem vu|cong viec|noi dung|hoat dong|giai phap|viec|cu the|chi tiet/;

export function foldHeader(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9# ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Role of a column by the words of its header; 'other' where the words say none. */
export function roleOfHeader(words: string): ColumnRole {
  const folded = foldHeader(words);
  if (folded === '') return 'other';
  return WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}

/** Among several columns that name work: true where the words mean the work itself, not its field or programme. */
export function namesTheWork(words: string): boolean {
  return TASK_WORDS.test(foldHeader(words));
}
