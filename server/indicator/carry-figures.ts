import {
  type CarriedPeriod,
  type Carry,
  carrySeries,
  type HeldPeriod,
} from '#domain/agency/merger/carry-series.ts';
import type { Figure, MeasureKind } from '#domain/agency/merger/figure.ts';
import { isComparable } from '#domain/agency/merger/reason.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';
import { writeFigure, writePart } from './figure-columns.ts';
import {
  type CarryRow,
  insertMeasurements,
  listCarryRows,
  listRecords,
  type MeasurementRow,
} from './measurement.store.ts';
import { foldHeld, groupRecords, readCarry } from './read-records.ts';

/** A figure with the agency and the measure it is of. */
export interface GivenFigure {
  readonly agencyId: string;
  readonly measure: string;
  readonly figure: Figure;
}

export interface CarriedFigures {
  readonly rows: number;
  /** What the lines had, before. */
  readonly given: readonly GivenFigure[];
  /** What passed to nobody. */
  readonly left: readonly GivenFigure[];
}

/**
 * Writes what one carry brings its heir, computed by the domain from what its agencies have as of the day before.
 * `measures` narrows it to some measures; what would be written just as it stands already is not written again.
 */
export async function carryFigures(
  tx: Tx,
  deps: Deps,
  row: CarryRow,
  measures?: readonly string[],
): Promise<CarriedFigures> {
  const carry = readCarry(row);
  const dayBefore = Temporal.PlainDate.from(carry.on).subtract({ days: 1 }).toString();
  const earlier = await listCarryRows(tx, { to: row.from_ids });
  const records = await listRecords(tx, { agencyIds: row.from_ids, before: carry.on, measures });
  const byMeasure = new Map<string, MeasureSeries>();
  for (const held of groupRecords(records)) {
    const key = `${held.measure}\n${held.kind}`;
    const one = byMeasure.get(key) ?? { measure: held.measure, kind: held.kind, series: new Map() };
    one.series.set(held.agencyId, foldHeld(held, dayBefore, earlier));
    byMeasure.set(key, one);
  }
  const written = measures === undefined ? new Map<string, string>() : await listWritten(tx, row, measures);
  const rows: MeasurementRow[] = [];
  const given: GivenFigure[] = [];
  const left: GivenFigure[] = [];
  for (const { measure, kind, series } of byMeasure.values()) {
    const carried = carrySeries(carry, kind, series);
    for (const period of carried.periods) {
      const made = toRow(deps, row, measure, kind, period);
      if (written.get(keyOf(made)) !== contentOf(made)) rows.push(made);
    }
    given.push(...givenBy(carry, measure, series));
    left.push(...carried.left.map(({ agencyId, figure }) => ({ agencyId, measure, figure })));
  }
  await insertMeasurements(tx, deps.provinceId, deps.now(), rows);
  return { rows: rows.length, given, left };
}

interface MeasureSeries {
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly series: Map<string, readonly HeldPeriod[]>;
}

function toRow(
  deps: Deps,
  { id, agency_id }: CarryRow,
  measure: string,
  kind: MeasureKind,
  { from, to, combined, reasons }: CarriedPeriod,
): MeasurementRow {
  return {
    id: deps.newId(),
    agency_id,
    measure,
    kind,
    period_from: from,
    period_to: to,
    ...writeFigure(combined.known),
    carry_id: id,
    parts: combined.parts.map(writePart),
    reasons,
    comparable: isComparable(reasons),
    source: null,
  };
}

/** All that could pass: the periods that began before the change, except the heir's own that go on beyond it. */
function givenBy(
  { heirId, on }: Carry,
  measure: string,
  series: ReadonlyMap<string, readonly HeldPeriod[]>,
): readonly GivenFigure[] {
  return [...series].flatMap(([agencyId, periods]) =>
    periods.flatMap(({ to, known }) =>
      known === null || (agencyId === heirId && to >= on) ? [] : [{ agencyId, measure, figure: known }],
    ),
  );
}

/** What the carry wrote last about each period. */
async function listWritten(tx: Tx, { id, agency_id }: CarryRow, measures: readonly string[]) {
  const records = await listRecords(tx, { agencyIds: [agency_id], measures });
  return new Map(records.filter((one) => one.carry_id === id).map((one) => [keyOf(one), contentOf(one)]));
}

type Written = Pick<MeasurementRow, 'measure' | 'kind' | 'period_from' | 'period_to' | 'parts' | 'reasons'>;

function keyOf({ measure, kind, period_from, period_to }: Written): string {
  return [measure, kind, period_from, period_to].join('\n');
}

/** What it rests on says what it is; the order of keys in stored JSON is the database's. */
function contentOf({ parts, reasons }: Written): string {
  const sorted = (object: object) =>
    JSON.stringify(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return [...(parts ?? []), ...reasons].map(sorted).join('\n');
}
