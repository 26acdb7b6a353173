import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import type { Tx } from '../db/executor.ts';

export interface NewSourceFile {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly recordedAt: string;
}

export function findSourceFile(tx: Tx, sha256: string) {
  return tx.selectFrom('source_file').select(['id', 'name']).where('sha256', '=', sha256).executeTakeFirst();
}

export async function insertSourceFile(tx: Tx, provinceId: string, file: NewSourceFile): Promise<void> {
  await tx
    .insertInto('source_file')
    .values({
      province_id: provinceId,
      id: file.id,
      sha256: file.sha256,
      name: file.name,
      kind: file.kind,
      bytes: Buffer.from(file.bytes),
      recorded_at: file.recordedAt,
    })
    .execute();
}

/** The latest import of these very bytes that was not undone. */
export function findImportOfFile(tx: Tx, sourceFileId: string) {
  return tx
    .selectFrom('plan_import')
    .select(['id', 'state', 'plan_id'])
    .where('source_file_id', '=', sourceFileId)
    .where('state', '<>', 'undone')
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
}

export async function insertImport(
  tx: Tx,
  provinceId: string,
  row: {
    id: string;
    sourceFileId: string;
    reading: PlanReading;
    replacesPlanId: string | null;
    recordedAt: string;
  },
): Promise<void> {
  await tx
    .insertInto('plan_import')
    .values({
      province_id: provinceId,
      id: row.id,
      source_file_id: row.sourceFileId,
      replaces_plan_id: row.replacesPlanId,
      state: 'draft',
      reading: JSON.stringify(row.reading),
      recorded_at: row.recordedAt,
    })
    .execute();
}

export function findImport(tx: Tx, importId: string, options: { readonly lock?: boolean } = {}) {
  return tx
    .selectFrom('plan_import as i')
    .innerJoin('source_file as f', (join) =>
      join.onRef('f.id', '=', 'i.source_file_id').onRef('f.province_id', '=', 'i.province_id'),
    )
    .select([
      'i.id',
      'i.state',
      'i.plan_id',
      'i.replaces_plan_id',
      'i.reading',
      'i.recorded_at',
      'f.name',
      'f.kind',
      'f.sha256',
      'f.bytes',
    ])
    .where('i.id', '=', importId)
    .$if(options.lock === true, (query) => query.forUpdate('i'))
    .executeTakeFirst();
}

export function listImports(tx: Tx) {
  return tx
    .selectFrom('plan_import as i')
    .innerJoin('source_file as f', (join) =>
      join.onRef('f.id', '=', 'i.source_file_id').onRef('f.province_id', '=', 'i.province_id'),
    )
    .select(['i.id', 'i.state', 'i.plan_id', 'i.reading', 'i.recorded_at', 'f.name'])
    .orderBy('i.recorded_at', 'desc')
    .limit(100)
    .execute();
}

/** A plan of the same number and issuer that is in force: what a new version of the document replaces. */
export function findPlanOfNumber(tx: Tx, number: string, issuer: string | null) {
  return tx
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('number', '=', number)
    .where('issuer', 'is not distinct from', issuer)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

export async function updateImportState(
  tx: Tx,
  importId: string,
  change: { state: 'confirmed' | 'undone'; planId: string | null; at: string },
): Promise<void> {
  await tx
    .updateTable('plan_import')
    .set({
      state: change.state,
      plan_id: change.planId,
      ...(change.state === 'confirmed' ? { confirmed_at: change.at } : { undone_at: change.at }),
    })
    .where('id', '=', importId)
    .execute();
}

export async function updatePlanWithdrawn(tx: Tx, planId: string, withdrawnAt: string | null): Promise<void> {
  await tx.updateTable('plan').set({ withdrawn_at: withdrawnAt }).where('id', '=', planId).execute();
}

export async function insertPlanChange(
  tx: Tx,
  provinceId: string,
  change: { id: string; planId: string; kind: string; actor: string; occurredAt: string; after?: unknown },
): Promise<void> {
  const { revision } = await tx
    .updateTable('plan')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('id', '=', change.planId)
    .returning('revision')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('plan_change')
    .values({
      province_id: provinceId,
      id: change.id,
      plan_id: change.planId,
      revision,
      kind: change.kind,
      actor: change.actor,
      occurred_at: change.occurredAt,
      after: change.after === undefined ? null : JSON.stringify(change.after),
    })
    .execute();
}
