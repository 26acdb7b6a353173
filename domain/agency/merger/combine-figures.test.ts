import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compareDecimals, type Decimal, multiply, parseDecimal, ZERO } from '../../kernel/decimal.ts';
import { combineFigures, type Part, takeShare } from './combine-figures.ts';
import { type Figure, MEASURE_KINDS, type MeasureKind } from './figure.ts';
import { diffTotals, sumFigures } from './totals.ts';

const amount = (kind: 'count' | 'sum' | 'stock', text: string): Figure => ({
  kind,
  amount: parseDecimal(text),
});
const rate = (numerator: string, denominator: string): Figure => ({
  kind: 'rate',
  numerator: parseDecimal(numerator),
  denominator: parseDecimal(denominator),
});
const latest = (...documents: (readonly [id: string, on: string])[]): Figure => ({
  kind: 'latest',
  documents: documents.map(([id, on]) => ({ id, title: `Văn bản ${id}`, on })),
});
const rank = (place: string): Figure => ({ kind: 'rank', place: parseDecimal(place) });
const part = (agencyId: string, figure: Figure): Part => ({
  agencyId,
  sourceId: `of-${agencyId}`,
  figure,
  share: null,
});

describe('two agencies become one', () => {
  test.each<readonly [string, Figure, Figure, Figure | null]>([
    [
      'dossiers received are counted together',
      amount('count', '120'),
      amount('count', '30'),
      amount('count', '150'),
    ],
    [
      'money disbursed is added to the đồng',
      amount('sum', '0.1'),
      amount('sum', '0.2'),
      amount('sum', '0.3'),
    ],
    [
      'officials on the last day are added',
      amount('stock', '12'),
      amount('stock', '9'),
      amount('stock', '21'),
    ],
    [
      'a rate is of all cases together, not the mean of rates',
      rate('90', '100'),
      rate('1', '10'),
      rate('91', '110'),
    ],
    [
      'plans issued stand in one list, one issued jointly once',
      latest(['a', '2025-01-02'], ['joint', '2025-02-01']),
      latest(['joint', '2025-02-01'], ['b', '2025-03-01']),
      latest(['b', '2025-03-01'], ['joint', '2025-02-01'], ['a', '2025-01-02']),
    ],
    ['a place in a ranking says nothing of the union', rank('3'), rank('7'), null],
  ])('%s', (_why, one, other, together) => {
    const combined = combineFigures(one.kind, [part('xa-a', one), part('xa-b', other)]);
    expect(combined.value).toEqual(together);
    expect(combined.parts.map(({ agencyId }) => agencyId)).toEqual(['xa-a', 'xa-b']);
  });

  test('one whose figure is missing is named, and no value of both is told', () => {
    const combined = combineFigures('count', [part('xa-a', amount('count', '120'))], ['xa-b']);
    expect(combined).toMatchObject({ value: null, known: amount('count', '120'), missing: ['xa-b'] });
  });

  test('a count and a sum are never added', () => {
    expect(() =>
      combineFigures('count', [part('xa-a', amount('count', '1')), part('xa-b', amount('sum', '1'))]),
    ).toThrow('cannot be taken together');
  });
});

const number = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat(4))
  .map(([units, scale]) => add({ units, scale }, ZERO));
const agencies = fc.uniqueArray(fc.stringMatching(/^xa-[a-z]{1,4}$/), { minLength: 1, maxLength: 8 });

function figureOf(kind: MeasureKind): fc.Arbitrary<Figure> {
  switch (kind) {
    case 'rate':
      return fc
        .tuple(number, number)
        .map(([one, other]) =>
          compareDecimals(one, other) <= 0
            ? { kind, numerator: one, denominator: other }
            : { kind, numerator: other, denominator: one },
        );
    case 'latest':
      return fc
        .uniqueArray(fc.nat(20), { maxLength: 5 })
        .map((ids) =>
          latest(...ids.map((id) => [`vb-${id}`, `2025-01-${String(id + 1).padStart(2, '0')}`] as const)),
        );
    case 'rank':
      return number.map((place) => ({ kind, place }));
    default:
      return number.map((value) => ({ kind, amount: value }));
  }
}

interface Merger {
  readonly kind: MeasureKind;
  readonly parts: readonly Part[];
  readonly missing: readonly string[];
}

