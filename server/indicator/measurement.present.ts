import type { SeriesPeriod as Presented } from '#contract/indicator.ts';
import { type Figure, KINDS, type MeasureKind } from '#domain/agency/merger/figure.ts';
import type { SeriesPeriod } from '#domain/agency/merger/fold-series.ts';
import { isComparable, isTold, reasonSentence } from '#domain/agency/merger/reason.ts';
import { writeDecimal } from '#domain/kernel/decimal.ts';
import { writeFigure } from './figure-columns.ts';

export function presentPeriod(
  kind: MeasureKind,
  period: SeriesPeriod,
  nameOf: (agencyId: string) => string,
): Presented {
  const { from, to, known, reasons, parts, carriedOn, sourceId } = period;
  const told = isTold(reasons);
  const value = known === null ? null : presentFigure(known);
  return {
    from,
    to,
    value: told ? value : null,
    known: told ? null : value,
    comparable: isComparable(reasons),
    reasons: reasons.map((reason) => ({ code: reason.code, sentence: reasonSentence(reason, nameOf) })),
    derivation: {
      carriedOn,
      rule: parts.length === 0 ? null : KINDS[kind].words,
      sourceId,
      parts: parts.map((part) => ({
        agencyId: part.agencyId,
        agencyName: nameOf(part.agencyId),
        sourceId: part.sourceId,
        share: part.share === null ? null : writeDecimal(part.share),
        value: presentFigure(part.figure),
      })),
      missing: reasons.flatMap((reason) =>
        reason.code === 'missing' ? [{ agencyId: reason.agencyId, agencyName: nameOf(reason.agencyId) }] : [],
      ),
    },
  };
}

function presentFigure(figure: Figure): NonNullable<Presented['value']> {
  const { numerator, denominator, documents } = writeFigure(figure);
  const isRate = figure.kind === 'rate';
  return {
    amount: isRate ? null : numerator,
    numerator: isRate ? numerator : null,
    denominator,
    documents: documents === null ? null : [...documents],
  };
}
