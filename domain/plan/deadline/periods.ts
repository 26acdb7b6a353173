// The calendar words of a phrase: days, months, quarters, halves, years and ranges of them, each with its place in
// the phrase. Works on folded text (no diacritics, lower case), whose letters stand where those of the phrase stand.

export type PeriodKind = 'date' | 'month' | 'quarter' | 'half' | 'year' | 'range';

export interface Period {
  readonly kind: PeriodKind;
  /** Place in the folded text. */
  readonly from: number;
  readonly to: number;
  /** Undefined where the phrase names no year and none is known. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** Whether the year stands in its own words; else it is that of words around it, or of the plan. */
  readonly hasOwnYear: boolean;
}

interface Found {
  readonly kind: PeriodKind;
  readonly from: number;
  readonly to: number;
  readonly year: number | undefined;
  /** First and last day without the year. */
  readonly first: MonthDay;
  readonly last: MonthDay;
  readonly lastYear?: number | undefined;
}

interface MonthDay {
  readonly month: number;
  /** 0 is the last day of the month. */
  readonly day: number;
}

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '01': 1,
  '02': 2,
  '03': 3,
  '04': 4,
};
const Q = '(?:iv|i{1,3}|0?[1-4])(?![0-9a-z])';
const YEAR = '(?:19|20)\\d{2}(?!\\d)';
const OF_YEAR = `(?:\\s*[/.-]\\s*(${YEAR})|\\s*,?\\s*(?:cua\\s*)?nam\\s*(${YEAR})|\\s+(${YEAR}))?`;
const TO = '\\s*(?:-|den(?:\\s*het)?|toi)\\s*';

interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => Omit<Found, 'from' | 'to'> | undefined;
}

function yearOf(...texts: readonly (string | undefined)[]): number | undefined {
  const text = texts.find((found) => found !== undefined);
  return text === undefined ? undefined : Number(text);
}

const JANUARY: MonthDay = { month: 1, day: 1 };
const DECEMBER: MonthDay = { month: 12, day: 31 };

function monthPeriod(month: number, year: number | undefined): Omit<Found, 'from' | 'to'> | undefined {
  return month < 1 || month > 12
    ? undefined
    : { kind: 'month', year, first: { month, day: 1 }, last: { month, day: 0 } };
}

function quarterPeriod(
  quarter: number | undefined,
  year: number | undefined,
): Omit<Found, 'from' | 'to'> | undefined {
  if (quarter === undefined) return undefined;
  return {
    kind: 'quarter',
    year,
    first: { month: quarter * 3 - 2, day: 1 },
    last: { month: quarter * 3, day: 0 },
  };
}

function dayPeriod(
  day: number,
  month: number,
  year: number | undefined,
): Omit<Found, 'from' | 'to'> | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year ?? 2024)) return undefined;
  return { kind: 'date', year, first: { month, day }, last: { month, day } };
}

