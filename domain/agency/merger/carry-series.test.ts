import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '../../kernel/decimal.ts';
import { type Carry, type CarryLine, carrySeries, type HeldPeriod } from './carry-series.ts';
import type { Figure, MeasureKind } from './figure.ts';
import { foldSeries, type SeriesRecord } from './fold-series.ts';
import { isComparable, isTold, type Reason, reasonSentence } from './reason.ts';
import { addTotals, diffTotals, sumFigures } from './totals.ts';

const ON = '2025-07-01';
const JUNE = ['2025-06-01', '2025-06-30'] as const;
const YEAR = ['2025-01-01', '2025-12-31'] as const;
const NAMES: Readonly<Record<string, string>> = {
  'xa-a': 'UBND xã A',
  'xa-b': 'UBND xã B',
  'xa-moi': 'UBND xã Mới',
  'so-y': 'Sở Y',
};
const nameOf = (id: string) => NAMES[id] ?? id;

const figure = (kind: MeasureKind, text: string): Figure => {
  const value = parseDecimal(text);
  if (kind === 'rate') return { kind, numerator: value, denominator: parseDecimal('100') };
  if (kind === 'rank') return { kind, place: value };
  if (kind === 'latest') return { kind, documents: [{ id: text, title: text, on: '2025-01-01' }] };
  return { kind, amount: value };
};
const period = (
  [from, to]: readonly [string, string],
  known: Figure | null,
  reasons: readonly Reason[] = [],
): HeldPeriod => ({ from, to, known, reasons, sourceId: `${from}-${to}` });
const carryOf = (heirId: string, lines: Readonly<Record<string, CarryLine['share']>>): Carry => ({
  heirId,
  on: ON,
  lines: Object.entries(lines).map(([fromId, share]) => ({ fromId, share })),
  duties: [],
});
const series = (held: Readonly<Record<string, readonly HeldPeriod[]>>) => new Map(Object.entries(held));

interface Case {
  readonly why: string;
  readonly kind: MeasureKind;
  readonly carry: Carry;
  readonly held: Readonly<Record<string, readonly HeldPeriod[]>>;
  readonly known: Figure | null;
  readonly told: boolean;
  readonly reasons: readonly string[];
  readonly left: number;
}

