import type { Figure } from '#domain/agency/merger/figure.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';
import { carryFigures } from './carry-figures.ts';
import { writeFigure } from './figure-columns.ts';
import { type CarryRow, insertMeasurements, listCarryRows, lockFigures } from './measurement.store.ts';

export interface NewMeasurement {
  readonly agencyId: string;
  readonly measure: string;
  readonly figure: Figure;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** The record or the words it came from. */
  readonly source: { readonly kind: string; readonly id: string; readonly words: string };
}

/**
 * Records figures. One of an agency that has passed to others since, such as the last month of a commune reported
 * after it ended, is carried on to them in the same transaction.
 */
export async function appendMeasurements(
  tx: Tx,
  deps: Deps,
  given: readonly NewMeasurement[],
): Promise<void> {
  await lockFigures(tx, deps.provinceId);
  await insertMeasurements(
    tx,
    deps.provinceId,
    deps.now(),
    given.map(({ agencyId, measure, figure, from, to, source }) => ({
      id: deps.newId(),
      agency_id: agencyId,
      measure,
      kind: figure.kind,
      period_from: from,
      period_to: to,
      ...writeFigure(figure),
      carry_id: null,
      parts: null,
      reasons: [],
      comparable: true,
      source,
    })),
  );
  const measures = [...new Set(given.map(({ measure }) => measure))];
  const first = given.map(({ from }) => from).sort()[0] ?? '';
  for (const carry of await listFollowing(tx, [...new Set(given.map(({ agencyId }) => agencyId))], first))
    await carryFigures(tx, deps, carry, measures);
}

/** The carries that take from these agencies something of a period that began by a day, and those that take from their heirs. */
async function listFollowing(
  tx: Tx,
  agencyIds: readonly string[],
  from: string,
): Promise<readonly CarryRow[]> {
  const found = new Map<string, CarryRow>();
  let asked = agencyIds;
  while (asked.length > 0) {
    const next = (await listCarryRows(tx, { from: asked })).filter(
      ({ id, effective_on }) => effective_on > from && !found.has(id),
    );
    for (const carry of next) found.set(carry.id, carry);
    asked = next.map(({ agency_id }) => agency_id);
  }
  return [...found.values()].sort((one, other) => (one.effective_on < other.effective_on ? -1 : 1));
}
