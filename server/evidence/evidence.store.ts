import { sql } from 'kysely';
import type { FactCorrection, FactName, ReadFacts } from '#domain/evidence/document-facts.ts';
import type { FileKind, PictureSize } from '#domain/evidence/sniff-content.ts';
import type { Tx } from '../db/executor.ts';

export interface ClaimedRecord {
  readonly id: string;
  readonly agency_id: string;
  readonly task_id: string;
  readonly state: string;
  readonly label: string;
  readonly retired: boolean;
}

/** One due item, locked until what is shown for it is stored. */
export async function lockItem(tx: Tx, dueItemId: string): Promise<ClaimedRecord | undefined> {
  const { rows } = await sql<ClaimedRecord>`
    select id, agency_id, task_id, state, label, retired_at is not null as retired
    from due_item where id = ${dueItemId}::uuid for update`.execute(tx);
  return rows[0];
}

/** The items a document is shown for now. */
export async function listClaimedItems(tx: Tx, evidenceId: string): Promise<readonly ClaimedRecord[]> {
  const { rows } = await sql<ClaimedRecord>`
    select d.id, d.agency_id, d.task_id, d.state, d.label, d.retired_at is not null as retired
    from evidence_claim c join due_item d on d.province_id = c.province_id and d.id = c.due_item_id
    where c.evidence_id = ${evidenceId}::uuid and c.ended_at is null`.execute(tx);
  return rows;
}

export async function findEvidence(tx: Tx, evidenceId: string) {
  return tx
    .selectFrom('evidence')
    .select(['id', 'agency_id', 'sha256', 'version', 'name'])
    .where('id', '=', evidenceId)
    .executeTakeFirst();
}

/** Whether a document with this very file is shown for the item already. */
export async function hasClaimOfFile(tx: Tx, dueItemId: string, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence_claim as c')
    .innerJoin('evidence as e', (on) =>
      on.onRef('e.province_id', '=', 'c.province_id').onRef('e.id', '=', 'c.evidence_id'),
    )
    .select('c.id')
    .where('c.due_item_id', '=', dueItemId)
    .where('c.ended_at', 'is', null)
    .where('e.sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Notes a file and that it waits to be read; one that was kept before stands as it is. The conflict names no columns:
 * it would then have to see the row, which nobody does before the first version refers to it.
 */
export async function keepStoredFile(
  tx: Tx,
  provinceId: string,
  file: {
    readonly sha256: string;
    readonly size: number;
    readonly kind: FileKind;
    readonly picture: PictureSize | null;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('stored_file')
    .values({
      province_id: provinceId,
      sha256: file.sha256,
      size: file.size,
      kind: file.kind,
      picture: file.picture === null ? null : JSON.stringify(file.picture),
      recorded_at: file.at,
    })
    .onConflict((held) => held.doNothing())
    .execute();
  await tx
    .insertInto('file_reading')
    .values({ province_id: provinceId, sha256: file.sha256, state: 'pending' })
    .onConflict((held) => held.doNothing())
    .execute();
}

interface VersionFile {
  readonly evidenceId: string;
  readonly version: number;
  readonly sha256: string;
  readonly name: string;
  readonly at: string;
}

export async function insertEvidence(
  tx: Tx,
  provinceId: string,
  file: VersionFile & { readonly agencyId: string; readonly authorId: string | null },
): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      province_id: provinceId,
      id: file.evidenceId,
      agency_id: file.agencyId,
      author_id: file.authorId,
      version: file.version,
      sha256: file.sha256,
      name: file.name,
      recorded_at: file.at,
      changed_at: file.at,
    })
    .execute();
}

export async function updateVersion(tx: Tx, file: VersionFile): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ version: file.version, sha256: file.sha256, name: file.name, changed_at: file.at })
    .where('id', '=', file.evidenceId)
    .execute();
}

interface Who {
  readonly personId: string | null;
  readonly actor: string;
}