const whole = carryOf('xa-moi', { 'xa-a': 'whole', 'xa-b': 'whole' });
const CASES: readonly Case[] = [
  {
    why: 'all of two communes: added, and like the months after',
    kind: 'count',
    carry: whole,
    held: { 'xa-a': [period(JUNE, figure('count', '7'))], 'xa-b': [period(JUNE, figure('count', '5'))] },
    known: figure('count', '12'),
    told: true,
    reasons: [],
    left: 0,
  },
  {
    why: 'one of two has not reported: what is there is kept apart, no value is told',
    kind: 'count',
    carry: whole,
    held: { 'xa-a': [period(JUNE, figure('count', '7'))] },
    known: figure('count', '7'),
    told: false,
    reasons: ['Thiếu số liệu của UBND xã B.'],
    left: 0,
  },
  {
    why: 'a commune divided without shares: nothing is guessed, its figure stays with it',
    kind: 'count',
    carry: carryOf('xa-moi', { 'xa-a': 'whole', 'xa-b': 'unknown' }),
    held: { 'xa-a': [period(JUNE, figure('count', '7'))], 'xa-b': [period(JUNE, figure('count', '5'))] },
    known: figure('count', '7'),
    told: false,
    reasons: ['UBND xã B chia tách từ 01/07/2025 mà không có tỷ lệ để chia số liệu.'],
    left: 1,
  },
  {
    why: 'a divided agency that never measured this does not disturb it',
    kind: 'count',
    carry: carryOf('xa-moi', { 'xa-a': 'whole', 'xa-b': 'unknown' }),
    held: { 'xa-a': [period(JUNE, figure('count', '7'))] },
    known: figure('count', '7'),
    told: true,
    reasons: [],
    left: 0,
  },
  {
    why: 'a share is given: its part passes on, and it is said that it was divided',
    kind: 'sum',
    carry: carryOf('xa-moi', { 'xa-a': parseDecimal('0.35') }),
    held: { 'xa-a': [period(JUNE, figure('sum', '10'))] },
    known: figure('sum', '3.5'),
    told: true,
    reasons: ['Số liệu của UBND xã A được chia theo tỷ lệ 0,35.'],
    left: 0,
  },
  {
    why: 'a list of documents is not divided by shares',
    kind: 'latest',
    carry: carryOf('xa-moi', { 'xa-a': parseDecimal('0.35') }),
    held: { 'xa-a': [period(JUNE, figure('latest', '12'))] },
    known: null,
    told: false,
    reasons: ['Danh sách văn bản của UBND xã A không chia được theo tỷ lệ khi chia tách từ 01/07/2025.'],
    left: 1,
  },
  {
    why: 'places in a ranking stay with those who held them, even where only one passes on',
    kind: 'rank',
    carry: carryOf('xa-moi', { 'xa-a': 'whole' }),
    held: { 'xa-a': [period(JUNE, figure('rank', '3'))] },
    known: null,
    told: false,
    reasons: ['Thứ hạng trước ngày 01/07/2025 là của các đơn vị cũ, không chuyển sang được.'],
    left: 1,
  },
  {
    why: 'a year in which the change fell: what gathered before it is taken over, and told to be so',
    kind: 'count',
    carry: whole,
    held: { 'xa-a': [period(YEAR, figure('count', '7'))], 'xa-b': [period(YEAR, figure('count', '5'))] },
    known: figure('count', '12'),
    told: true,
    reasons: ['Kỳ này vắt qua ngày 01/07/2025, khi tổ chức thay đổi.'],
    left: 0,
  },
  {
    why: 'what stood on the last day of such a year is not a thing of those who had ended by then',
    kind: 'stock',
    carry: carryOf('xa-moi', { 'xa-a': 'whole' }),
    held: { 'xa-a': [period(YEAR, figure('stock', '7'))] },
    known: null,
    told: true,
    reasons: [
      'Số có cuối kỳ của UBND xã A thuộc về ngày sau khi đơn vị này kết thúc (01/07/2025) nên không cộng.',
      'Kỳ này vắt qua ngày 01/07/2025, khi tổ chức thay đổi.',
    ],
    left: 1,
  },
  {
    why: 'an agency that was given a duty: its own figures stand, unlike those after',
    kind: 'count',
    carry: {
      ...carryOf('so-x', { 'so-x': 'whole' }),
      duties: [{ code: 'duty-received', agencyId: 'so-y', on: ON, duty: 'giảm nghèo' }],
    },
    held: { 'so-x': [period(JUNE, figure('count', '7'))] },
    known: figure('count', '7'),
    told: true,
    reasons: ['Mới nhận thêm nhiệm vụ giảm nghèo của Sở Y từ 01/07/2025.'],
    left: 0,
  },
  {
    why: 'what made a predecessor incomplete makes the union incomplete',
    kind: 'count',
    carry: carryOf('xa-moi', { 'xa-a': 'whole' }),
    held: { 'xa-a': [period(JUNE, figure('count', '7'), [{ code: 'missing', agencyId: 'xa-b' }])] },
    known: figure('count', '7'),
    told: false,
    reasons: ['Thiếu số liệu của UBND xã B.'],
    left: 0,
  },
];

test.each(CASES)('$why', ({ kind, carry, held, known, told, reasons, left }) => {
  const carried = carrySeries(carry, kind, series(held));
  const [one] = carried.periods;
  expect(carried.periods).toHaveLength(1);
  expect(one?.combined.known).toEqual(known);
  expect(one?.reasons.map((reason) => reasonSentence(reason, nameOf)).sort()).toEqual([...reasons].sort());
  expect(isTold(one?.reasons ?? [])).toBe(told);
  expect(isComparable(one?.reasons ?? [])).toBe(
    reasons.every((sentence) => sentence.includes('được chia theo')),
  );
  expect(carried.left).toHaveLength(left);
});

