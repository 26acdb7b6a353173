import { sql } from 'kysely';
import type { MeasureKind } from '#domain/agency/merger/figure.ts';
import type { Reason } from '#domain/agency/merger/reason.ts';
import type { Tx } from '../db/executor.ts';
import type { FigureColumns, PartColumns } from './figure-columns.ts';

/** Rows a statement: their JSON stays a few megabytes. */
const BATCH = 5_000;

export interface MeasurementRow extends FigureColumns {
  readonly id: string;
  readonly agency_id: string;
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly period_from: string;
  readonly period_to: string;
  readonly carry_id: string | null;
  readonly parts: readonly PartColumns[] | null;
  readonly reasons: readonly Reason[];
  readonly comparable: boolean;
  readonly source: unknown;
}

/** A row as it is read: with the day it was carried on, where it was. */
export interface RecordRow extends FigureColumns {
  readonly id: string;
  readonly agency_id: string;
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly period_from: string;
  readonly period_to: string;
  readonly parts: readonly PartColumns[] | null;
  readonly reasons: readonly Reason[];
  readonly carry_id: string | null;
  readonly effective_on: string | null;
}

/**
 * Holds off every other writer of figures of the province until the transaction ends: a figure that came in while
 * others are being added up would be in neither the sum nor what is added to it later.
 */
export async function lockFigures(tx: Tx, provinceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('measurement ' || ${provinceId}, 0))`.execute(tx);
}

export async function insertMeasurements(
  tx: Tx,
  provinceId: string,
  occurredAt: Temporal.Instant,
  rows: readonly MeasurementRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH)
    await sql`insert into measurement (province_id, occurred_at, id, agency_id, measure, kind, period_from, period_to,
        numerator, denominator, documents, carry_id, parts, reasons, comparable, source)
      select ${provinceId}::uuid, ${occurredAt.toString()}::timestamptz, id, agency_id, measure, kind, period_from, period_to,
        numerator, denominator, documents, carry_id, parts, reasons, comparable, source
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + BATCH))}::jsonb) as r(id uuid, agency_id text, measure text,
        kind text, period_from date, period_to date, numerator numeric, denominator numeric, documents jsonb, carry_id uuid,
        parts jsonb, reasons jsonb, comparable boolean, source jsonb)`.execute(tx);
}

export interface RecordsAsked {
  readonly agencyIds: readonly string[];
  readonly measures?: readonly string[] | undefined;
  /** Periods that began before this day only. */
  readonly before?: string | undefined;
  /** What was recorded by then; left out, everything. */
  readonly knownAt?: string | undefined;
}

/** Records in the order they were recorded, without those of carries that were withdrawn. */
export async function listRecords(tx: Tx, asked: RecordsAsked): Promise<readonly RecordRow[]> {
  const { agencyIds, measures, before, knownAt } = asked;
  const rows = await tx
    .selectFrom('measurement as m')
    .leftJoin('measurement_carry as c', (join) =>
      join.onRef('c.province_id', '=', 'm.province_id').onRef('c.id', '=', 'm.carry_id'),
    )
    .select(['m.id', 'm.agency_id', 'm.measure', 'm.kind', 'm.period_from', 'm.period_to', 'm.numerator'])
    .select(['m.denominator', 'm.documents', 'm.parts', 'm.reasons', 'm.carry_id', 'c.effective_on'])
    .where('m.agency_id', 'in', [...agencyIds])
    .$if(measures !== undefined, (query) => query.where('m.measure', 'in', [...(measures ?? [])]))
    .$if(before !== undefined, (query) => query.where('m.period_from', '<', before ?? ''))
    .$if(knownAt !== undefined, (query) =>
      query.where(sql<boolean>`m.recorded_at <= ${knownAt}::timestamptz`),
    )
    .where(inForce('m.province_id', 'm.carry_id', knownAt))
    .orderBy('m.agency_id')
    .orderBy('m.measure')
    .orderBy('m.recorded_at')
    .orderBy('m.id')
    .execute();
  // What is stored as JSON was written from these same shapes.
  return rows as unknown as readonly RecordRow[];
}

export interface CarryRow {
  readonly id: string;
  readonly reform_id: string;
  readonly agency_id: string;
  readonly effective_on: string;
  readonly from_ids: readonly string[];
  readonly lines: readonly { readonly fromId: string; readonly share: string }[];
  readonly duties: readonly Extract<Reason, { duty: string }>[];
}

export async function insertCarries(
  tx: Tx,
  provinceId: string,
  occurredAt: Temporal.Instant,
  carries: readonly CarryRow[],
): Promise<void> {
  if (carries.length === 0) return;
  await tx
    .insertInto('measurement_carry')
    .values(
      carries.map(({ lines, duties, from_ids, ...carry }) => ({
        ...carry,
        province_id: provinceId,
        from_ids: [...from_ids],
        lines: JSON.stringify(lines),
        duties: JSON.stringify(duties),
        occurred_at: occurredAt.toString(),
      })),
    )
    .execute();
}

export interface CarriesAsked {
  readonly to?: readonly string[];
  readonly from?: readonly string[];
  readonly knownAt?: string | undefined;
}

/** Carries in force, by day and heir. */
export async function listCarryRows(
  tx: Tx,
  { to, from, knownAt }: CarriesAsked,
): Promise<readonly CarryRow[]> {
  const rows = await tx
    .selectFrom('measurement_carry as c')
    .select(['c.id', 'c.reform_id', 'c.agency_id', 'c.effective_on', 'c.from_ids', 'c.lines', 'c.duties'])
    .$if(to !== undefined, (query) => query.where('c.agency_id', 'in', [...(to ?? [])]))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`c.from_ids && ${[...(from ?? [])]}::text[]`))
    .$if(knownAt !== undefined, (query) =>
      query.where(sql<boolean>`c.recorded_at <= ${knownAt}::timestamptz`),
    )
    .where(inForce('c.province_id', 'c.id', knownAt))
    .orderBy('c.effective_on')
    .orderBy('c.agency_id')
    .execute();
  return rows as unknown as readonly CarryRow[];
}

function inForce(province: string, carry: string, knownAt: string | undefined) {
  return sql<boolean>`not exists (select from measurement_carry_withdrawal w
    where w.province_id = ${sql.ref(province)} and w.carry_id = ${sql.ref(carry)}
      and w.recorded_at <= ${knownAt ?? 'infinity'}::timestamptz)`;
}

export async function insertWithdrawals(
  tx: Tx,
  provinceId: string,
  occurredAt: Temporal.Instant,
  carryIds: readonly string[],
): Promise<void> {
  if (carryIds.length === 0) return;
  await tx
    .insertInto('measurement_carry_withdrawal')
    .values(
      carryIds.map((id) => ({ province_id: provinceId, carry_id: id, occurred_at: occurredAt.toString() })),
    )
    .execute();
}

export interface CarriedTotal {
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly rows: number;
}

/** What the carries wrote, added up by the database. */
export async function sumCarried(tx: Tx, carryIds: readonly string[]): Promise<readonly CarriedTotal[]> {
  const { rows } = await sql<CarriedTotal>`
    select measure, kind, sum(numerator)::text as numerator, sum(denominator)::text as denominator, count(*) as rows
    from measurement where carry_id = any (${[...carryIds]}::uuid[]) group by measure, kind`.execute(tx);
  return rows;
}

/** Which documents stand in the lists the carries wrote: "measure id". */
export async function listCarriedDocuments(tx: Tx, carryIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct m.measure || ' ' || (d ->> 'id') as key
    from measurement m, jsonb_array_elements(m.documents) d
    where m.carry_id = any (${[...carryIds]}::uuid[]) and m.documents is not null`.execute(tx);
  return rows.map(({ key }) => key);
}

