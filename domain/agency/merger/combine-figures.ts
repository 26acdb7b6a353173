import { add, type Decimal, multiply } from '../../kernel/decimal.ts';
import { type DatedDocument, type Figure, KINDS, type MeasureKind } from './figure.ts';

/** A figure of one agency that goes into a union. */
export interface Part {
  readonly agencyId: string;
  /** The record it was read from. */
  readonly sourceId: string;
  readonly figure: Figure;
  /** How much of it passes on; null where all of it does. */
  readonly share: Decimal | null;
}

/** A figure of several agencies together, with all it rests on. */
export interface Combined {
  readonly kind: MeasureKind;
  readonly rule: (typeof KINDS)[MeasureKind]['rule'];
  /** Of everything together; null where a part is missing or the kind cannot be carried. */
  readonly value: Figure | null;
  /** Of the parts that are there alone; null where there is none. */
  readonly known: Figure | null;
  readonly parts: readonly Part[];
  /** Agencies whose figure is not there. Never read as zero. */
  readonly missing: readonly string[];
}

/** The figures of several agencies taken together. Neither their order nor how they were grouped before matters. */
export function combineFigures(
  kind: MeasureKind,
  given: readonly (Part | Combined)[],
  missing: readonly string[] = [],
): Combined {
  const parts = given.flatMap((one) => ('parts' in one ? one.parts : [one])).toSorted(byAgency);
  const absent = new Set([...missing, ...given.flatMap((one) => ('missing' in one ? one.missing : []))]);
  const known = parts
    .map(({ figure, share }) => (share === null ? figure : takeShare(figure, share)))
    .reduce<Figure | null>((sum, figure) => (sum === null ? carried(figure) : join(sum, figure)), null);
  return {
    kind,
    rule: KINDS[kind].rule,
    value: absent.size === 0 ? known : null,
    known,
    parts,
    missing: [...absent].sort(),
  };
}

/** A share of a figure; the shares of one figure that make up a whole add up to it again, without rounding. */
export function takeShare(figure: Figure, share: Decimal): Figure {
  switch (figure.kind) {
    case 'rate':
      return {
        kind: 'rate',
        numerator: multiply(figure.numerator, share),
        denominator: multiply(figure.denominator, share),
      };
    case 'latest':
    case 'rank':
      return figure;
    default:
      return { kind: figure.kind, amount: multiply(figure.amount, share) };
  }
}

function carried(figure: Figure): Figure | null {
  if (figure.kind === 'rank') return null;
  return figure.kind === 'latest' ? { kind: 'latest', documents: unite(figure.documents, []) } : figure;
}

function join(one: Figure, other: Figure): Figure {
  if (one.kind === 'rate' && other.kind === 'rate')
    return {
      kind: 'rate',
      numerator: add(one.numerator, other.numerator),
      denominator: add(one.denominator, other.denominator),
    };
  if (one.kind === 'latest' && other.kind === 'latest')
    return { kind: 'latest', documents: unite(one.documents, other.documents) };
  if ('amount' in one && 'amount' in other && one.kind === other.kind)
    return { kind: one.kind, amount: add(one.amount, other.amount) };
  throw new Error(`a ${one.kind} and a ${other.kind} cannot be taken together`);
}

/** Each document once, the latest first. */
function unite(one: readonly DatedDocument[], other: readonly DatedDocument[]): readonly DatedDocument[] {
  const byId = new Map([...one, ...other].map((paper) => [paper.id, paper]));
  return [...byId.values()].sort((a, b) => compare(b.on, a.on) || compare(a.id, b.id));
}

function byAgency(one: Part, other: Part): number {
  return compare(one.agencyId, other.agencyId) || compare(one.sourceId, other.sourceId);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
