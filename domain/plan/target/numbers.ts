// The numbers of a clause that may be measures. Numbers of documents, dates, ordinals and ages are masked first.

export type NumberKind = 'percent' | 'permille' | 'fraction' | 'rank' | 'plain';

export interface NumberSpan {
  readonly kind: NumberKind;
  readonly value: number;
  readonly upper?: number;
  /** Place in the clause, unit sign included. */
  readonly from: number;
  readonly to: number;
}

const MASKS: readonly RegExp[] = [
  // documents: "126/KH-UBND", "Luật số 12/2020/QH14", "Nghị quyết 68", "khoản 2 Điều 23"
  /\b\d+[a-z]?\s*\/\s*(?:\d{4}\s*\/\s*)?[a-z][a-z0-9]*(?:\s*-\s*[a-z0-9&]+)+/g,
  /\b\d+\/\d{4}\/[a-z]+\d*/g,
  /(?:nghi quyet|nghi dinh|quyet dinh|ke hoach|thong tu|chi thi|de an|luat|ket luan|cong van|van ban|chuong trinh|tcvn|iso|thong bao)\s+(?:so\s+)?\d[\d/.:a-z-]*/g,
  /(?:khoan|dieu|diem|muc|phu luc|mau|bieu|chuong|phan|quy|so|giai doan|nhiem ky|khoa|dot|lan thu|thu|cap(?: do)?|muc do|loai|tuyen|quoc lo|duong|hang|lop(?=\s+\d+\b(?!\s*hoc))|version|phien ban)\s+\d+(?:[.,]\d+)*(?:\s*(?:,|va|-)\s*\d+(?![\d%]))*/g,
  // dates and years
  /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/g,
  /\bngay\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}|\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?)?/g,
  /\bthang\s+\d{1,2}(?:\s*[/]\s*\d{4})?/g,
  /\b\d{1,2}\/20\d{2}/g,
  /(?:(?:nam(?: hoc)?|giai doan|den|tu)\s+)?\b(?:19|20)\d{2}\s*(?:-|den)\s*(?:19|20)\d{2}\b/g,
  /\bnam(?:\s+hoc)?\s+(?:19|20)\d{2}\b/g,
  /(?<![\d.,])(?:19|20)\d{2}(?![\d.,%])(?!\s*(?:ho|nguoi|luot|trieu|ty|dong|xa|ha|km|m|cay|doanh))/g,
  /\b\d+\s*thang\s+(?:dau|cuoi)\b/g,
  // bounds inside a subject: ages, sizes; "trên 1.000 dân", "24/7"
  /(?:tu\s+(?:du\s+)?|duoi\s+|tren\s+)?\d+(?:\s*-\s*\d+)?\s*(?:thang\s+)?tuoi(?:\s+tro\s+(?:len|xuong))?/g,
  /(?:tren|moi|\/)\s*\d{1,3}(?:\.\d{3})*\s*(?:van\s+)?(?:dan|nguoi dan|tre|nguoi|ho dan)\b/g,
  /\b24\s*\/\s*(?:7|24)\b/g,
  // words holding digits: "5G", "H37", "COVID-19", "N1"
  /\b[a-z]+-?\d+[a-z]*\b/g,
  /\b\d+[a-z]{1,2}\b(?<!\d(?:m|km|ha|kg|x))/g,
];

const N = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?';
const PERCENT = '\\s*(?:%(?!0)|phan tram)';
const PERMILLE = '\\s*(?:‰|%\\s?0(?!\\d)|%o\\b|phan nghin)';
const WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};

interface Pattern {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Omit<NumberSpan, 'from' | 'to'> | undefined;
}