const mergers: fc.Arbitrary<Merger> = fc.constantFrom(...MEASURE_KINDS).chain((kind) =>
  agencies.chain((ids) =>
    fc
      .array(fc.option(figureOf(kind), { freq: 6 }), { minLength: ids.length, maxLength: ids.length })
      .map((figures) => ({
        kind,
        parts: ids.flatMap((id, at) => {
          const figure = figures[at];
          return figure == null ? [] : [part(id, figure)];
        }),
        missing: ids.filter((_, at) => figures[at] == null),
      })),
  ),
);

describe('whatever becomes one', () => {
  test('does so in any order', () => {
    fc.assert(
      fc.property(
        mergers.chain((merger) =>
          fc.tuple(
            fc.constant(merger),
            fc.shuffledSubarray([...merger.parts], { minLength: merger.parts.length }),
          ),
        ),
        ([{ kind, parts, missing }, shuffled]) => {
          expect(combineFigures(kind, shuffled, [...missing].reverse())).toEqual(
            combineFigures(kind, parts, missing),
          );
        },
      ),
    );
  });

  test('(A + B) + C is A + (B + C), wherever the line is drawn', () => {
    fc.assert(
      fc.property(mergers, fc.nat(8), fc.nat(8), ({ kind, parts, missing }, first, second) => {
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const inner = combineFigures(kind, parts.slice(from, to), missing.slice(from, to));
        const rest = [...parts.slice(0, from), ...parts.slice(to)];
        const others = [...missing.slice(0, from), ...missing.slice(to)];
        const whole = combineFigures(kind, parts, missing);
        expect(combineFigures(kind, [inner, ...rest], others)).toEqual(whole);
        // So it is for a union that was recorded as one figure, and merged again years later.
        const recorded = inner.known === null ? [] : [part('recorded', inner.known)];
        expect(combineFigures(kind, [...recorded, ...rest], [...inner.missing, ...others]).known).toEqual(
          whole.known,
        );
      }),
    );
  });

  test('has the totals of its parts, by measure and kind', () => {
    fc.assert(
      fc.property(mergers, ({ kind, parts, missing }) => {
        const { known } = combineFigures(kind, parts, missing);
        const before = sumFigures(parts.map(({ figure }) => ['m', figure] as const));
        const after = sumFigures(known === null ? [] : [['m', known] as const]);
        expect(diffTotals(before, after)).toEqual([]);
      }),
    );
  });

  test('names every missing part, and then tells no value', () => {
    fc.assert(
      fc.property(mergers, ({ kind, parts, missing }) => {
        const combined = combineFigures(kind, parts, missing);
        expect(combined.missing).toEqual([...missing].sort());
        if (missing.length > 0) expect(combined.value).toBeNull();
        if (kind === 'rank') expect(combined.known).toBeNull();
      }),
    );
  });

  test('has a rate between the lowest and the highest of its parts', () => {
    fc.assert(
      fc.property(fc.array(figureOf('rate'), { minLength: 1, maxLength: 8 }), (figures) => {
        const { value } = combineFigures(
          'rate',
          figures.map((figure, at) => part(`xa-${at}`, figure)),
        );
        const rates = figures.filter((figure) => figure.kind === 'rate' && figure.denominator.units > 0n);
        if (value?.kind !== 'rate' || rates.length === 0) return;
        expect(rates.some((one) => compareRates(one, value) <= 0)).toBe(true);
        expect(rates.some((one) => compareRates(one, value) >= 0)).toBe(true);
      }),
    );
  });

  test('can be divided by shares that make a whole without losing anything', () => {
    const thousandth: Decimal = { units: 1n, scale: 3 };
    fc.assert(
      fc.property(
        fc.constantFrom<MeasureKind>('count', 'sum', 'stock', 'rate').chain(figureOf),
        fc.integer({ min: 0, max: 1000 }),
        (figure, thousandths) => {
          const shares = [BigInt(thousandths), BigInt(1000 - thousandths)].map((units) =>
            multiply({ units, scale: 0 }, thousandth),
          );
          const pieces = shares.map((share) => ['m', takeShare(figure, share)] as const);
          expect(diffTotals(sumFigures([['m', figure]]), sumFigures(pieces))).toEqual([]);
        },
      ),
    );
  });
});

function compareRates(one: Figure, other: Figure): number {
  if (one.kind !== 'rate' || other.kind !== 'rate') throw new Error('not rates');
  return compareDecimals(
    multiply(one.numerator, other.denominator),
    multiply(other.numerator, one.denominator),
  );
}