// Longer forms stand first: the words one of them covers are not read again.
const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?:ngay\\s*)?(?<!(?:thang|quy|t)\\s*)(?<![\\d/.-])(\\d{1,2})\\s*(?:-|den)\\s*(?:het\\s*)?(?:ngay\\s*)?(\\d{1,2})\\s*[/.]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(${YEAR}))`,
      'g',
    ),
    read: ([, from, to, month, year]) =>
      Number(from) < Number(to) && Number(month) <= 12
        ? {
            kind: 'range',
            year: yearOf(year),
            first: { month: Number(month), day: Number(from) },
            last: { month: Number(month), day: Number(to) },
          }
        : undefined,
  },
  {
    pattern: new RegExp(
      `(?:ngay\\s*)?(?<!(?:thang|quy)\\s*)(?<![\\d/])(\\d{1,2})\\s*([/.-])\\s*(\\d{1,2})\\s*[/.-]\\s*(${YEAR})`,
      'g',
    ),
    read: ([, day, , month, year]) => dayPeriod(Number(day), Number(month), yearOf(year)),
  },
  {
    // A year of two digits, as it is typed in haste: of this century.
    pattern: /(?:ngay\s*)?(?<![\d/.-])(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*([2-4]\d)(?![\d/])/g,
    read: ([, day, , month, year]) => dayPeriod(Number(day), Number(month), 2000 + Number(year)),
  },
  {
    pattern: new RegExp(`(?<!\\d)(${YEAR})\\s*-\\s*(\\d{2})\\s*-\\s*(\\d{2})(?!\\d)`, 'g'),
    read: ([, year, month, day]) => dayPeriod(Number(day), Number(month), yearOf(year)),
  },
  {
    pattern: new RegExp(
      `(?:ngay\\s*)?(?<![\\d/])(?<!tuan\\s*(?:thu\\s*)?)(\\d{1,2})\\s*thang\\s*(\\d{1,2})${OF_YEAR}`,
      'g',
    ),
    read: ([, day, month, a, b, c]) => dayPeriod(Number(day), Number(month), yearOf(a, b, c)),
  },
  {
    pattern: new RegExp(
      `(6|9|03|3|06|09|sau|chin|ba)\\s*thang\\s*(dau|cuoi)?\\s*(?:cua\\s*)?(?:nam)?\\s*(${YEAR})?`,
      'g',
    ),
    read: ([, count, which, year]) => {
      if (which === undefined && year === undefined) return undefined;
      const months = count === 'sau' ? 6 : count === 'chin' ? 9 : count === 'ba' ? 3 : Number(count);
      return which === 'cuoi'
        ? { kind: 'half', year: yearOf(year), first: { month: 13 - months, day: 1 }, last: DECEMBER }
        : { kind: 'half', year: yearOf(year), first: JANUARY, last: { month: months, day: 0 } };
    },
  },
  {
    pattern: new RegExp(`nua\\s*(dau|cuoi)\\s*nam\\s*(${YEAR})?`, 'g'),
    read: ([, which, year]) => ({
      kind: 'half',
      year: yearOf(year),
      first: which === 'dau' ? JANUARY : { month: 7, day: 1 },
      last: which === 'dau' ? { month: 6, day: 30 } : DECEMBER,
    }),
  },
  {
    pattern: new RegExp(`giua\\s*nam\\s*(${YEAR})?`, 'g'),
    read: ([, year]) => dayPeriod(30, 6, yearOf(year)),
  },
  {
    pattern: new RegExp(
      `(?:quy|q)\\s*\\.?(${Q})\\s*(?:-|den(?:\\s*het)?)\\s*(?:quy\\s*)?(${Q})${OF_YEAR}`,
      'g',
    ),
    read: ([, from, to, a, b, c]) => {
      const [first, last] = [ROMAN[from ?? ''], ROMAN[to ?? '']];
      return first === undefined || last === undefined || first >= last
        ? undefined
        : {
            kind: 'range',
            year: yearOf(a, b, c),
            first: { month: first * 3 - 2, day: 1 },
            last: { month: last * 3, day: 0 },
          };
    },
  },
  {
    pattern: new RegExp(`(?<![a-z])(?:quy|q)\\s*\\.?(${Q})${OF_YEAR}`, 'g'),
    read: ([, quarter, a, b, c]) => quarterPeriod(ROMAN[quarter ?? ''], yearOf(a, b, c)),
  },
  {
    pattern: new RegExp(
      `(?:thang|t)\\s*(\\d{1,2})${TO}(?:thang\\s*)?(\\d{1,2})(?![\\d.,]*\\d)${OF_YEAR}`,
      'g',
    ),
    read: ([, from, to, a, b, c]) => {
      const [first, last] = [Number(from), Number(to)];
      return first < 1 || first > 12 || last > 12 || first >= last
        ? undefined
        : {
            kind: 'range',
            year: yearOf(a, b, c),
            first: { month: first, day: 1 },
            last: { month: last, day: 0 },
          };
    },
  },
  {
    pattern: new RegExp(`(?<![a-z])(?:thang|t)\\s*(\\d{1,2})(?![\\d])${OF_YEAR}`, 'g'),
    read: ([, month, a, b, c]) => monthPeriod(Number(month), yearOf(a, b, c)),
  },
  {
    pattern: new RegExp(`(?<![\\d/.,-])(\\d{1,2})\\s*[/.-]\\s*(${YEAR})`, 'g'),
    read: ([, month, year]) => monthPeriod(Number(month), yearOf(year)),
  },
  {
    pattern: new RegExp(`(?:giai\\s*doan\\s*|nam\\s*)?(${YEAR})${TO}(?:nam\\s*)?(${YEAR})`, 'g'),
    read: ([, from, to]) =>
      Number(from) < Number(to)
        ? { kind: 'range', year: Number(from), lastYear: Number(to), first: JANUARY, last: DECEMBER }
        : undefined,
  },
  {
    pattern: /(?:ngay\s*)?(?<![\d/.,])(\d{1,2})\s*[/]\s*(\d{1,2})(?![\d/])/g,
    read: ([, day, month]) => dayPeriod(Number(day), Number(month), undefined),
  },
  {
    pattern: new RegExp(`(?:dau|cuoi|ca|trong)?\\s*nam\\s*(?:hoc\\s*)?(${YEAR})`, 'g'),
    read: ([, year]) => ({ kind: 'year', year: yearOf(year), first: JANUARY, last: DECEMBER }),
  },
  {
    pattern: new RegExp(`(?<![\\d/.-])(${YEAR})(?![/.-]?\\d)`, 'g'),
    read: ([, year]) => ({ kind: 'year', year: yearOf(year), first: JANUARY, last: DECEMBER }),
  },
];

/** The periods a folded phrase names, in its order; a year named once serves those around it that name none. */
export function findPeriods(text: string, planYear?: number): readonly Period[] {
  const taken: boolean[] = [];
  const found: Found[] = [];
  for (const { pattern, read } of RULES)
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].trimEnd().length;
      if (taken.slice(from, to).some(Boolean)) continue;
      const period = read(match);
      if (period === undefined) continue;
      found.push({ ...period, from, to });
      for (let at = from; at < to; at++) taken[at] = true;
    }
  found.sort((a, b) => a.from - b.from);
  const members = found.flatMap((period) => listMembers(text, period, taken));
  // "Quý III, IV năm 2025": the year belongs to the list, and is no period beside it.
  const isOfMember = ({ kind, from, to }: Found) =>
    (kind === 'year' || kind === 'month') &&
    members.some(
      (member) => member.from <= from && member.to >= to && (kind === 'year' || member.kind === 'quarter'),
    );
  const kept = [...found.filter((period) => !isOfMember(period)), ...members].sort((a, b) => a.from - b.from);
  // "Tháng 5 (quý II) năm 2025": a year said once for those before it is theirs.
  const all = kept.filter(
    ({ kind, year }, at) =>
      kind !== 'year' ||
      at === 0 ||
      kept.slice(0, at).some((before) => before.year !== undefined && before.year !== year) ||
      kept.slice(0, at).every((before) => before.year !== undefined),
  );
  const years = kept.find(({ kind }) => kind === 'year')?.year;
  return all.map((period, at) => resolve(period, yearAround(all, at) ?? years ?? planYear));
}

/** After "tháng 6" the list ", 7, 9" names months; before ", IV/2025" "quý II" names a quarter, and so on. */
function listMembers(text: string, period: Found, taken: boolean[]): readonly Found[] {
  if (period.kind !== 'month' && period.kind !== 'quarter') return [];
  const members: Found[] = [];
  let at = period.to;
  for (;;) {
    const pattern: RegExp =
      period.kind === 'month'
        ? new RegExp(`^\\s*(?:,|va|&|;)\\s*(0?[1-9]|1[0-2])(?![\\d])${OF_YEAR}(?!\\s*(?:lan|ngay|%))`, 'd')
        : new RegExp(`^\\s*(?:,|va|&|;|\\+)\\s*(${Q})${OF_YEAR}`, 'd');
    const match: RegExpExecArray | null = pattern.exec(text.slice(at));
    if (match === null) return members;
    const number = at + (match.indices?.[1]?.[0] ?? 0);
    // "Quý 2, 3/2025": the 3 looks like a month, but stands in a list of quarters.
    if (period.kind === 'month' && taken[number] === true) return members;
    const year = yearOf(match[2], match[3], match[4]);
    const member =
      period.kind === 'month'
        ? monthPeriod(Number(match[1]), year)
        : quarterPeriod(ROMAN[match[1] ?? ''], year);
    if (member === undefined) return members;
    members.push({ ...member, from: number, to: at + match[0].length });
    at += match[0].length;
    for (let place = period.to; place < at; place++) taken[place] = true;
  }
}

function yearAround(all: readonly Found[], at: number): number | undefined {
  const own = all[at]?.year;
  if (own !== undefined) return own;
  return (
    all.slice(at + 1).find(({ year }) => year !== undefined)?.year ??
    all.slice(0, at).findLast(({ year }) => year !== undefined)?.year
  );
}

function resolve(period: Found, year: number | undefined): Period {
  const place = {
    kind: period.kind,
    from: period.from,
    to: period.to,
    hasOwnYear: period.year !== undefined,
  };
  if (year === undefined) return { ...place, start: undefined, end: undefined };
  return { ...place, start: iso(year, period.first), end: iso(period.lastYear ?? year, period.last) };
}

function iso(year: number, { month, day }: MonthDay): string {
  const last = daysIn(month, year);
  return `${year}-${String(month).padStart(2, '0')}-${String(day === 0 ? last : Math.min(day, last)).padStart(2, '0')}`;
}

/** The same period so many years later; a last day of February stays the last. */
export function movedByYears(period: Period, years: number): Period {
  const moved = (day: string | undefined, isLast: boolean): string | undefined => {
    if (day === undefined) return undefined;
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return iso(year + years, { month, day: isLast && date === daysIn(month, year) ? 0 : date });
  };
  return { ...period, start: moved(period.start, false), end: moved(period.end, period.kind !== 'date') };
}

export function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