describe('a series as of a day', () => {
  const carriedOn = (on: string, held: HeldPeriod): SeriesRecord => ({ ...held, carriedOn: on, parts: [] });
  const own = (held: HeldPeriod): SeriesRecord => ({ ...held, carriedOn: null, parts: [] });
  const asked = { agencyId: 'so-x', kind: 'count', changes: [ON] } as const;

  test('is of the agency as it was, before the change, and of today’s territory from then on', () => {
    const records = [
      own(period(JUNE, figure('count', '7'))),
      carriedOn(ON, period(JUNE, figure('count', '12'))),
    ];
    const [before] = foldSeries({ ...asked, asOf: '2025-06-30' }, records);
    const [after] = foldSeries({ ...asked, asOf: ON }, records);
    expect([before?.known, after?.known]).toEqual([figure('count', '7'), figure('count', '12')]);
  });

  test('takes the later of two records about one period', () => {
    const records = [own(period(JUNE, figure('count', '7'))), own(period(JUNE, figure('count', '8')))];
    expect(foldSeries({ ...asked, changes: [], asOf: ON }, records)).toMatchObject([
      { known: figure('count', '8') },
    ]);
  });

  test('adds what was taken over in a year of change to what the agency measured itself', () => {
    const taken = { agencyId: 'xa-a', sourceId: 's', figure: figure('count', '5'), share: null };
    const records = [
      own(period(YEAR, figure('count', '7'))),
      { ...carriedOn(ON, period(YEAR, figure('count', '5'))), parts: [taken] },
    ];
    expect(foldSeries({ ...asked, asOf: ON }, records)).toMatchObject([
      { known: figure('count', '12'), reasons: [{ code: 'straddles', on: ON }] },
    ]);
  });

  test('takes what stood on the last day of such a year from the agency alone', () => {
    const records = [
      own(period(YEAR, figure('stock', '7'))),
      carriedOn(ON, period(YEAR, figure('stock', '5'))),
    ];
    expect(foldSeries({ ...asked, kind: 'stock', asOf: ON }, records)).toMatchObject([
      { known: figure('stock', '7') },
    ]);
  });
});

const MONTHS = [1, 2, 3, 4, 5, 6].map((month) => [`2025-0${month}-01`, `2025-0${month}-28`] as const);
const amounts = fc.array(fc.option(fc.nat(1000), { freq: 5 }), { minLength: 6, maxLength: 6 });
const toSeries = (given: readonly (number | null)[]): readonly HeldPeriod[] =>
  MONTHS.flatMap((month, at) => {
    const amount = given[at];
    return amount == null ? [] : [period(month, figure('sum', String(amount)))];
  });
const figuresOf = (held: readonly HeldPeriod[]) =>
  held.flatMap(({ known }) => (known === null ? [] : [['m', known] as const]));

describe('whatever was measured', () => {
  test('is carried or stays with its agency: totals before are totals after', () => {
    const share = fc.constantFrom<CarryLine['share']>('whole', 'unknown');
    fc.assert(
      fc.property(fc.array(fc.tuple(share, amounts), { minLength: 1, maxLength: 5 }), (given) => {
        const held = given.map(([, one], at) => [`xa-${at}`, toSeries(one)] as const);
        const lines = given.map(([one], at) => [`xa-${at}`, one] as const);
        const { periods, left } = carrySeries(
          carryOf('xa-moi', Object.fromEntries(lines)),
          'sum',
          new Map(held),
        );
        const after = addTotals(
          sumFigures(
            periods.flatMap(({ combined }) => (combined.known ? [['m', combined.known] as const] : [])),
          ),
          sumFigures(left.map((one) => ['m', one.figure] as const)),
        );
        expect(diffTotals(sumFigures(held.flatMap(([, one]) => figuresOf(one))), after)).toEqual([]);
      }),
    );
  });

  test('comes to the same by one reform or by two', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, b, c) => {
        const held = series({ 'xa-a': toSeries(a), 'xa-b': toSeries(b), 'xa-c': toSeries(c) });
        const once = carrySeries(
          carryOf('xa-moi', { 'xa-a': 'whole', 'xa-b': 'whole', 'xa-c': 'whole' }),
          'sum',
          held,
        );
        const first = carrySeries(carryOf('xa-ab', { 'xa-a': 'whole', 'xa-b': 'whole' }), 'sum', held);
        const between = first.periods.map(
          ({ from, to, combined, reasons }): HeldPeriod => ({
            from,
            to,
            known: combined.known,
            reasons,
            sourceId: 's',
          }),
        );
        const twice = carrySeries(
          carryOf('xa-moi', { 'xa-ab': 'whole', 'xa-c': 'whole' }),
          'sum',
          new Map([...held, ['xa-ab', between]]),
        );
        expect(twice.periods.map(({ from, combined }) => [from, combined.known])).toEqual(
          once.periods.map(({ from, combined }) => [from, combined.known]),
        );
        expect(twice.periods.map(({ reasons }) => isTold(reasons))).toEqual(
          once.periods.map(({ reasons }) => isTold(reasons)),
        );
      }),
    );
  });
});
