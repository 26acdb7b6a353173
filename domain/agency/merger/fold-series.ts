import type { HeldPeriod } from './carry-series.ts';
import { combineFigures, type Part } from './combine-figures.ts';
import { KINDS, type MeasureKind } from './figure.ts';
import { type Reason, uniteReasons } from './reason.ts';

/** One record of an agency's measure: its own, or carried to it from those before it. */
export interface SeriesRecord extends HeldPeriod {
  /** First day of the state it was carried to; null where the agency measured it itself. */
  readonly carriedOn: string | null;
  /** What a carried one was computed from. */
  readonly parts: readonly Part[];
}

export interface SeriesPeriod extends HeldPeriod {
  readonly carriedOn: string | null;
  readonly parts: readonly Part[];
}

export interface SeriesAsked {
  readonly agencyId: string;
  readonly kind: MeasureKind;
  /** The day whose territory the series is told for. */
  readonly asOf: string;
  /** Days on which something was carried to the agency. */
  readonly changes: readonly string[];
}

/**
 * One measure of one agency as of a day, in order of time. Records come in the order they were recorded: a later
 * one about the same period stands in place of an earlier one. What was carried stands in place of the agency's own
 * figures of the time before; of a period that straddles the change both are added, each covering its part.
 */
export function foldSeries(
  { agencyId, kind, asOf, changes }: SeriesAsked,
  records: readonly SeriesRecord[],
): readonly SeriesPeriod[] {
  const days = [...new Set(changes)].filter((on) => on <= asOf).sort();
  const byPeriod = new Map<string, Map<string, SeriesRecord>>();
  for (const record of records) {
    if (record.carriedOn !== null && record.carriedOn > asOf) continue;
    const key = `${record.from} ${record.to}`;
    const held = byPeriod.get(key) ?? new Map<string, SeriesRecord>();
    held.set(record.carriedOn ?? '', record);
    byPeriod.set(key, held);
  }
  return [...byPeriod.keys()].sort().flatMap((key) => {
    const held = [...(byPeriod.get(key)?.values() ?? [])].sort(byDay);
    const [any] = held;
    if (any === undefined) return [];
    // The latest carried whole was computed from all that was read together before it.
    const whole = held.findLast(({ carriedOn, to }) => carriedOn !== null && to < carriedOn);
    if (whole !== undefined) return [whole];
    const straddled = days.filter((on) => any.from < on && on <= any.to);
    return [straddled.length === 0 ? any : joinStraddling(agencyId, kind, held, straddled)];
  });
}

/** A period in which the agency changed: what it took over for the time before, and its own. */
function joinStraddling(
  agencyId: string,
  kind: MeasureKind,
  held: readonly SeriesRecord[],
  days: readonly string[],
): SeriesPeriod {
  const own = held.find(({ carriedOn }) => carriedOn === null);
  const straddles = days.map((on): Reason => ({ code: 'straddles', on }));
  const lasting = !KINDS[kind].gathers;
  // A figure of the period's last day is the agency's own alone.
  const taken = lasting && own !== undefined ? [own] : held;
  const [only] = taken;
  const reasons = uniteReasons([...straddles, ...taken.flatMap((one) => one.reasons)]);
  if (only !== undefined && taken.length === 1) return { ...only, reasons };
  const combined = combineFigures(
    kind,
    taken.flatMap((record) => asParts(agencyId, record)),
  );
  const last = own ?? taken.at(-1);
  if (last === undefined) throw new Error('a period without a record');
  return {
    from: last.from,
    to: last.to,
    known: combined.known,
    reasons,
    sourceId: last.sourceId,
    carriedOn: taken.findLast(({ carriedOn }) => carriedOn !== null)?.carriedOn ?? null,
    parts: combined.parts,
  };
}

function asParts(agencyId: string, { carriedOn, known, parts, sourceId }: SeriesRecord): readonly Part[] {
  if (carriedOn !== null) return parts;
  return known === null ? [] : [{ agencyId, sourceId, figure: known, share: null }];
}

function byDay(one: SeriesRecord, other: SeriesRecord): number {
  const [first, second] = [one.carriedOn ?? '', other.carriedOn ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
