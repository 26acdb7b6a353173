import type { Series } from '#contract/indicator.ts';
import type { SeriesPeriod } from '#domain/agency/merger/fold-series.ts';
import { isComparable } from '#domain/agency/merger/reason.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { presentPeriod } from './measurement.present.ts';
import { listAgencyNames, listCarryRows, listRecords } from './measurement.store.ts';
import { foldHeld, groupRecords, type HeldSeries } from './read-records.ts';

export interface SeriesQuestion {
  readonly agencyId: string;
  readonly measure?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** One measure of an agency through time, each period with what it was computed from and whether it compares. */
export async function getSeries(
  deps: Deps,
  asked: SeriesQuestion & { readonly measure: string },
): Promise<Result<Series[]>> {
  const held = await readSeries(deps, asked);
  if (!held.ok) return held;
  const { series, names } = held.value;
  const nameOf = (id: string) => names.get(id) ?? id;
  return accept(
    series.map(({ measure, kind, periods }) => ({
      measure,
      kind,
      periods: periods.map((period) => presentPeriod(kind, period, nameOf)),
    })),
  );
}

/** Which series an agency has. */
export async function listMeasures(deps: Deps, asked: SeriesQuestion) {
  const held = await readSeries(deps, asked);
  if (!held.ok) return held;
  return accept(
    held.value.series.map(({ measure, kind, periods }) => ({
      measure,
      kind,
      periods: periods.length,
      comparable: periods.filter(({ reasons }) => isComparable(reasons)).length,
      first: periods[0]?.from ?? '',
      last: periods.at(-1)?.to ?? '',
    })),
  );
}

interface Held {
  readonly series: readonly (Pick<HeldSeries, 'measure' | 'kind'> & {
    readonly periods: readonly SeriesPeriod[];
  })[];
  readonly names: ReadonlyMap<string, string>;
}

async function readSeries(deps: Deps, asked: SeriesQuestion): Promise<Result<Held>> {
  const { agencyId, measure, knownAt } = asked;
  const may = deps.decide('measurement.read', { agencyIds: [agencyId] });
  if (!may.ok) return may;
  return inScope(may.value, async (tx) => {
    const names = await listAgencyNames(tx);
    if (!names.has(agencyId)) return refuse(refusal('not-found', { what: 'cơ quan này' }));
    const measures = measure === undefined ? undefined : [measure];
    const records = await listRecords(tx, { agencyIds: [agencyId], measures, knownAt });
    const carries = await listCarryRows(tx, { to: [agencyId], knownAt });
    const asOf = asked.asOf ?? todayOf(deps);
    const series = groupRecords(records).map((held) => ({
      measure: held.measure,
      kind: held.kind,
      periods: foldHeld(held, asOf, carries),
    }));
    return accept({ series: series.filter(({ periods }) => periods.length > 0), names });
  });
}