export interface HeldCount {
  readonly agency_id: string;
  readonly series: number;
  readonly figures: number;
  readonly first: string;
  readonly last: string;
}

/** How many figures agencies have whose periods began before a day, or from it on. */
export async function countFigures(
  tx: Tx,
  agencyIds: readonly string[],
  when: '<' | '>=',
  day: string,
): Promise<readonly HeldCount[]> {
  if (agencyIds.length === 0) return [];
  return tx
    .selectFrom('measurement as m')
    .select('m.agency_id')
    .select(sql<number>`count(distinct (m.measure, m.kind))`.as('series'))
    .select(sql<number>`count(distinct (m.measure, m.kind, m.period_from, m.period_to))`.as('figures'))
    .select(sql<string>`min(m.period_from)`.as('first'))
    .select(sql<string>`max(m.period_to)`.as('last'))
    .where('m.agency_id', 'in', [...agencyIds])
    .where('m.period_from', when, day)
    .where(inForce('m.province_id', 'm.carry_id', undefined))
    .groupBy('m.agency_id')
    .execute();
}

/** Figures agencies measured themselves. */
export async function countOwnFigures(
  tx: Tx,
  agencyIds: readonly string[],
): Promise<readonly { readonly agency_id: string; readonly figures: number }[]> {
  if (agencyIds.length === 0) return [];
  return tx
    .selectFrom('measurement')
    .select('agency_id')
    .select(sql<number>`count(*)`.as('figures'))
    .where('agency_id', 'in', [...agencyIds])
    .where('carry_id', 'is', null)
    .groupBy('agency_id')
    .orderBy('agency_id')
    .execute();
}

/** Names of all agencies of the province, by id. */
export async function listAgencyNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('agency').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
