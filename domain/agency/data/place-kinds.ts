import type { AgencyLevel } from '../agency-phrase.ts';

/** Units of the state and below, with the level of an agency seated there. */
export const PLACE_KINDS: readonly { readonly full: string; readonly level: AgencyLevel }[] = [
  { full: 'Trung ương', level: 'central' },
  { full: 'tỉnh', level: 'province' },
  ...['huyện', 'quận', 'thị xã', 'thành phố'].map((full) => ({ full, level: 'district' as const })),
  ...['xã', 'phường', 'thị trấn', 'đặc khu', 'cơ sở'].map((full) => ({ full, level: 'commune' as const })),
  ...[
    'thôn',
    'bản',
    'tổ dân phố',
    'khu phố',
    'ấp',
    'khóm',
    'buôn',
    'làng',
    'khu dân cư',
    'tổ nhân dân',
    'xóm',
    'phum',
    'sóc',
    'tiểu khu',
    'khối phố',
  ].map((full) => ({ full, level: 'village' as const })),
];

/** Short forms that are not the word's own first letters. */
export const PLACE_SHORT: Readonly<Record<string, string>> = {
  TP: 'thành phố',
  TX: 'thị xã',
  TT: 'thị trấn',
  TW: 'Trung ương',
  TDP: 'tổ dân phố',
  TU: 'Trung ương',
};

/** Cities of the rank of a province. */
export const PROVINCE_CITIES: readonly string[] = [
  'Hà Nội',
  'Hồ Chí Minh',
  'Hải Phòng',
  'Đà Nẵng',
  'Cần Thơ',
  'Huế',
  'HCM',
];
