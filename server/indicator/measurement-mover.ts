import type { Carry } from '#domain/agency/merger/carry-series.ts';
import { listCarries } from '#domain/agency/merger/list-carries.ts';
import { addTotals, diffTotals, sumFigures, type Totals } from '#domain/agency/merger/totals.ts';
import { parseDecimal, writeDecimal, ZERO } from '#domain/kernel/decimal.ts';
import type { MovedItem, ReformAtWork, ReformMover } from '../agency/reform-mover.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';
import { carryFigures, type GivenFigure } from './carry-figures.ts';
import {
  countFigures,
  countOwnFigures,
  insertCarries,
  insertWithdrawals,
  listAgencyNames,
  listCarriedDocuments,
  listCarryRows,
  lockFigures,
  sumCarried,
} from './measurement.store.ts';
import { writeCarry } from './read-records.ts';

/** What applying answers, and reversing needs. */
export interface MovedFigures {
  readonly carryIds: readonly string[];
  /** Rows written for the heirs. */
  readonly rows: number;
  /** By measure and kind; before = after + left, or nothing would have been written. */
  readonly totals: readonly MovedTotal[];
}

export interface MovedTotal {
  readonly measure: string;
  readonly kind: string;
  readonly before: readonly [numerator: string, denominator: string];
  readonly after: readonly [numerator: string, denominator: string];
  readonly left: readonly [numerator: string, denominator: string];
}

/** Carries the series of ended agencies to their heirs. Sources are neither altered nor deleted. */
export const measurementMover: ReformMover = {
  name: 'measurement',
  words: 'Số liệu',
  preview: previewFigures,
  apply: async (tx, deps, work) => applyFigures(tx, deps, work),
  listLater,
  reverse: async (tx, deps, _work, moved) => {
    await lockFigures(tx, deps.provinceId);
    await insertWithdrawals(tx, deps.provinceId, deps.now(), asMoved(moved).carryIds);
  },
};

async function previewFigures(tx: Tx, _deps: Deps, { effects }: ReformAtWork): Promise<readonly MovedItem[]> {
  const carries = listCarries(effects.events);
  const items: MovedItem[] = [];
  for (const day of new Set(effects.ended.map(({ on }) => on))) {
    const ended = effects.ended.filter(({ on }) => on === day).map(({ agencyId }) => agencyId);
    for (const held of await countFigures(tx, ended, '<', day))
      items.push({
        id: held.agency_id,
        agencyId: held.agency_id,
        words: `${held.series} chuỗi số liệu, ${held.figures} giá trị, kỳ ${shortDay(held.first)} – ${shortDay(held.last)}`,
        day: null,
        count: held.figures,
        later: false,
        choosable: false,
        note: noteOf(carries, held.agency_id),
      });
    for (const held of await countFigures(tx, ended, '>=', day))
      items.push({
        id: `${held.agency_id}:later`,
        agencyId: held.agency_id,
        words: `${held.figures} giá trị của kỳ bắt đầu từ ${shortDay(held.first)}`,
        day: held.first,
        count: held.figures,
        later: true,
        choosable: false,
        note: 'Kỳ bắt đầu khi cơ quan đã kết thúc nên không cộng sang cơ quan kế thừa. Hãy kiểm tra lại số liệu này.',
      });
  }
  return items;
}

function noteOf(carries: readonly Carry[], agencyId: string): string | null {
  const shares = carries.flatMap(({ lines }) =>
    lines.filter(({ fromId }) => fromId === agencyId).map(({ share }) => share),
  );
  if (shares.length === 0) return 'Không có cơ quan kế thừa: số liệu ở lại với cơ quan cũ.';
  return shares.includes('unknown')
    ? 'Chia tách không có tỷ lệ: số liệu không chia được, chuỗi của cơ quan kế thừa được ghi là không so sánh được.'
    : null;
}

