import type { Deadline, Recurrence } from './deadline.ts';

// What comes again: "hằng tháng trước ngày 25", "định kỳ 6 tháng, năm", "01 lần/quý", "thứ Sáu hàng tuần".

type Frequency = Recurrence['freq'];

const UNITS: readonly (readonly [Frequency, string])[] = [
  ['half_yearly', '(?:0?6|sau) thang|nua nam'],
  ['quarterly', 'quy(?!\\s*(?:i|0?[1-4])\\b(?!\\s*lan)|\\s*(?:ii|iii|iv)\\b| dinh)'],
  ['monthly', '(?<!(?:[2-9]|1\\d)\\s?)thang(?!\\s*\\d)'],
  ['weekly', 'tuan(?!\\s*\\d)'],
  ['yearly', 'nam(?!\\s*\\d)'],
];
const ANY = UNITS.map(([, words]) => words).join('|');

/** One recurring deadline for each frequency the phrase names; empty where nothing comes again. */
export function findRecurrences(part: string, folded: string): readonly Deadline[] {
  const frequencies = frequenciesOf(folded);
  if (frequencies.length === 0) return [];
  const by = dayWithin(part, folded);
  return frequencies.map((freq) => ({
    kind: 'recurring',
    recurrence: { freq, ...(by === undefined ? {} : { by }) },
  }));
}

function frequenciesOf(folded: string): readonly Frequency[] {
  const each = new RegExp(
    `(?<![a-z])(?:hang|moi|dinh ky(?: hang)?|bao cao|(?:\\d+|mot|hai|ba|bon) lan\\s*(?:/|trong|moi|mot)\\s*(?:01|1|mot)?|lan/)\\s*(?:${ANY})(?:\\s*(?:,|va|/|;)\\s*(?:hang |moi )?(?:${ANY}|0?9 thang))*`,
  );
  const bare = new RegExp(`^(?:${ANY})(?:\\s*(?:,|va|/)\\s*(?:${ANY}|0?9 thang))+$`);
  const every =
    /(?<![\d/.,])(\d{1,2}|mot|ba|sau)\s*(tuan|thang|nam)\s*(?:\/|moi)?\s*(?:0?1|mot)?\s*lan(?![a-z])/.exec(
      folded,
    );
  if (every !== null) return intervalOf(every[1] ?? '', every[2] ?? '');

  const found = each.exec(folded)?.[0] ?? bare.exec(folded)?.[0];
  if (found !== undefined) {
    const named = UNITS.flatMap(([freq, words]) =>
      [...found.matchAll(new RegExp(`(?:${words})`, 'g'))].map((match) => ({
        freq,
        at: match.index,
        length: match[0].length,
      })),
    );
    return named
      .filter(
        ({ at }, index) =>
          !named.some((other, place) => place !== index && other.at < at && other.at + other.length > at),
      )
      .sort((a, b) => a.at - b.at)
      .map(({ freq }) => freq);
  }
  const within = findWithin(folded);
  if (within !== undefined) return [within];
  const all = /(?:cac|tung) (quy|thang) trong nam/.exec(folded)?.[1];
  if (all !== undefined) return [all === 'quy' ? 'quarterly' : 'monthly'];
  if (/^dinh ky(?:[\s,]|$)|(?:^|\s)dinh ky$/.test(folded)) return ['unspecified'];
  if (/hang nam|moi nam|thuong nien/.test(folded)) return ['yearly'];
  return [];
}

const MONTHS: Readonly<Record<string, number>> = { mot: 1, ba: 3, sau: 6 };

/** "3 tháng/lần": once in so many months; an interval the readings have no word for is only said to recur. */
function intervalOf(count: string, unit: string): readonly Frequency[] {
  const n = MONTHS[count] ?? Number(count);
  if (unit === 'tuan') return n === 1 ? ['weekly'] : ['unspecified'];
  const months = unit === 'nam' ? n * 12 : n;
  const known: Readonly<Record<number, Frequency>> = {
    1: 'monthly',
    3: 'quarterly',
    6: 'half_yearly',
    12: 'yearly',
  };
  return [known[months] ?? 'unspecified'];
}

/** A day told by its place in a period comes again with each: "ngày 20 của tháng cuối quý", "ngày 05 tháng sau". */
function findWithin(folded: string): Frequency | undefined {
  const day =
    '(?:ngay (?:lam viec )?(?:\\d{1,2}|(?:dau|cuoi)(?: cung)?)|tuan (?:dau|cuoi)(?: cung)?)(?: (?:cua|trong))?';
  if (
    new RegExp(
      `${day} thang (?:dau|cuoi|thu (?:hai|2))(?: (?:cua|moi|hang))*(?: quy)?(?: (?:sau|ke tiep|tiep theo))?$`,
    ).test(folded)
  )
    return folded.includes('quy') ? 'quarterly' : undefined;
  if (new RegExp(`${day} thang(?: (?:sau|ke tiep|tiep theo|lien ke))?$`).test(folded)) return 'monthly';
  if (new RegExp(`${day} quy(?: (?:sau|ke tiep|tiep theo))?$`).test(folded)) return 'quarterly';
  return undefined;
}

/** The day or months inside each period, in the words of the phrase: "ngày 15", "trước 25/6", "thứ Sáu", "Tháng 6 và tháng 12". */
function dayWithin(part: string, folded: string): string | undefined {
  const day =
    /(?:(?:truoc|cham nhat|muon nhat)(?: la| vao)? )?(?:ngay (?:lam viec )?(?:mung |(?:dau|cuoi)(?: cung)?)?\d{0,2}(?:\/\d{1,2}| thang \d{1,2})?(?:\s*(?:,|va)\s*(?:truoc )?(?:ngay )?\d{1,2}\/\d{1,2})*|(?<!\d)\d{1,2}\/\d{1,2}(?![/\d])(?:\s*(?:,|va)\s*(?:truoc )?(?:ngay )?\d{1,2}\/\d{1,2})*|thu (?:hai|ba|tu|nam|sau|bay|[2-7])(?!\d)|tuan (?:dau|cuoi|thu \d)|thang \d{1,2}(?:\s*(?:,|va)\s*(?:thang )?\d{1,2})*|quy (?:iv|i{1,3}|0?[1-4])(?![a-z\d]| lan)(?:\s*(?:,|va)\s*(?:quy )?(?:iv|i{1,3}|0?[1-4])(?![a-z\d]))*)(?: (?:cua )?thang (?:cuoi|dau)(?: (?:cua )?quy(?: sau| ke tiep| tiep theo)?)?| (?:cua )?(?:thang|quy)(?: sau| ke tiep| tiep theo)?$)?/.exec(
      folded,
    );
  return day === null || day[0].trim() === 'ngay'
    ? undefined
    : part.slice(day.index, day.index + day[0].length).trim();
}
