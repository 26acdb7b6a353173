import type { Carry, CarryLine } from '#domain/agency/merger/carry-series.ts';
import type { MeasureKind } from '#domain/agency/merger/figure.ts';
import { foldSeries, type SeriesPeriod, type SeriesRecord } from '#domain/agency/merger/fold-series.ts';
import { parseDecimal, writeDecimal } from '#domain/kernel/decimal.ts';
import { readFigure, readPart } from './figure-columns.ts';
import type { CarryRow, RecordRow } from './measurement.store.ts';

/** One measure of one agency: all that is recorded of it. */
export interface HeldSeries {
  readonly agencyId: string;
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly records: SeriesRecord[];
}

/** Rows into series; they come sorted by agency and measure. */
export function groupRecords(rows: readonly RecordRow[]): readonly HeldSeries[] {
  const series = new Map<string, HeldSeries>();
  for (const row of rows) {
    const key = `${row.agency_id}\n${row.measure}\n${row.kind}`;
    const held = series.get(key) ?? {
      agencyId: row.agency_id,
      measure: row.measure,
      kind: row.kind,
      records: [],
    };
    held.records.push(asRecord(row));
    series.set(key, held);
  }
  return [...series.values()];
}

function asRecord(row: RecordRow): SeriesRecord {
  return {
    from: row.period_from,
    to: row.period_to,
    known: readFigure(row.kind, row),
    reasons: row.reasons,
    sourceId: row.id,
    carriedOn: row.effective_on,
    parts: (row.parts ?? []).map((part) => readPart(row.kind, part)),
  };
}

/** The series as of a day; `carries` are those in force to the agency. */
export function foldHeld(
  { agencyId, kind, records }: HeldSeries,
  asOf: string,
  carries: readonly CarryRow[],
): readonly SeriesPeriod[] {
  const changes = carries.filter(({ agency_id }) => agency_id === agencyId).map((row) => row.effective_on);
  return foldSeries({ agencyId, kind, asOf, changes }, records);
}

export function readCarry({ agency_id, effective_on, lines, duties }: CarryRow): Carry {
  return { heirId: agency_id, on: effective_on, duties, lines: lines.map(readLine) };
}

export function writeCarry(id: string, reformId: string, { heirId, on, lines, duties }: Carry): CarryRow {
  return {
    id,
    reform_id: reformId,
    agency_id: heirId,
    effective_on: on,
    from_ids: lines.map(({ fromId }) => fromId),
    lines: lines.map(({ fromId, share }) => ({
      fromId,
      share: typeof share === 'string' ? share : writeDecimal(share),
    })),
    duties,
  };
}

function readLine({ fromId, share }: CarryRow['lines'][number]): CarryLine {
  return { fromId, share: share === 'whole' || share === 'unknown' ? share : parseDecimal(share) };
}
