// Design, rule 5: "Merges and splits keep history; … a series that is not comparable says so." A successor's series
// on the territory it has today is computed from those of its predecessors. Wholes pass on exactly. A piece passes
// on only where its share is given; without one nothing is guessed. Which periods a successor measured itself, and
// how the two are read together, is decided in fold-series.ts.

import { type Decimal, writeDecimal } from '../../kernel/decimal.ts';
import { type Combined, combineFigures, type Part } from './combine-figures.ts';
import { type Figure, KINDS, type MeasureKind } from './figure.ts';
import { type Reason, uniteReasons } from './reason.ts';

/** From one agency to its heir: all of it, a share of it, or a piece nobody has put a number to. */
export interface CarryLine {
  readonly fromId: string;
  readonly share: 'whole' | 'unknown' | Decimal;
}

/** What an agency has of those before it, from a day on. It stands in its own lines where it was there before. */
export interface Carry {
  readonly heirId: string;
  /** First day of the new state. */
  readonly on: string;
  readonly lines: readonly CarryLine[];
  readonly duties: readonly Extract<Reason, { duty: string }>[];
}

/** What is held of one agency for one period, both days included. */
export interface HeldPeriod {
  readonly from: string;
  readonly to: string;
  /** Null where nothing of it is known. */
  readonly known: Figure | null;
  readonly reasons: readonly Reason[];
  readonly sourceId: string;
}

export interface CarriedPeriod {
  readonly from: string;
  readonly to: string;
  readonly combined: Combined;
  readonly reasons: readonly Reason[];
}

/** A figure that passes to nobody, and why. It stays with its agency. */
export interface LeftPeriod {
  readonly agencyId: string;
  readonly from: string;
  readonly to: string;
  readonly figure: Figure;
  readonly reason: Reason;
}

export interface CarriedSeries {
  readonly periods: readonly CarriedPeriod[];
  readonly left: readonly LeftPeriod[];
}

/**
 * The heir's series of one measure for the periods that began before the day of the change, in order of time.
 * A whole period takes in the heir's own figure; one that straddles the day does not, since the heir's own covers
 * what came after and is added when the series is read.
 */
export function carrySeries(
  carry: Carry,
  kind: MeasureKind,
  series: ReadonlyMap<string, readonly HeldPeriod[]>,
): CarriedSeries {
  const held = new Map<string, Map<string, HeldPeriod>>();
  for (const { fromId } of carry.lines)
    for (const period of series.get(fromId) ?? []) {
      if (period.from >= carry.on || (fromId === carry.heirId && period.to >= carry.on)) continue;
      const key = `${period.from} ${period.to}`;
      const byAgency = held.get(key) ?? new Map<string, HeldPeriod>();
      byAgency.set(fromId, period);
      held.set(key, byAgency);
    }
  const left: LeftPeriod[] = [];
  const periods = [...held.keys()]
    .sort()
    .map((key) => carryPeriod(carry, kind, held.get(key) ?? new Map(), left));
  return { periods, left };
}

function carryPeriod(
  { heirId, on, lines, duties }: Carry,
  kind: MeasureKind,
  held: ReadonlyMap<string, HeldPeriod>,
  left: LeftPeriod[],
): CarriedPeriod {
  const [any] = held.values();
  const { from, to } = any ?? { from: on, to: on };
  const straddling = to >= on;
  const reasons: Reason[] = straddling ? [{ code: 'straddles', on }] : [...duties];
  if (kind === 'rank') reasons.push({ code: 'rank-dropped', on });
  const parts: Part[] = [];
  const missing: string[] = [];
  for (const { fromId, share } of lines) {
    const one = held.get(fromId);
    if (one === undefined) {
      // The heir's own figure of a straddling period is not looked for here.
      if (share !== 'unknown' && !(straddling && fromId === heirId)) missing.push(fromId);
      continue;
    }
    const figure = one.known;
    const stays = whyItStays(kind, fromId, share, on, straddling);
    // What makes a predecessor's own figure unlike its others makes the union so, unless none of it is taken in.
    if (stays === null) reasons.push(...one.reasons);
    else if (kind !== 'rank') reasons.push(stays);
    if (stays !== null) {
      if (figure !== null) left.push({ agencyId: fromId, from, to, figure, reason: stays });
    } else if (figure !== null) {
      parts.push({
        agencyId: fromId,
        sourceId: one.sourceId,
        figure,
        share: typeof share === 'string' ? null : share,
      });
      if (typeof share === 'object')
        reasons.push({ code: 'by-share', agencyId: fromId, share: writeDecimal(share) });
    }
  }
  reasons.push(...missing.map((agencyId): Reason => ({ code: 'missing', agencyId })));
  return { from, to, combined: combineFigures(kind, parts, missing), reasons: uniteReasons(reasons) };
}

function whyItStays(
  kind: MeasureKind,
  agencyId: string,
  share: CarryLine['share'],
  on: string,
  straddling: boolean,
): Reason | null {
  if (kind === 'rank') return { code: 'rank-dropped', on };
  if (share === 'unknown') return { code: 'split-without-share', agencyId, on };
  if (kind === 'latest' && share !== 'whole') return { code: 'documents-not-divided', agencyId, on };
  if (straddling && !KINDS[kind].gathers) return { code: 'not-of-this-day', agencyId, on };
  return null;
}
