import type { Target } from '#contract/reading.ts';

/** "2024-06-03" as 03/06/2024. */
export function formatDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

const SIGNS: Readonly<Record<Target['comparator'], string>> = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '=': '=',
  between: '',
  increase: 'tăng',
  decrease: 'giảm',
  count: '',
  exists: 'phải có',
};

/** A target as a short phrase: "≥ 90 %", "giảm ≥ 3 % so với 2021". */
export function formatTarget(target: Target): string {
  const bound =
    target.bound === undefined || target.bound === '=' || target.bound === 'between'
      ? ''
      : SIGNS[target.bound];
  const value =
    target.value === undefined
      ? ''
      : formatNumber(target.value) + (target.upper === undefined ? '' : `–${formatNumber(target.upper)}`);
  const baseline = target.baseline === undefined ? '' : `so với ${target.baseline}`;
  return [SIGNS[target.comparator], bound, value, value === '' ? '' : (target.unit ?? ''), baseline]
    .filter((part) => part !== '')
    .join(' ');
}

export const ROLE_WORDS = { lead: 'Chủ trì', coordinate: 'Phối hợp', oversee: 'Theo dõi' } as const;

export const FINDING_WORDS: Readonly<Record<string, string>> = {
  'deadline-missing': 'Không ghi thời hạn',
  'no-real-date': 'Không có ngày cụ thể',
  'words-not-understood': 'Chưa hiểu lời văn',
  'no-lead': 'Không có chủ trì',
  'group-lead': 'Chủ trì là nhóm cơ quan',
  'two-leads': 'Hai cơ quan chủ trì',
  'product-missing': 'Không ghi sản phẩm',
  'no-measurable-product': 'Sản phẩm không đo được',
  'product-without-number': 'Sản phẩm không kèm con số',
  'product-repeats-task': 'Sản phẩm nhắc lại nhiệm vụ',
  'contradicting-percentages': 'Tỷ lệ mâu thuẫn',
  'scanning-slip': 'Lỗi quét chữ',
  'law-replaced': 'Văn bản đã bị thay thế',
  'level-ended': 'Cấp không còn hoạt động',
  'numbering-gap': 'Số thứ tự bị nhảy',
  'numbering-doubled': 'Số thứ tự trùng',
  'agency-unknown': 'Cơ quan chưa có trong danh mục',
  'agency-ended': 'Cơ quan đã kết thúc hoạt động',
  'group-unknown': 'Nhóm cơ quan chưa rõ',
  'group-empty': 'Nhóm chưa có cơ quan nào',
};
