import { oc } from '@orpc/contract';
import { z } from 'zod';
import { MEASURE_KINDS } from '#domain/agency/merger/figure.ts';
import { Id, IsoDate, Refused } from './kernel.ts';

const tags = ['Chỉ số'];

/** Digits with a point, exact: "1234.5". */
const Decimal = z.string();

/** A value in the parts it is computed with; null where it has no such part. */
const Value = z.object({
  amount: Decimal.nullable(),
  numerator: Decimal.nullable(),
  denominator: Decimal.nullable(),
  documents: z.array(z.object({ id: z.string(), title: z.string(), on: IsoDate })).nullable(),
});

const MeasureKind = z.enum(MEASURE_KINDS as [(typeof MEASURE_KINDS)[number]]);

export const SeriesPeriod = z.object({
  from: IsoDate,
  to: IsoDate,
  /** Of the whole territory; null where a part is missing or could not be divided. */
  value: Value.nullable(),
  /** Of what is known alone, where the whole is not. */
  known: Value.nullable(),
  comparable: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  derivation: z.object({
    /** First day of the state it was carried to; null where the agency measured it itself. */
    carriedOn: IsoDate.nullable(),
    /** How the parts were put together, for people; null where there are none. */
    rule: z.string().nullable(),
    sourceId: Id,
    parts: z.array(
      z.object({
        agencyId: z.string(),
        agencyName: z.string(),
        sourceId: Id,
        /** How much of it passed on; null where all of it did. */
        share: Decimal.nullable(),
        value: Value,
      }),
    ),
    missing: z.array(z.object({ agencyId: z.string(), agencyName: z.string() })),
  }),
});
export type SeriesPeriod = z.infer<typeof SeriesPeriod>;

export const Series = z.object({ measure: z.string(), kind: MeasureKind, periods: z.array(SeriesPeriod) });
export type Series = z.infer<typeof Series>;

const Asked = z.object({
  agencyId: z.string(),
  /** The day whose territory the series is told for; today where left out. */
  asOf: IsoDate.optional(),
  /** As was known at this moment; now where left out. */
  knownAt: z.iso.datetime({ offset: true }).optional(),
});

export const indicator = {
  measures: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}/measures',
      tags,
      summary: 'Các chuỗi số liệu của một cơ quan',
    })
    .input(Asked)
    .output(
      z.array(
        z.object({
          measure: z.string(),
          kind: MeasureKind,
          periods: z.number(),
          comparable: z.number(),
          first: IsoDate,
          last: IsoDate,
        }),
      ),
    ),
  series: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}/series',
      tags,
      summary: 'Chuỗi số liệu của một cơ quan tính đến một ngày, kèm cách tính và khả năng so sánh từng kỳ',
    })
    .input(Asked.extend({ measure: z.string() }))
    .output(z.array(Series)),
};