export async function insertVersion(tx: Tx, provinceId: string, file: VersionFile & Who): Promise<void> {
  await tx
    .insertInto('evidence_version')
    .values({
      province_id: provinceId,
      evidence_id: file.evidenceId,
      number: file.version,
      sha256: file.sha256,
      name: file.name,
      person_id: file.personId,
      actor: file.actor,
      recorded_at: file.at,
    })
    .execute();
}

export async function insertClaim(
  tx: Tx,
  provinceId: string,
  claim: Who & {
    readonly id: string;
    readonly evidenceId: string;
    readonly dueItemId: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('evidence_claim')
    .values({
      province_id: provinceId,
      id: claim.id,
      evidence_id: claim.evidenceId,
      due_item_id: claim.dueItemId,
      person_id: claim.personId,
      actor: claim.actor,
      recorded_at: claim.at,
    })
    .execute();
  await countEvidence(tx, claim.dueItemId);
}

export async function lockClaim(tx: Tx, claimId: string) {
  return tx
    .selectFrom('evidence_claim')
    .select(['id', 'evidence_id', 'due_item_id', 'ended_at'])
    .where('id', '=', claimId)
    .forUpdate()
    .executeTakeFirst();
}

export async function endClaim(
  tx: Tx,
  claim: Who & {
    readonly id: string;
    readonly dueItemId: string;
    readonly reason: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .updateTable('evidence_claim')
    .set({
      ended_at: claim.at,
      ended_by: claim.personId,
      ended_actor: claim.actor,
      reason: claim.reason,
    })
    .where('id', '=', claim.id)
    .execute();
  await countEvidence(tx, claim.dueItemId);
}

/** Counts again what is shown for an item, in the transaction that changed it. */
async function countEvidence(tx: Tx, dueItemId: string): Promise<void> {
  await sql`
    update due_item d set evidence_count = (
      select count(*) from evidence_claim c
      where c.province_id = d.province_id and c.due_item_id = d.id and c.ended_at is null)
    where d.id = ${dueItemId}::uuid`.execute(tx);
}

export async function insertCorrections(
  tx: Tx,
  provinceId: string,
  evidenceId: string,
  corrections: readonly (FactCorrection & Who & { readonly id: string })[],
): Promise<void> {
  await tx
    .insertInto('evidence_fact')
    .values(
      corrections.map(({ id, fact, value, personId, actor }) => ({
        province_id: provinceId,
        id,
        evidence_id: evidenceId,
        fact,
        value,
        person_id: personId,
        actor,
      })),
    )
    .execute();
}

export interface CorrectionRecord {
  readonly evidence_id: string;
  readonly fact: FactName;
  readonly value: string | null;
  readonly actor: string;
  readonly recorded_at: string;
}

/** Corrections of these documents, in their order. */
export async function listCorrections(
  tx: Tx,
  evidenceIds: readonly string[],
): Promise<readonly CorrectionRecord[]> {
  const { rows } = await sql<CorrectionRecord>`
    select evidence_id, fact, value, actor, ${isoInstant('recorded_at')} as recorded_at
    from evidence_fact where evidence_id = any(${[...evidenceIds]}::uuid[])
    order by evidence_fact.recorded_at, id`.execute(tx);
  return rows;
}

export interface ReadRecord {
  readonly id: string;
  readonly name: string;
  readonly facts: ReadFacts;
}

/** What was read of the files these documents stand as now. */
export async function listReadFacts(tx: Tx, evidenceIds: readonly string[]): Promise<readonly ReadRecord[]> {
  const { rows } = await sql<ReadRecord>`
    select e.id, e.name, coalesce(r.facts, '{}') as facts
    from evidence e left join file_reading r on r.province_id = e.province_id and r.sha256 = e.sha256
    where e.id = any(${[...evidenceIds]}::uuid[])`.execute(tx);
  return rows;
}

/** An instant as ISO 8601 in UTC. */
export function isoInstant(column: string) {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
