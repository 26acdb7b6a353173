import { sql } from 'kysely';
import type { PlanMeta } from '#domain/plan/document/plan-reading.ts';
import type { FieldWords } from '#domain/plan/edit/describe-patch.ts';
import type { PlacedRow } from '#domain/plan/edit/plan-patch.ts';
import type { Tx } from '../db/executor.ts';

export type ChangeKind =
  | 'imported'
  | 'reimported'
  | 'import-undone'
  | 'task-updated'
  | 'task-created'
  | 'task-moved'
  | 'task-removed'
  | 'undone';

/** Half of a change that can be undone: the rows it touched, and the heading of the document where it changed. */
export interface ChangeSide {
  readonly rows: readonly PlacedRow[];
  readonly meta?: PlanMeta;
  /** The import that brought this state. */
  readonly importId?: string;
}

export interface NewChange {
  readonly id: string;
  readonly planId: string;
  readonly kind: ChangeKind;
  readonly actor: string;
  readonly personId: string | null;
  readonly occurredAt: string;
  readonly taskId?: string | undefined;
  readonly taskCode?: string | undefined;
  readonly before?: ChangeSide;
  readonly after?: ChangeSide | { readonly importId: string };
  readonly fields?: readonly FieldWords[];
  readonly undoes?: string;
}

/** Appends to the history of a plan and counts its revision up. */
export async function insertPlanChange(tx: Tx, provinceId: string, change: NewChange): Promise<number> {
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
      task_id: change.taskId ?? null,
      task_code: change.taskCode ?? null,
      before: change.before === undefined ? null : JSON.stringify(change.before),
      after: change.after === undefined ? null : JSON.stringify(change.after),
      fields: JSON.stringify(change.fields ?? []),
      undoes: change.undoes ?? null,
      actor: change.actor,
      person_id: change.personId,
      occurred_at: change.occurredAt,
    })
    .execute();
  return revision;
}

const isUndone = sql<boolean>`exists (select from plan_change u where u.province_id = c.province_id and u.undoes = c.id)`;

/** The newest change that still holds: neither an undoing nor undone. */
export function findLatestChange(tx: Tx, planId: string) {
  return tx
    .selectFrom('plan_change as c')
    .select(['c.id', 'c.kind', 'c.task_id', 'c.task_code', 'c.before', 'c.after', 'c.fields'])
    .where('c.plan_id', '=', planId)
    .where('c.kind', '<>', 'undone')
    .where(sql<boolean>`not ${isUndone}`)
    .orderBy('c.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The history of a plan, or of one task, newest first; the rows themselves are left in the database. */
export function listChanges(
  tx: Tx,
  planId: string,
  { taskId, offset, limit }: { taskId?: string | undefined; offset: number; limit: number },
) {
  return tx
    .selectFrom('plan_change as c')
    .leftJoin('plan_change as u', (join) =>
      join.onRef('u.id', '=', 'c.undoes').onRef('u.province_id', '=', 'c.province_id'),
    )
    .select([
      'c.id',
      'c.revision',
      'c.kind',
      'c.task_id',
      'c.task_code',
      'c.fields',
      'c.actor',
      'c.occurred_at',
    ])
    .select(['u.revision as undoes_revision', isUndone.as('undone')])
    .select(
      sql<boolean>`exists (select from task t where t.province_id = c.province_id and t.id = c.task_id)`.as(
        'task_held',
      ),
    )
    .select(sql<string | null>`c.after ->> 'importId'`.as('import_id'))
    .where('c.plan_id', '=', planId)
    .$if(taskId !== undefined, (query) => query.where('c.task_id', '=', taskId ?? ''))
    .orderBy('c.revision', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
}
