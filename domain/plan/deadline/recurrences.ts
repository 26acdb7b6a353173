import type { Deadline, Recurrence } from './deadline.ts';

// What comes again: "hằng tháng trước ngày 25", "định kỳ 6 tháng, năm", "01 lần/quý", "thứ Sáu hàng tuần".

type Frequency = Recurrence['freq'];

const UNITS: readonly (readonly [Frequency, string])[] = [
  ['half_yearly', '(?:0?6|sau) thang|nua nam'],
  ['quarterly', 'quy(?!\\s*(?:i|0?[1-4])\\b|\\s*(?:ii|iii|iv)\\b| dinh)'],
  ['monthly', 'thang(?!\\s*\\d)'],
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
    `(?:hang|moi|dinh ky(?: hang)?|bao cao|\\d+ lan\\s*(?:/|trong|moi|mot)\\s*(?:01|1|mot)?|lan/)\\s*(?:${ANY})(?:\\s*(?:,|va|/|;)\\s*(?:hang |moi )?(?:${ANY}))*`,
  );
  const bare = new RegExp(`^(?:${ANY})(?:\\s*(?:,|va|/)\\s*(?:${ANY}))+$`);
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
  if (/^dinh ky(?:\s|$)|(?:^|\s)dinh ky$/.test(folded)) return ['unspecified'];
  if (/hang nam|moi nam|thuong nien/.test(folded)) return ['yearly'];
  return [];
}

/** The day inside each period, in the words of the phrase: "ngày 15", "trước ngày 25", "thứ Sáu". */
function dayWithin(part: string, folded: string): string | undefined {
  const day =
    /(?:(?:truoc|cham nhat|muon nhat)(?: la| vao)? )?(?:ngay (?:mung |cuoi (?:cung )?(?:cua )?)?\d{0,2}(?:\/\d{1,2})?|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|tuan (?:dau|cuoi|thu \d))(?: (?:cua )?thang (?:cuoi|dau)(?: (?:cua )?quy)?)?/.exec(
      folded,
    );
  return day === null || day[0].trim() === 'ngay'
    ? undefined
    : part.slice(day.index, day.index + day[0].length).trim();
}
