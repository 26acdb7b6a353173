import type { Decimal } from '../../kernel/decimal.ts';

/** A document of a list that shows the latest ones, such as the plans or rules an agency has issued. */
export interface DatedDocument {
  readonly id: string;
  readonly title: string;
  /** ISO day. */
  readonly on: string;
}

/**
 * A measured value in the parts it can be computed with. A rate has its numerator and denominator: a percentage
 * without them cannot be taken into a union and is not a figure.
 */
export type Figure =
  | { readonly kind: 'count' | 'sum' | 'stock'; readonly amount: Decimal }
  | { readonly kind: 'rate'; readonly numerator: Decimal; readonly denominator: Decimal }
  | { readonly kind: 'latest'; readonly documents: readonly DatedDocument[] }
  | { readonly kind: 'rank'; readonly place: Decimal };

export type MeasureKind = Figure['kind'];

interface KindRule {
  /** What becomes of the figures of agencies that become one. */
  readonly rule: 'add' | 'recompute' | 'unite' | 'drop';
  /** The rule as a person would say it. */
  readonly words: string;
  /** Whether a figure gathers over its period; if not, it is what stood on the period's last day. */
  readonly gathers: boolean;
}

/** Design, rule 5: counts add, rates are recomputed from their parts, stocks add, ranks are dropped. */
export const KINDS = {
  count: { rule: 'add', words: 'Cộng số đếm của các đơn vị', gathers: true },
  sum: { rule: 'add', words: 'Cộng tổng của các đơn vị', gathers: true },
  stock: { rule: 'add', words: 'Cộng số có cuối kỳ của các đơn vị', gathers: false },
  rate: { rule: 'recompute', words: 'Cộng tử số, cộng mẫu số rồi tính lại tỷ lệ', gathers: true },
  latest: { rule: 'unite', words: 'Gộp danh sách văn bản, mỗi văn bản một lần', gathers: true },
  rank: { rule: 'drop', words: 'Không cộng thứ hạng', gathers: false },
} as const satisfies Record<MeasureKind, KindRule>;

export const MEASURE_KINDS = Object.keys(KINDS) as readonly MeasureKind[];
