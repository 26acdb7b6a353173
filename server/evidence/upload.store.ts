import { sql } from 'kysely';
import type { Tx } from '../db/executor.ts';

export interface UploadRecord {
  readonly id: string;
  readonly agency_id: string;
  readonly due_item_id: string;
  readonly evidence_id: string | null;
  readonly name: string;
  readonly size: number;
  readonly received: number;
  readonly parts: number;
  readonly finished_evidence_id: string | null;
  readonly finished_version: number | null;
}

/** One upload of the person who asks, locked until its part is kept; undefined where there is none. */
export async function lockUpload(tx: Tx, uploadId: string): Promise<UploadRecord | undefined> {
  const { rows } = await sql<UploadRecord>`
    select id, agency_id, due_item_id, evidence_id, name, size, received, parts, finished_evidence_id, finished_version
    from evidence_upload where id = ${uploadId}::uuid for update`.execute(tx);
  return rows[0];
}

export async function insertUpload(
  tx: Tx,
  provinceId: string,
  upload: {
    readonly id: string;
    readonly personId: string | null;
    readonly agencyId: string;
    readonly dueItemId: string;
    readonly evidenceId: string | null;
    readonly name: string;
    readonly size: number;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('evidence_upload')
    .values({
      province_id: provinceId,
      id: upload.id,
      person_id: upload.personId,
      agency_id: upload.agencyId,
      due_item_id: upload.dueItemId,
      evidence_id: upload.evidenceId,
      name: upload.name,
      size: upload.size,
      recorded_at: upload.at,
      touched_at: upload.at,
    })
    .execute();
}

export async function addPart(
  tx: Tx,
  uploadId: string,
  { length, at }: { readonly length: number; readonly at: string },
): Promise<void> {
  await sql`
    update evidence_upload set received = received + ${length}, parts = parts + 1, touched_at = ${at}::timestamptz
    where id = ${uploadId}::uuid`.execute(tx);
}

export async function finishUploadRecord(
  tx: Tx,
  uploadId: string,
  { evidenceId, version }: { readonly evidenceId: string; readonly version: number },
): Promise<void> {
  await tx
    .updateTable('evidence_upload')
    .set({ finished_evidence_id: evidenceId, finished_version: version })
    .where('id', '=', uploadId)
    .execute();
}

export async function removeUpload(tx: Tx, uploadId: string): Promise<void> {
  await tx.deleteFrom('evidence_upload').where('id', '=', uploadId).execute();
}

/** Uploads nobody went on with since, locked against those who might. */
export async function listAbandoned(tx: Tx, before: string): Promise<readonly UploadRecord[]> {
  const { rows } = await sql<UploadRecord>`
    select id, agency_id, due_item_id, evidence_id, name, size, received, parts, finished_evidence_id, finished_version
    from evidence_upload where touched_at < ${before}::timestamptz order by touched_at limit 100
    for update skip locked`.execute(tx);
  return rows;
}