const PATTERNS: readonly Pattern[] = [
  {
    pattern:
      /(?:nhom|top|xep(?:\s+hang)?(?:\s+thu)?|thu hang|vi tri|xep thu|dung thu|hang thu)\s*(?:tu\s*)?(?:thu\s*)?(\d{1,3})(?:\s*(?:-|den)\s*(\d{1,3}))?(?:\s*\/\s*\d{1,3})?(?!\s*[%.,]?\d)/g,
    read: ([, from, to]) => ({
      kind: 'rank',
      value: Number(from),
      ...(to === undefined ? {} : { upper: Number(to) }),
    }),
  },
  {
    pattern: /\b(\d{1,3})\s*-\s*(\d{1,3})\s*\/\s*\d{2,3}\b/g,
    read: ([, from, to]) => ({ kind: 'rank', value: Number(from), upper: Number(to) }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,])(?:tu\\s+)?(${N})(?:${PERMILLE})?\\s*(?:-|den)\\s*(${N})${PERMILLE}`,
      'g',
    ),
    read: ([, from, to]) => range('permille', from, to),
  },
  {
    pattern: new RegExp(`(?<![\\d.,])(${N})${PERMILLE}`, 'g'),
    read: ([, value]) => ({ kind: 'permille', value: parseNumber(value) }),
  },
  {
    pattern: new RegExp(`(?<![\\d.,])(?:tu\\s+)?(${N})(?:${PERCENT})?\\s*(?:-|den)\\s*(${N})${PERCENT}`, 'g'),
    read: ([, from, to]) => range('percent', from, to),
  },
  {
    pattern: new RegExp(`(?<![\\d.,])(${N})${PERCENT}`, 'g'),
    read: ([, value]) => ({ kind: 'percent', value: parseNumber(value) }),
  },
  {
    pattern: /(?<![\d/])(\d{1,3})\s*\/\s*(\d{1,3})(?![\d/])\s*(?:so\b)?/g,
    read: ([, top, bottom]) =>
      Number(bottom) === 0
        ? undefined
        : Number(top) > Number(bottom)
          ? undefined
          : { kind: 'fraction', value: Number(top) / Number(bottom) },
  },
  {
    pattern: new RegExp(`(?<![\\d.,/])(?:tu\\s+)(${N})\\s*(?:-|den)\\s*(${N})(?![\\d/])`, 'g'),
    read: ([, from, to]) => range('plain', from, to),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/])(${N})\\s*(?:-)\\s*(${N})(?![\\d/])`, 'g'),
    read: ([, from, to]) => range('plain', from, to),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/a-z])(${N})(?![\\d/])`, 'g'),
    read: ([, value]) => ({ kind: 'plain', value: parseNumber(value) }),
  },
  {
    pattern:
      /(?<=(?:it nhat|toi thieu|moi nam|to chuc|khong qua|toi da)\s)(mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?=\s(?!phan|so))/g,
    read: ([, word]) => ({ kind: 'plain', value: WORDS[word ?? ''] ?? 0 }),
  },
];

function range(
  kind: NumberKind,
  from: string | undefined,
  to: string | undefined,
): Omit<NumberSpan, 'from' | 'to'> | undefined {
  const [value, upper] = [parseNumber(from), parseNumber(to)];
  return value < upper ? { kind, value, upper } : undefined;
}

/** "1.500" is fifteen hundred, "1,5" and "97.5" are decimals: three digits after a point group, fewer divide. */
export function parseNumber(text: string | undefined): number {
  const written = text ?? '';
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written))
    return Number(written.replaceAll('.', '').replace(',', '.'));
  return Number(written.replace(',', '.'));
}

/** Numbers that may be measures, in order. In a column of values (`bare`) a lone number is one even if it looks like a year. */
export function findNumbers(folded: string, bare: boolean): readonly NumberSpan[] {
  let text = folded;
  if (!(bare && /^[\s<>=≥≤]*[\d.,]+\s*%?$/.test(folded)))
    for (const mask of MASKS)
      text = text.replace(mask, (found, ...rest) =>
        isMeasure(found, text, rest) ? found : found.replace(/\d/g, '_'),
      );
  const taken: boolean[] = [];
  const found: NumberSpan[] = [];
  for (const { pattern, read } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].trimEnd().length;
      if (taken.slice(match.index, to).some(Boolean)) continue;
      const number = read(match);
      if (number === undefined || Number.isNaN(number.value)) continue;
      for (let at = match.index; at < to; at++) taken[at] = true;
      found.push({ ...number, from: match.index, to });
    }
  return found.sort((a, b) => a.from - b.from);
}

/** A masked-looking number right before a per-cent sign is a measure after all. */
function isMeasure(found: string, text: string, rest: readonly unknown[]): boolean {
  const offset = rest.find((part): part is number => typeof part === 'number') ?? 0;
  return /^\s*%/.test(text.slice(offset + found.length)) && /\d$/.test(found);
}
