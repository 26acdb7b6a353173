import type { ClauseText } from './clause-text.ts';
import { maskNumbers } from './mask-numbers.ts';
import { NUMBER_WORD, parseNumber, parseNumberWords } from './parse-number.ts';

// The numbers of a clause that may be measures: percentages, fractions, ranks, plain numbers, and spelled ones.

export type NumberKind = 'percent' | 'permille' | 'fraction' | 'rank' | 'plain';

export interface NumberSpan {
  readonly kind: NumberKind;
  readonly value: number;
  readonly upper?: number;
  /** Of a rank: one named place ("xếp thứ 5"), not a group to stay within ("nhóm 10"). */
  readonly exact?: boolean;
  /** A number that says its own unit: "gấp đôi". */
  readonly unit?: string;
  /** Place in the clause, unit sign included. */
  readonly from: number;
  readonly to: number;
}

type Found = Omit<NumberSpan, 'from' | 'to'>;

const N =
  '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?: \\d{3})+(?=\\s*(?:ty|trieu|dong|tan|nguoi|ho)\\b)|\\d+(?:[.,]\\d+)?';
const OPEN = '(?<![\\d.,_/-])(?<![\\d_]\\s?[/])';
const PERCENT = '\\s*(?:%(?!\\s?0(?!\\d))(?!o\\b)|phan tram)';
const PERMILLE = '\\s*(?:‰|%\\s?0(?!\\d)|%o\\b|phan nghin)';
const TO = '\\s*(?:-|den|toi)(?:\\s+duoi|\\s+gan)?\\s*';
const UNIT = '((?:[a-z~]+\\s){0,2}?[a-z~]+[23]?)';
const RANK_WORDS =
  '(?:nhom|top|xep(?:\\s+(?:hang|loai|vi tri))?(?:\\s+(?:thu|tu))?|thu hang|vi tri|dung(?: vi tri)? thu|hang thu|dung hang|hang|thu)';

interface Pattern {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, key: string) => Found | undefined;
}

