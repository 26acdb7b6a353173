import { add, compareDecimals, type Decimal, writeDecimal, ZERO } from '../../kernel/decimal.ts';
import type { Figure, MeasureKind } from './figure.ts';

/** All figures of one measure added up, over agencies and periods: what a merger must leave as it was. */
export interface Total {
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly numerator: Decimal;
  /** Zero where the kind has none. */
  readonly denominator: Decimal;
}

/** Totals by measure and kind. */
export type Totals = ReadonlyMap<string, Total>;

/** Adds up. Ranks and lists of documents have no sum and are not in it. */
export function sumFigures(given: Iterable<readonly [measure: string, figure: Figure]>): Totals {
  const totals = new Map<string, Total>();
  for (const [measure, figure] of given) {
    const parts = numbersOf(figure);
    if (parts === null) continue;
    const key = `${measure} ${figure.kind}`;
    const held = totals.get(key);
    totals.set(key, {
      measure,
      kind: figure.kind,
      numerator: add(held?.numerator ?? ZERO, parts[0]),
      denominator: add(held?.denominator ?? ZERO, parts[1]),
    });
  }
  return totals;
}

export function addTotals(one: Totals, other: Totals): Totals {
  const sum = new Map(one);
  for (const [key, total] of other) {
    const held = sum.get(key);
    sum.set(key, {
      ...total,
      numerator: add(total.numerator, held?.numerator ?? ZERO),
      denominator: add(total.denominator, held?.denominator ?? ZERO),
    });
  }
  return sum;
}

/** The measures whose totals differ, each in words; none where they are equal. */
export function diffTotals(before: Totals, after: Totals): readonly string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    const same =
      compareDecimals(one?.numerator ?? ZERO, other?.numerator ?? ZERO) === 0 &&
      compareDecimals(one?.denominator ?? ZERO, other?.denominator ?? ZERO) === 0;
    return same ? [] : [`${(one ?? other)?.measure}: ${words(one)} → ${words(other)}`];
  });
}

function words(total: Total | undefined): string {
  if (total === undefined) return '0';
  const above = writeDecimal(total.numerator);
  return total.kind === 'rate' ? `${above}/${writeDecimal(total.denominator)}` : above;
}

function numbersOf(figure: Figure): readonly [Decimal, Decimal] | null {
  if (figure.kind === 'rate') return [figure.numerator, figure.denominator];
  return 'amount' in figure ? [figure.amount, ZERO] : null;
}
