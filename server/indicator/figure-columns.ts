import type { Part } from '#domain/agency/merger/combine-figures.ts';
import type { DatedDocument, Figure, MeasureKind } from '#domain/agency/merger/figure.ts';
import { parseDecimal, writeDecimal } from '#domain/kernel/decimal.ts';

/** A figure as the columns of a row hold it; a number is its digits. */
export interface FigureColumns {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly documents: readonly DatedDocument[] | null;
}

/** A part as `measurement.parts` holds it: what is null is left out, since there are hundreds of thousands of them. */
export interface PartColumns extends Partial<FigureColumns> {
  readonly agencyId: string;
  readonly sourceId: string;
  readonly share?: string;
}

const NOTHING: FigureColumns = { numerator: null, denominator: null, documents: null };

export function writeFigure(figure: Figure | null): FigureColumns {
  if (figure === null) return NOTHING;
  switch (figure.kind) {
    case 'rate':
      return {
        ...NOTHING,
        numerator: writeDecimal(figure.numerator),
        denominator: writeDecimal(figure.denominator),
      };
    case 'latest':
      return { ...NOTHING, documents: figure.documents };
    case 'rank':
      return { ...NOTHING, numerator: writeDecimal(figure.place) };
    default:
      return { ...NOTHING, numerator: writeDecimal(figure.amount) };
  }
}

export function readFigure(
  kind: MeasureKind,
  { numerator, denominator, documents }: FigureColumns,
): Figure | null {
  if (kind === 'latest') return documents === null ? null : { kind, documents };
  if (numerator === null) return null;
  const above = parseDecimal(numerator);
  if (kind === 'rank') return { kind, place: above };
  if (kind !== 'rate') return { kind, amount: above };
  return denominator === null ? null : { kind, numerator: above, denominator: parseDecimal(denominator) };
}

export function writePart({ agencyId, sourceId, figure, share }: Part): PartColumns {
  const { numerator, denominator, documents } = writeFigure(figure);
  return {
    agencyId,
    sourceId,
    ...(share === null ? {} : { share: writeDecimal(share) }),
    ...(numerator === null ? {} : { numerator }),
    ...(denominator === null ? {} : { denominator }),
    ...(documents === null ? {} : { documents }),
  };
}

export function readPart(kind: MeasureKind, { agencyId, sourceId, share, ...columns }: PartColumns): Part {
  const figure = readFigure(kind, { ...NOTHING, ...columns });
  if (figure === null) throw new Error(`a part of ${sourceId} without a figure`);
  return { agencyId, sourceId, share: share === undefined ? null : parseDecimal(share), figure };
}
