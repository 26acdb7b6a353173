import type { PlanMeta, PlanReading } from '#domain/plan/document/plan-reading.ts';
import type { Correction } from '#domain/plan/edit/apply-corrections.ts';
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

/**
 * The import of these very bytes that still stands: a draft, or the one its plan holds now. A file whose plan has
 * since been imported from another one is no longer what is held.
 */
export function findImportOfFile(tx: Tx, sourceFileId: string) {
  return tx
    .selectFrom('plan_import as i')
    .select(['i.id', 'i.state', 'i.plan_id'])
    .where('i.source_file_id', '=', sourceFileId)
    .where((on) =>
      on.or([
        on('i.state', '=', 'draft'),
        on.and([
          on('i.state', '=', 'confirmed'),
          on.not(
            on.exists(
              on
                .selectFrom('plan_import as later')
                .select('later.id')
                .whereRef('later.plan_id', '=', 'i.plan_id')
                .where('later.state', '=', 'confirmed')
                .whereRef('later.confirmed_at', '>', 'i.confirmed_at'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('i.recorded_at', 'desc')
    .executeTakeFirst();
}

/** The import a plan stands on: the latest one confirmed. */
export function findBaseImport(tx: Tx, planId: string) {
  return tx
    .selectFrom('plan_import as i')
    .innerJoin('source_file as f', (join) =>
      join.onRef('f.id', '=', 'i.source_file_id').onRef('f.province_id', '=', 'i.province_id'),
    )
    .select(['i.id', 'i.reading', 'f.name'])
    .where('i.plan_id', '=', planId)
    .where('i.state', '=', 'confirmed')
    .orderBy('i.confirmed_at', 'desc')
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
    /** Null where the system did it. */
    authorId: string | null;
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
      author_id: row.authorId,
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
      'i.corrections',
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

/**
 * The plan in force a new version of the document replaces: of the same number and issuer; where a document has no
 * number, of the same title and period.
 */
export function findPlanOfDocument(tx: Tx, meta: PlanMeta) {
  const plans = tx.selectFrom('plan').select(['id', 'title']).where('withdrawn_at', 'is', null);
  return (
    meta.number === null
      ? plans.where('number', 'is', null).where('title', '=', meta.title)
      : plans.where('number', '=', meta.number).where('issuer', 'is not distinct from', meta.issuer)
  )
    .where('period', 'is not distinct from', meta.period)
    .executeTakeFirst();
}

export async function updateCorrections(
  tx: Tx,
  importId: string,
  corrections: readonly Correction[],
): Promise<void> {
  await tx
    .updateTable('plan_import')
    .set({ corrections: JSON.stringify(corrections) })
    .where('id', '=', importId)
    .execute();
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
