import { readDeadline } from '../deadline/read-deadline.ts';
import type { ClauseText } from './clause-text.ts';

// The periods a clause sets for its measures: "đến năm 2025", "trước ngày 30/6/2025", "Năm 2026: …".

export interface Due {
  /** ISO date, last day of the period. */
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

const YEAR = '20\\d{2}';
const PERIOD = `(?:giai doan\\s+${YEAR}\\s*-\\s*${YEAR}|(?:${YEAR}\\s*-\\s*${YEAR})|(?:0?[1-9]|1[0-2]) thang (?:dau|cuoi) nam\\s+${YEAR}|nam hoc\\s+${YEAR}\\s*-\\s*${YEAR}|nam\\s+${YEAR}|(?:~uy|quy)\\s+(?:iv|i{1,3}|0?[1-4])\\s*(?:[/-]|,?\\s*nam)\\s*${YEAR}|thang\\s+\\d{1,2}\\s*(?:[/-]|,?\\s*nam)\\s*${YEAR}|(?:ngay\\s+)?\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*${YEAR}|(?:ngay\\s+)\\d{1,2}\\s+thang\\s+\\d{1,2}\\s+nam\\s+${YEAR}|\\d{1,2}\\/${YEAR}|${YEAR})`;
const LED = new RegExp(
  `(?<![a-z~])(?:(?:(?:tinh )?den|toi|truoc|cham nhat|muon nhat|trong|vao|het|cuoi|ket thuc|xong trong)\\s+)(?:(?:het|cuoi|ngay|thoi diem|la|den|trong|vao|truoc|ca|thoi ky)\\s+)*${PERIOD}(?![\\d/])`,
  'g',
);
const BARE = new RegExp(
  `(?:^|[,:(]\\s*)(?:(?:phan dau|muc tieu|chi tieu|rieng|trong do|ca|cuoi|binh quan)\\s+)*(?<period>${PERIOD})(?=\\s*(?:$|[,:)(]|dat|la\\b|con\\b|giam|tang|tren|duoi|phan dau|co\\b|toi thieu|it nhat|tu\\b|co it|binh quan|khong|\\d))|\\s(?<said>nam\\s+${YEAR}|giai doan\\s+${YEAR}\\s*-\\s*${YEAR})(?=\\s+(?:dat|la|con|giam|tang|tren|duoi|phan dau|co|toi thieu|it nhat|tu|binh quan|lan luot|khong|cao hon|thap hon|bao dam|dam bao)\\b)|[%‰]\\s*(?:so\\s)?(?<late>nam\\s+${YEAR})`,
  'g',
);

export function findDues({ key, text }: ClauseText): readonly Due[] {
  const dues: Due[] = [];
  const add = (from: number, words: string) => {
    const date = lastDay(text.slice(from, from + words.length), words);
    if (date !== undefined && !dues.some((due) => from < due.to && due.from < from + words.length))
      dues.push({ date, from, to: from + words.length });
  };
  for (const match of key.matchAll(LED))
    if (isDue(key, match.index, match.index + match[0].length, match[0])) add(match.index, match[0]);
  for (const match of key.matchAll(BARE)) {
    const words = match.groups?.['period'] ?? match.groups?.['said'] ?? match.groups?.['late'] ?? '';
    const from = match.index + match[0].indexOf(words);
    if (
      !/so voi (?:[a-z~]+ ){0,5}$|hon $|tu $|(?:cua|ke hoach|nghi quyet|dinh muc|gia) $/.test(
        key.slice(Math.max(0, from - 40), from),
      )
    )
      add(from, words);
  }
  return dues.sort((a, b) => a.from - b.from);
}

/** "so với đến …", "từ năm 2021 đến năm 2025" of a document's name and "tính đến 30/6/2024" of a report set nothing. */
function isDue(key: string, from: number, to: number, words: string): boolean {
  const before = key.slice(Math.max(0, from - 30), from);
  if (/^tinh den/.test(words) || /(?:so voi|tu) (?:[a-z~]+ ){0,2}$/.test(before)) return false;
  return !/^\s*(?:cua (?:thu tuong|chinh phu|bo))/.test(key.slice(to, to + 24));
}

function lastDay(text: string, words: string): string | undefined {
  const span = /(20\d{2})\s*-\s*(20\d{2})/.exec(words);
  if (span !== null && !/nam hoc/.test(words)) return `${span[2]}-12-31`;
  const { end, endExclusive, parts } = readDeadline(text.replace(/^trong (?=ngày)/iu, ''));
  const date = end ?? parts?.at(-1)?.end;
  if (date === undefined) return undefined;
  // "trước năm 2026" ends with 2025; "trước ngày 15/12/2025" names its day.
  const day = endExclusive === true && !/\d\s*[/.-]\s*\d{1,2}\s*[/.-]|ngay/.test(words);
  return day ? Temporal.PlainDate.from(date).subtract({ days: 1 }).toString() : date;
}
