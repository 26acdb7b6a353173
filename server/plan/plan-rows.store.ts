import { sql } from 'kysely';
import { dueOn } from '#domain/plan/deadline/due-on.ts';
import type { PlanRow, TaskField } from '#domain/plan/document/plan-reading.ts';
import type { Tx } from '../db/executor.ts';

/** Rows a statement: their JSON stays a few megabytes. */
const BATCH = 1_000;

const TASK_COLUMNS = sql.raw(
  'id, parent_id, ord, depth, kind, code, name, deadline, due_on, leads, coordinators, deliverables, targets, inherited, source, notes, row_key',
);

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
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
  for (const some of batches(rows)) {
    const records = some.map((row) => ({
      id: row.key,
      parent_id: row.parentKey,
      ord: places.get(row.key) ?? 0,
      depth: row.depth,
      kind: row.kind,
      code: row.code,
      name: row.name,
      deadline: row.deadline,
      due_on: dueOn(row.deadline.reading) ?? null,
      leads: row.leads,
      coordinators: row.coordinators,
      deliverables: row.deliverables,
      targets: row.targets,
      inherited: row.inherited,
      source: row.fields,
      notes: row.notes ?? [],
      row_key: row.origin ?? null,
    }));
    // One value for all rows: a statement with a parameter for each cell is planned longer than it runs.
    await sql`
      insert into task (province_id, plan_id, ${TASK_COLUMNS})
      select ${provinceId}::uuid, ${planId}::uuid, ${TASK_COLUMNS}
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (
        id uuid, parent_id uuid, ord int, depth int, kind text, code text, name text, deadline jsonb, due_on date,
        leads jsonb, coordinators jsonb, deliverables jsonb, targets jsonb, inherited text[], source jsonb, notes jsonb,
        row_key text)
      on conflict (province_id, id) do update set
        parent_id = excluded.parent_id, depth = excluded.depth, kind = excluded.kind, code = excluded.code,
        name = excluded.name, deadline = excluded.deadline, due_on = excluded.due_on, leads = excluded.leads,
        coordinators = excluded.coordinators, deliverables = excluded.deliverables, targets = excluded.targets,
        inherited = excluded.inherited, source = excluded.source, notes = excluded.notes, row_key = excluded.row_key`.execute(
      tx,
    );
  }
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
  const given = sql`unnest(
    ${parts.map(({ taskId }) => taskId)}::uuid[],
    ${parts.map(({ agencyId }) => agencyId)}::text[],
    ${parts.map(({ role }) => role)}::text[],
    ${parts.map(({ basis }) => basis)}::text[],
    ${parts.map(() => newId())}::uuid[]) as given (task_id, agency_id, role, basis, id)`;
  // A part that goes on with the work of an ended agency stands and falls with the one it continues: it is looked at
  // again when that one is gone.
  let removed = 1n;
  while (removed > 0n) {
    const { numAffectedRows } = await sql`
      delete from assignment a
      where a.task_id = any(${[...taskIds]}::uuid[])
        and not exists (select from assignment b where b.province_id = a.province_id and b.continued_by_id = a.id)
        and not exists (
          select from ${given}
          where given.task_id = a.task_id and given.agency_id = a.agency_id and given.role = a.role)`.execute(
      tx,
    );
    removed = numAffectedRows ?? 0n;
  }
  await sql`
    insert into assignment (province_id, id, plan_id, task_id, agency_id, role, basis)
    select ${provinceId}::uuid, id, ${planId}::uuid, task_id, agency_id, role, basis from ${given}
    on conflict (province_id, task_id, agency_id, role) do update set basis = excluded.basis
    where assignment.basis <> excluded.basis`.execute(tx);
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
  await sql`
    insert into finding (province_id, id, plan_id, task_id, code, message, remedy, place)
    select ${provinceId}::uuid, id, ${planId}::uuid, task_id, code, message, remedy, place::jsonb
    from unnest(
      ${findings.map(() => newId())}::uuid[],
      ${findings.map(({ taskId }) => taskId)}::uuid[],
      ${findings.map(({ code }) => code)}::text[],
      ${findings.map(({ message }) => message)}::text[],
      ${findings.map(({ remedy }) => remedy)}::text[],
      ${findings.map(({ place }) => JSON.stringify(place))}::text[]) as given (id, task_id, code, message, remedy, place)`.execute(
    tx,
  );
}