const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `\\b${RANK_WORDS}\\s*(?:tu\\s*)?(?:thu\\s*)?(?:so\\s*)?(\\d{1,3})(?:\\s*(?:-|den)\\s*(?:thu\\s*)?(\\d{1,3}))?(?:\\s*\\/\\s*\\d{1,3})?(?![\\d_]|\\s*[%.,]\\d|\\s*%|\\s*(?:trieu|ty|nghin|ngay|bac|diem)(?![a-z]))`,
      'g',
    ),
    read: readRank,
  },
  {
    pattern: /(?<![\d_.,/])(\d{1,3})\s*-\s*(\d{1,3})\s*\/\s*\d{2,3}(?![\d_/])/g,
    read: ([, from, to]) => ({ kind: 'rank', value: Number(from), upper: Number(to) }),
  },
  {
    pattern: new RegExp(`${OPEN}(?:tu\\s+)?(${N})(?:${PERMILLE})?${TO}(${N})${PERMILLE}`, 'g'),
    read: ([, from, to]) => range('permille', from, to),
  },
  {
    pattern: new RegExp(`${OPEN}(${N})${PERMILLE}`, 'g'),
    read: ([, value]) => ({ kind: 'permille', value: parseNumber(value) }),
  },
  {
    pattern: new RegExp(`${OPEN}(?:tu\\s+)?(${N})(?:${PERCENT})?${TO}(${N})${PERCENT}`, 'g'),
    read: ([, from, to]) => range('percent', from, to),
  },
  {
    pattern: new RegExp(`(?<![\\d.,_])(?<![\\d_]-)(${N})${PERCENT}`, 'g'),
    read: ([, value]) => ({ kind: 'percent', value: parsePercent(value) }),
  },
  {
    pattern: /(?<![\d_./,])(\d{1,4})\s*\/\s*(\d{1,4})(?![\d_/]|[.,]\d)/g,
    read: ([whole, top, bottom], key) => readFraction(whole, Number(top), Number(bottom), key),
  },
  {
    pattern: new RegExp(`${OPEN}(?:tu\\s+)?(${N})\\s+${UNIT}${TO}(${N})(?=\\s+\\2(?![a-z]))`, 'g'),
    read: ([, from, , to]) => range('plain', from, to),
  },
  {
    pattern: new RegExp(`${OPEN}tu\\s+(${N})${TO}(${N})(?![\\d_/])`, 'g'),
    read: ([, from, to]) => range('plain', from, to),
  },
  {
    pattern: new RegExp(`${OPEN}(${N})${TO}(${N})(?![\\d_/]|[.,]\\d)`, 'g'),
    read: ([, from, to]) => range('plain', from, to),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/a-z_])(?<![\\d_]\\s?-\\s?)(${N})(?![\\d_]|\\/\\d|[.,]\\d)`, 'g'),
    read: ([, value]) => ({ kind: 'plain', value: parseNumber(value) }),
  },
];

/** "nhóm 2" is a rank where the words speak of ranking, and elsewhere a name ("đơn vị sự nghiệp nhóm 2"). */
function readRank(match: RegExpExecArray, key: string): Found | undefined {
  const [whole, from, to] = match;
  const before = key.slice(Math.max(0, match.index - 80), match.index);
  const after = key.slice(match.index + whole.length, match.index + whole.length + 40);
  const word = whole.replace(/[\d/\s-].*$/, '');
  if (/^(?:nhom|hang|thu)$/.test(word)) {
    const ranked =
      /(?:thuoc|vao|trong|lot|nam|giu|duy tri|pci|papi|par|sipas|dti|ict|chi so|xep|dung|len|dat|cai thien)\s*(?:vung\s*)?$|(?:pci|papi|par ?index|sipas|dti|chi so|xep hang|thu hang)/.test(
        before,
      ) ||
      /^\s*(?:tinh|dia phuong|ca nuoc|toan quoc|dan dau|dung dau|bo\b|thanh pho|don vi dan dau)/.test(after);
    if (!ranked && before.trim() !== '') return undefined;
    if (word === 'thu' && !/(?:xep|dung|vi tri|hang)\s*$/.test(before)) return undefined;
  }
  const group = /^(?:nhom|top)/.test(word) || /\btu\b/.test(whole);
  const value = Number(from);
  if (to === undefined) return { kind: 'rank', value, ...(group ? {} : { exact: true }) };
  return value < Number(to) ? { kind: 'rank', value, upper: Number(to) } : undefined;
}

/** "1/3 số xã" is a share; "12/15 xã" are twelve of fifteen; "15/63" of an index is a rank. */
function readFraction(whole: string, top: number, bottom: number, key: string): Found | undefined {
  if (bottom === 0 || top > bottom) return undefined;
  const at = key.indexOf(whole);
  const after = key.slice(at + whole.length, at + whole.length + 20);
  const before = key.slice(Math.max(0, at - 40), at);
  if (bottom === 63 || bottom === 34 || /(?:thu hang|xep hang|vi tri|xep)\s*:?\s*$/.test(before))
    if (!/^\s*(?:tinh|dia phuong)?\s*(?:co\b|thuc hien)/.test(after))
      return { kind: 'rank', value: top, exact: true };
  const share =
    bottom <= 10 &&
    top < bottom &&
    /^\s*(?:so\b|tong|dien tich|cac\b|dan so|thanh vien|nhu cau|chieu|kinh phi|thoi gian|~o\b|$|[,.;)])/.test(
      after,
    );
  if (share) return { kind: 'fraction', value: top / bottom };
  return { kind: 'plain', value: top };
}

function range(kind: NumberKind, from: string | undefined, to: string | undefined): Found | undefined {
  const [value, upper] = [parseNumber(from), parseNumber(to)];
  return value < upper ? { kind, value, upper } : undefined;
}

/** No share is 99500 %: "99.500%" is written with a decimal point. */
function parsePercent(text: string | undefined): number {
  const value = parseNumber(text);
  return value >= 1000 && /^\d{2}\.\d{3}$/.test(text ?? '') ? Number(text) : value;
}

/** Numbers that may be measures, in order. In a column of values (`bare`) a lone number is one even if it looks like a year. */
export function findNumbers({ key, toned }: ClauseText, bare: boolean): readonly NumberSpan[] {
  const text = bare && /^[\s<>=≥≤+-]*[\d.,]+\s*%?$/.test(key) ? key : maskNumbers(key);
  const taken: boolean[] = [];
  const found: NumberSpan[] = [];
  const take = (from: number, to: number, number: Found | undefined) => {
    if (number === undefined || !Number.isFinite(number.value) || taken.slice(from, to).some(Boolean)) return;
    for (let at = from; at < to; at++) taken[at] = true;
    found.push({ ...number, from, to });
  };
  for (const { pattern, read } of PATTERNS)
    for (const match of text.matchAll(pattern))
      take(match.index, match.index + match[0].trimEnd().length, read(match, text));
  for (const { from, to, ...number } of findSpelled(toned)) take(from, to, number);
  return sharePercent(
    found.sort((a, b) => a.from - b.from),
    text,
  );
}

const BEFORE_SPELLED =
  /(?:ít nhất|tối thiểu|tối đa|không quá|trên|dưới|hơn|tổ chức|họp|kiểm tra|xây dựng|có|thêm|tăng|giảm|mỗi (?:năm|quý|tháng|tuần|xã|huyện|phường|thôn|cơ quan|đơn vị|ngành|sở)|định kỳ|đạt|thành lập|đăng tải|còn|xuống|lên|hàng năm|hằng năm|từ) $/u;
const COUNTABLE =
  '(?:lần|cuộc|lớp|đợt|buổi|hội nghị|hội thảo|mô hình|sáng kiến|giải pháp|lượt|xã|huyện|phường|thôn|báo cáo|kế hoạch|sản phẩm|dự án|bậc|điểm|tin|bài|chuyên đề|chuyên mục|đề tài|doanh nghiệp|hợp tác xã|cơ quan|đơn vị|ngày|giờ|tiêu chí|đồng chí|người|hộ|công trình|nhiệm vụ|trường)';
const SPELLED = new RegExp(`(?<!\\p{L})(${NUMBER_WORD}(?: ${NUMBER_WORD})*)(?= phần trăm| ?%)`, 'gu');
const PARTS = /(?<!\p{L})(một|hai|ba|bốn|năm) phần (hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\p{L})/gu;
const COUNTED = new RegExp(
  `(?<!\\p{L})(${NUMBER_WORD}(?: ${NUMBER_WORD})*)(?= ${COUNTABLE}(?!\\p{L}))`,
  'gu',
);

function findSpelled(toned: string): readonly NumberSpan[] {
  const found: NumberSpan[] = [];
  const add = (from: number, length: number, number: Found | undefined) => {
    if (number !== undefined) found.push({ ...number, from, to: from + length });
  };
  for (const match of toned.matchAll(SPELLED)) {
    const value = parseNumberWords(match[1] ?? '');
    const sign = /^ phần trăm| ?%/u.exec(toned.slice(match.index + match[0].length))?.[0].length ?? 0;
    if (value !== undefined) add(match.index, match[0].length + sign, { kind: 'percent', value });
  }
  for (const match of toned.matchAll(PARTS)) {
    const [top, bottom] = [parseNumberWords(match[1] ?? ''), parseNumberWords(match[2] ?? '')];
    if (top !== undefined && bottom !== undefined && top < bottom)
      add(match.index, match[0].length, { kind: 'fraction', value: top / bottom });
  }
  for (const match of toned.matchAll(/(?<!\p{L})một nửa(?!\p{L})/gu))
    add(match.index, match[0].length, { kind: 'fraction', value: 0.5 });
  for (const match of toned.matchAll(/(?<=gấp )(đôi|ba|rưỡi|bốn|năm)(?! \p{L}*\s?(?:lần))(?!\p{L})/gu))
    add(match.index, match[0].length, { kind: 'plain', value: TIMES[match[1] ?? ''] ?? 2, unit: 'lần' });
  for (const match of toned.matchAll(COUNTED)) {
    const before = toned.slice(Math.max(0, match.index - 20), match.index);
    if (match.index > 0 && !BEFORE_SPELLED.test(before)) continue;
    if (match[1] === 'năm' && !/(?:ít nhất|tối thiểu|tối đa|không quá) $/u.test(before)) continue;
    const value = parseNumberWords(match[1] ?? '');
    if (value !== undefined) add(match.index, match[0].length, { kind: 'plain', value });
  }
  return found;
}

const TIMES: Readonly<Record<string, number>> = { rưỡi: 1.5, đôi: 2, ba: 3, bốn: 4, năm: 5 };

/** "lần lượt 70, 80 và 90%": one sign at the end serves the whole list. */
function sharePercent(numbers: readonly NumberSpan[], text: string): readonly NumberSpan[] {
  const shared = [...numbers];
  for (let at = shared.length - 2; at >= 0; at--) {
    const [own, next] = [shared[at], shared[at + 1]];
    if (own?.kind !== 'plain' || next === undefined || !/^per/.test(next.kind) || own.value > 100) continue;
    if (/^\s*(?:,|va|;|,\s*va|hoac)\s*$/.test(text.slice(own.to, next.from)))
      shared[at] = { ...own, kind: next.kind };
  }
  return shared;
}
