import { sql } from 'kysely';
import type { Tx } from '../db/executor.ts';
import { EVIDENCE_COLUMNS, EVIDENCE_JOINS, type EvidenceRecord } from './evidence.present.ts';
import { isoInstant } from './evidence.store.ts';

export interface ClaimRecord extends EvidenceRecord {
  readonly claim_id: string;
  readonly due_item_id: string;
  readonly label: string;
  readonly actor: string;
  readonly claimed_at: string;
  readonly task_id: string;
  readonly task_name: string;
  readonly deliverables: readonly string[];
  readonly starts_on: string | null;
  readonly due_on: string | null;
  readonly item_agency_id: string;
  readonly item_kind: string;
  readonly state: string;
}

/** What is shown now for the due items of a part, or for one of them. */
export async function listClaims(
  tx: Tx,
  {
    assignmentId,
    dueItemId,
  }: { readonly assignmentId?: string | undefined; readonly dueItemId?: string | undefined },
): Promise<readonly ClaimRecord[]> {
  const { rows } = await sql<ClaimRecord>`
    select ${EVIDENCE_COLUMNS}, c.id as claim_id, c.due_item_id, c.actor, ${isoInstant('c.recorded_at')} as claimed_at,
           d.label, d.kind as item_kind, d.task_id, d.starts_on, d.due_on, d.agency_id as item_agency_id, d.state,
           coalesce(t.name, '') as task_name, coalesce(t.deliverables, '[]') as deliverables
    from due_item d
    join evidence_claim c on c.province_id = d.province_id and c.due_item_id = d.id and c.ended_at is null
    join evidence e on e.province_id = c.province_id and e.id = c.evidence_id
    ${EVIDENCE_JOINS}
    left join task t on t.province_id = d.province_id and t.id = d.task_id
    where ${dueItemId === undefined ? sql`d.assignment_id = ${assignmentId ?? null}::uuid` : sql`d.id = ${dueItemId}::uuid`}
    order by d.due_on, c.recorded_at, c.id`.execute(tx);
  return rows;
}

export interface ItemRecord {
  readonly id: string;
  readonly assignment_id: string;
  readonly task_name: string;
  readonly label: string;
  readonly due_on: string | null;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly state: string;
}

/** The due items of a part that stand, or one of them. */
export async function listItems(
  tx: Tx,
  {
    assignmentId,
    dueItemId,
  }: { readonly assignmentId?: string | undefined; readonly dueItemId?: string | undefined },
): Promise<readonly ItemRecord[]> {
  const { rows } = await sql<ItemRecord>`
    select d.id, d.assignment_id, coalesce(t.code || '. ' || t.name, '') as task_name, d.label, d.due_on, d.agency_id, g.name as agency_name, d.state
    from due_item d left join task t on t.province_id = d.province_id and t.id = d.task_id
    join agency g on g.province_id = d.province_id and g.id = d.agency_id
    where d.retired_at is null
      and ${dueItemId === undefined ? sql`d.assignment_id = ${assignmentId ?? null}::uuid` : sql`d.id = ${dueItemId}::uuid`}
    order by d.due_on, d.id`.execute(tx);
  return rows;
}

export interface OtherClaim {
  readonly sha256: string;
  readonly due_item_id: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly task_id: string;
  readonly task_name: string;
  readonly label: string;
}

/** Every due item these files are shown for, of whatever agency. */
export async function listClaimsOfFiles(tx: Tx, sha256s: readonly string[]): Promise<readonly OtherClaim[]> {
  const { rows } = await sql<OtherClaim>`
    select e.sha256, d.id as due_item_id, d.agency_id, g.name as agency_name, d.task_id, coalesce(t.name, '') as task_name, d.label
    from evidence e
    join evidence_claim c on c.province_id = e.province_id and c.evidence_id = e.id and c.ended_at is null
    join due_item d on d.province_id = c.province_id and d.id = c.due_item_id
    join agency g on g.province_id = d.province_id and g.id = d.agency_id
    left join task t on t.province_id = d.province_id and t.id = d.task_id
    where e.sha256 = any(${[...sha256s]}::text[])
    order by c.recorded_at`.execute(tx);
  return rows;
}

export interface LikeRecord {
  readonly sha256: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly own: readonly number[];
  readonly fingerprint: readonly number[];
}

/** Documents of other agencies that share a key with one of these files, newest first. */
export async function listLike(tx: Tx, sha256s: readonly string[]): Promise<readonly LikeRecord[]> {
  const { rows } = await sql<LikeRecord>`
    select mine.sha256, e.agency_id, g.name as agency_name, mine.fingerprint as own, other.fingerprint
    from file_reading mine
    join lateral (
      select r.province_id, r.sha256, r.fingerprint from file_reading r
      where r.bands && mine.bands and r.sha256 <> mine.sha256 and r.province_id = mine.province_id
      order by r.read_at desc limit 50) other on true
    join evidence e on e.province_id = other.province_id and e.sha256 = other.sha256
      and exists (select from evidence_claim c where c.province_id = e.province_id and c.evidence_id = e.id and c.ended_at is null)
    join agency g on g.province_id = e.province_id and g.id = e.agency_id
    where mine.sha256 = any(${[...sha256s]}::text[])`.execute(tx);
  return rows.map((row) => ({ ...row, own: row.own.map(Number), fingerprint: row.fingerprint.map(Number) }));
}
