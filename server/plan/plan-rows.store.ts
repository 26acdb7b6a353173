import { sql } from 'kysely';
import { dueOn } from '#domain/plan/deadline/due-on.ts';
import type { PlanRow, TaskField } from '#domain/plan/document/plan-reading.ts';
import type { Tx } from '../db/executor.ts';

/** Rows a statement; below the 65,535 parameters PostgreSQL allows. */
const BATCH = 1_000;

export function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}

/** A plan in force, locked until the transaction ends: changes to one plan come one after another. */
export function lockPlan(tx: Tx, planId: string) {
  return tx
    .selectFrom('plan')
    .select(['id', 'number', 'issued_on', 'issuer', 'title', 'period', 'year', 'revision'])
    .where('id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export type LockedPlan = NonNullable<Awaited<ReturnType<typeof lockPlan>>>;

/** Every row of a plan in order, as the domain works with it; the key of a row is the id of its task. */
export async function listPlanRows(tx: Tx, planId: string): Promise<readonly PlanRow[]> {
  const held = await tx
    .selectFrom('task')
    .select(['id', 'parent_id', 'depth', 'kind', 'code', 'name', 'deadline', 'leads', 'coordinators'])
    .select(['deliverables', 'targets', 'inherited', 'source', 'notes', 'row_key'])
    .where('plan_id', '=', planId)
    .orderBy('ord')
    .execute();
  const codes = new Map(held.map(({ id, code }) => [id, code]));
  // What is stored as JSON was written from these same shapes.
  return held.map((row): PlanRow => {
    const fields = row.source as PlanRow['fields'];
    const notes = row.notes as NonNullable<PlanRow['notes']>;
    return {
      key: row.id,
      ...(row.row_key === null ? {} : { origin: row.row_key }),
      code: row.code,
      parent: row.parent_id === null ? null : (codes.get(row.parent_id) ?? null),
      parentKey: row.parent_id,
      depth: row.depth,
      kind: row.kind as PlanRow['kind'],
      name: row.name,
      deadline: row.deadline as PlanRow['deadline'],
      leads: row.leads as PlanRow['leads'],
      coordinators: row.coordinators as PlanRow['coordinators'],
      deliverables: row.deliverables as string[],
      targets: row.targets as PlanRow['targets'],
      inherited: row.inherited as TaskField[],
      source: firstPlace(fields),
      fields,
      ...(notes.length === 0 ? {} : { notes }),
      doubts: [],
    };
  });
}

function firstPlace(fields: PlanRow['fields']): PlanRow['source'] {
  return (fields.code ?? fields.name ?? Object.values(fields)[0])?.places[0] ?? {};
}

/** Writes tasks new or changed; the place of every row of the plan is that of `order`. */
export async function saveTasks(
  tx: Tx,
  provinceId: string,
  planId: string,
  { rows, order }: { readonly rows: readonly PlanRow[]; readonly order: readonly string[] },
): Promise<void> {
  const places = new Map(order.map((id, at) => [id, at]));
  for (const some of batches(rows))
    await tx
      .insertInto('task')
      .values(
        some.map((row) => ({
          province_id: provinceId,
          id: row.key,
          plan_id: planId,
          parent_id: row.parentKey,
          ord: places.get(row.key) ?? 0,
          depth: row.depth,
          kind: row.kind,
          code: row.code,
          name: row.name,
          deadline: JSON.stringify(row.deadline),
          due_on: dueOn(row.deadline.reading) ?? null,
          leads: JSON.stringify(row.leads),
          coordinators: JSON.stringify(row.coordinators),
          deliverables: JSON.stringify(row.deliverables),
          targets: JSON.stringify(row.targets),
          inherited: [...row.inherited],
          source: JSON.stringify(row.fields),
          notes: JSON.stringify(row.notes ?? []),
          row_key: row.origin ?? null,
        })),
      )
      .onConflict((same) =>
        same
          .columns(['province_id', 'id'])
          .doUpdateSet(
            Object.fromEntries(
              [
                ...[
                  'parent_id',
                  'depth',
                  'kind',
                  'code',
                  'name',
                  'deadline',
                  'due_on',
                  'leads',
                  'coordinators',
                ],
                ...['deliverables', 'targets', 'inherited', 'source', 'notes', 'row_key'],
              ].map((column) => [column, sql.ref(`excluded.${column}`)]),
            ),
          ),
      )
      .execute();
  await sql`
    update task set ord = place.at - 1
    from unnest(${[...order]}::uuid[]) with ordinality as place (id, at)
    where task.plan_id = ${planId} and task.id = place.id and task.ord <> place.at - 1`.execute(tx);
}

export async function removeTasks(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from task where id = any(${[...ids]}::uuid[])`.execute(tx);
}

export interface NewPart {
  readonly taskId: string;
  readonly agencyId: string;
  readonly role: string;
  readonly basis: string;
}

/** The parts of these tasks become just the given ones; a part that stays keeps its identity. */
export async function saveAssignments(
  tx: Tx,
  { provinceId, newId }: { readonly provinceId: string; readonly newId: () => string },
  planId: string,
  { taskIds, parts }: { readonly taskIds: readonly string[]; readonly parts: readonly NewPart[] },
): Promise<void> {
  await sql`
    delete from assignment a
    where a.task_id = any(${[...taskIds]}::uuid[])
      and not exists (
        select from unnest(
          ${parts.map(({ taskId }) => taskId)}::uuid[],
          ${parts.map(({ agencyId }) => agencyId)}::text[],
          ${parts.map(({ role }) => role)}::text[]) as kept (task_id, agency_id, role)
        where kept.task_id = a.task_id and kept.agency_id = a.agency_id and kept.role = a.role)`.execute(tx);
  for (const some of batches(parts))
    await tx
      .insertInto('assignment')
      .values(
        some.map(({ taskId, agencyId, role, basis }) => ({
          province_id: provinceId,
          id: newId(),
          plan_id: planId,
          task_id: taskId,
          agency_id: agencyId,
          role,
          basis,
        })),
      )
      .onConflict((same) =>
        same
          .columns(['province_id', 'task_id', 'agency_id', 'role'])
          .doUpdateSet({ basis: sql.ref('excluded.basis') }),
      )
      .execute();
}

export interface NewFinding {
  readonly taskId: string | null;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly place: unknown;
}

/** The findings of these tasks, and all of these codes wherever they stand, become just the given ones. */
export async function saveFindings(
  tx: Tx,
  { provinceId, newId }: { readonly provinceId: string; readonly newId: () => string },
  planId: string,
  replaced: { readonly taskIds: readonly string[]; readonly codes: readonly string[] },
  findings: readonly NewFinding[],
): Promise<void> {
  await sql`
    delete from finding
    where plan_id = ${planId} and (task_id = any(${[...replaced.taskIds]}::uuid[]) or code = any(${[...replaced.codes]}::text[]))`.execute(
    tx,
  );
  for (const some of batches(findings))
    await tx
      .insertInto('finding')
      .values(
        some.map(({ taskId, code, message, remedy, place }) => ({
          province_id: provinceId,
          id: newId(),
          plan_id: planId,
          task_id: taskId,
          code,
          message,
          remedy,
          place: JSON.stringify(place),
        })),
      )
      .execute();
}
