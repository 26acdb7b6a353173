import type { ClauseText } from './clause-text.ts';

// "giảm 5%" moves by an amount; "giảm … xuống dưới 15%" and "nâng … lên 80%" end at a level.

export interface Change {
  readonly direction: 'increase' | 'decrease';
  /** The number says where it ends, not how much it moves. */
  readonly level: boolean;
  readonly from: number;
  readonly to: number;
}

const VERB =
  /(?<![a-z~])(?:(tang truong|tang them|gia tang|tang|nang(?= (?:ty le|ti le|chi so|thu hang|vi tri|diem|muc|xep hang|thu nhap|them|it nhat|toi thieu|tu|so|\d|hang))|cai thien(?=[^,;]{0,24}(?:\d|it nhat|toi thieu))|~hang hang(?=\s*(?:\d|it|toi|tu))|gap(?=\s))|(keo giam|cat giam|tiet giam|tinh giam|tinh gian|tinh gon|rut ngan|giam bot|giam|ha(?= (?:ty le|muc|thap|xuong|\d))|bot))(?![a-z])/g;
/** "tăng cường", "giảm nghèo bền vững", "nâng cao năng lực" change nothing that is measured. */
const NOT_CHANGE =
  /^(?:tang cuong|tang toc|giam ngheo(?! (?:\d|tu |it |toi |binh ))|giam sat|tang gia|gia tang (?:dan cu|co hoc)|giam tru|giam nhe|giam thieu(?! (?:\d|it |toi )))/;
/** "tốc độ tăng trưởng đạt 8%", "tỷ lệ tăng dân số dưới 1%": the change is the name of a rate. */
const NOMINAL = /(?:toc do|ty le|ti le|ty suat|he so|chi so|nhip do|da|gia tri)\s*$/;

/** The change that governs a number standing right after `before`. */
export function findChange(before: string, wholeBefore: string, compared: boolean): Change | undefined {
  let found: Change | undefined;
  for (const match of before.matchAll(VERB)) {
    if (NOT_CHANGE.test(before.slice(match.index, match.index + 24))) continue;
    const to = match.index + match[0].length;
    const mid = before.slice(to);
    const direction = match[1] === undefined ? 'decrease' : 'increase';
    const nominal = NOMINAL.test(wholeBefore.slice(0, wholeBefore.length - before.length + match.index));
    const level = nominal
      ? direction === 'increase' && !compared
      : /(?:^|\s)(?:len|xuong|con|dat|bang|o muc|toi(?! thieu| da)|den)(?=\s|$)/.test(
          mid.replace(/(?:dat|len|tu|con) (?:chuan|~huan|tieu chi|~ai hoc|yeu cau|muc tieu|~iem)/g, ''),
        ) && !/^\s*(?:dat|duoc)\s*$/.test(mid);
    found = { direction, level, from: match.index, to };
  }
  return found;
}

/** The year or thing a change is compared with, nearest after the number, or else before it. */
export function findBaseline({ key, text }: ClauseText, from: number): string | undefined {
  const pattern =
    /so voi\s+(?:cung ky\s+|ket qua\s+|thuc hien\s+|muc\s+)?(.+?)(?=$|[,;()]|\s+va\s|\s+dat\s|\s+(?:la|tang|giam|con|trong do|vao|nham|de)\s|\s+(?:it nhat|toi thieu|tu)\s|:|\.\s|\s-\s|\s+(?:khoang\s+)?\d+(?:[.,]\d+)?\s*%)/g;
  const found = [...key.matchAll(pattern)];
  const match = found.find(({ index }) => index >= from) ?? found.findLast(({ index }) => index < from);
  if (match?.[1] !== undefined) {
    const at = match.index + match[0].length - match[1].length;
    return yearOrWords(text.slice(at, at + match[1].length));
  }
  const than =
    /(?:cao hon|thap hon|nhieu hon|it hon|lon hon|nho hon|tot hon|hon|bang)\s+((?:ket qua |muc )?(?:cua |cung ky )?(?:nam\s+(?:20\d{2}|~?truoc|lien ke truoc)|cung ky(?: nam (?:20\d{2}|~?truoc))?|(?:muc |ty le )?(?:trung )?binh (?:quan )?(?:chung )?(?:ca nuoc|cua ca nuoc|cua tinh|chung|khu vuc|toan quoc)))/.exec(
      key.slice(Math.max(0, from - 60)),
    );
  if (than?.[1] !== undefined) {
    const at = Math.max(0, from - 60) + than.index + than[0].length - than[1].length;
    return yearOrWords(text.slice(at, at + than[1].length).replace(/^cùng kỳ (?=năm)/iu, ''));
  }
  const ahead =
    /vuot\s+((?:du toan|ke hoach|chi tieu|muc tieu)[^,;.\d]*?)(?=\s+(?:it nhat|toi thieu|tu|tren)?\s*\d|[,;.]|$)/.exec(
      key,
    ) ?? /vuot[^,;]*?%\s+((?:so voi )?(?:du toan|ke hoach|chi tieu)[^,;.\d]*)/.exec(key);
  if (ahead?.[1] === undefined) return undefined;
  const at = ahead.index + ahead[0].lastIndexOf(ahead[1]);
  return text.slice(at, at + ahead[1].length).trim();
}

function yearOrWords(words: string): string {
  const trimmed = words.trim();
  return /^(?:năm|nam)\s+(20\d{2})$/iu.exec(trimmed)?.[1] ?? trimmed;
}