async function applyFigures(tx: Tx, deps: Deps, { reformId, effects }: ReformAtWork): Promise<MovedFigures> {
  await lockFigures(tx, deps.provinceId);
  const rows = listCarries(effects.events).map((carry) => writeCarry(deps.newId(), reformId, carry));
  await insertCarries(tx, deps.provinceId, deps.now(), rows);
  // An agency that is divided stands in several carries; its figures are counted in the first.
  const counted = new Map<string, string>();
  let [before, left]: [Totals, Totals] = [new Map(), new Map()];
  const documents = { before: new Set<string>(), left: new Set<string>() };
  let written = 0;
  for (const row of rows) {
    for (const id of row.from_ids)
      if (!counted.has(`${row.effective_on} ${id}`)) counted.set(`${row.effective_on} ${id}`, row.id);
    const isCounted = ({ agencyId }: GivenFigure) =>
      counted.get(`${row.effective_on} ${agencyId}`) === row.id;
    const carried = await carryFigures(tx, deps, row);
    const given = carried.given.filter(isCounted);
    const stays = carried.left.filter(isCounted);
    before = addTotals(before, totalsOf(given));
    left = addTotals(left, totalsOf(stays));
    for (const key of documentsOf(given)) documents.before.add(key);
    for (const key of documentsOf(stays)) documents.left.add(key);
    written += carried.rows;
  }
  const carryIds = rows.map(({ id }) => id);
  const after = await readAfter(tx, carryIds);
  const kept = new Set([...documents.left, ...(await listCarriedDocuments(tx, carryIds))]);
  const differing = [
    ...diffTotals(before, addTotals(after, left)),
    ...[...documents.before.symmetricDifference(kept)].sort(),
  ];
  // The arithmetic cannot come to this; if it ever does, nothing may be written.
  if (differing.length > 0)
    throw new Error(`totals before and after the reform differ: ${differing.slice(0, 20).join('; ')}`);
  return { carryIds, rows: written, totals: presentTotals(before, after, left) };
}

function totalsOf(given: readonly GivenFigure[]): Totals {
  return sumFigures(given.map(({ measure, figure }) => [measure, figure] as const));
}

function documentsOf(given: readonly GivenFigure[]): readonly string[] {
  return given.flatMap(({ measure, figure }) =>
    figure.kind === 'latest' ? figure.documents.map(({ id }) => `${measure} ${id}`) : [],
  );
}

/** As the database adds up what stands in it now: not the program's own sums once more. */
async function readAfter(tx: Tx, carryIds: readonly string[]): Promise<Totals> {
  const sums = await sumCarried(tx, carryIds);
  return new Map(
    sums
      .filter(({ numerator, kind }) => numerator !== null && kind !== 'rank')
      .map(({ measure, kind, numerator, denominator }) => [
        `${measure} ${kind}`,
        {
          measure,
          kind,
          numerator: parseDecimal(numerator ?? '0'),
          denominator: parseDecimal(denominator ?? '0'),
        },
      ]),
  );
}

function presentTotals(before: Totals, after: Totals, left: Totals): readonly MovedTotal[] {
  const numbers = (totals: Totals, key: string) =>
    [
      writeDecimal(totals.get(key)?.numerator ?? ZERO),
      writeDecimal(totals.get(key)?.denominator ?? ZERO),
    ] as const;
  return [...before].map(([key, { measure, kind }]) => ({
    measure,
    kind,
    before: numbers(before, key),
    after: numbers(after, key),
    left: numbers(left, key),
  }));
}

/** Figures of agencies that would never have been, and reforms that took over what this one carried. */
async function listLater(
  tx: Tx,
  _deps: Deps,
  { effects, reformId }: ReformAtWork,
  moved: unknown,
): Promise<readonly string[]> {
  const names = await listAgencyNames(tx);
  const nameOf = (id: string) => names.get(id) ?? id;
  const own = await countOwnFigures(tx, effects.foundedIds);
  const { carryIds } = asMoved(moved);
  const carries = await listCarryRows(tx, {});
  const heirs = new Map(carries.filter(({ id }) => carryIds.includes(id)).map((row) => [row.agency_id, row]));
  const onward = carries.filter(
    (row) =>
      row.reform_id !== reformId &&
      row.from_ids.some((id) => (heirs.get(id)?.effective_on ?? '9999') <= row.effective_on),
  );
  return [
    ...own.map(({ agency_id, figures }) => `${nameOf(agency_id)} đã có ${figures} giá trị số liệu riêng.`),
    ...onward.map(
      ({ agency_id, effective_on }) =>
        `Số liệu đã được cộng tiếp sang ${nameOf(agency_id)} từ ${shortDay(effective_on)}.`,
    ),
  ];
}

function asMoved(moved: unknown): MovedFigures {
  // What `apply` answered, as JSON gave it back.
  return moved as MovedFigures;
}

function shortDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}
