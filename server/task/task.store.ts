import { sql } from 'kysely';
import type { Tx } from '../db/executor.ts';

export function findTaskPlan(tx: Tx, taskId: string) {
  return tx
    .selectFrom('task as t')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.id', '=', 't.plan_id').onRef('p.province_id', '=', 't.province_id'),
    )
    .select(['t.plan_id', 't.ord', 't.source', 'p.title', 'p.year', 'p.revision'])
    .where('t.id', '=', taskId)
    .executeTakeFirst();
}

/** One row of a plan with its counts, as lists show it. */
export function getRow(tx: Tx, taskId: string) {
  return sql<import('../plan/plan.store.ts').RowRecord>`
    select t.*,
           (select count(*) from assignment a where a.province_id = t.province_id and a.task_id = t.id and a.role = 'lead' and a.continued_by_id is null) as lead,
           (select count(*) from assignment a where a.province_id = t.province_id and a.task_id = t.id and a.role = 'coordinate' and a.continued_by_id is null) as coordinate,
           (select count(*) from assignment a where a.province_id = t.province_id and a.task_id = t.id and a.role = 'oversee' and a.continued_by_id is null) as oversee,
           coalesce((select array_agg(distinct code) from finding f where f.province_id = t.province_id and f.task_id = t.id), '{}') as finding_codes, 1 as total
    from task t where t.id = ${taskId}`.execute(tx);
}

export function listAncestors(tx: Tx, taskId: string) {
  return sql<{ id: string; code: string; name: string }>`
    with recursive up as (
      select id, parent_id, code, name, ord from task where id = (select parent_id from task where id = ${taskId})
      union all select t.id, t.parent_id, t.code, t.name, t.ord from task t join up on t.id = up.parent_id)
    select id, code, name from up order by ord`.execute(tx);
}

export function listChildren(tx: Tx, taskId: string) {
  return tx
    .selectFrom('task')
    .select(['id', 'code', 'name', 'kind'])
    .where('parent_id', '=', taskId)
    .orderBy('ord')
    .execute();
}

/** The tasks before and after in the order of the document. */
export async function findNeighbours(
  tx: Tx,
  planId: string,
  ord: number,
): Promise<{ previousId: string | null; nextId: string | null }> {
  const tasks = () =>
    tx.selectFrom('task').select('id').where('plan_id', '=', planId).where('kind', '=', 'task').limit(1);
  const previous = await tasks().where('ord', '<', ord).orderBy('ord', 'desc').executeTakeFirst();
  const next = await tasks().where('ord', '>', ord).orderBy('ord').executeTakeFirst();
  return { previousId: previous?.id ?? null, nextId: next?.id ?? null };
}

export function listAssignments(tx: Tx, taskId: string) {
  return tx
    .selectFrom('assignment as a')
    .innerJoin('agency as g', (join) =>
      join.onRef('g.id', '=', 'a.agency_id').onRef('g.province_id', '=', 'a.province_id'),
    )
    .leftJoin('person as h', (join) =>
      join.onRef('h.id', '=', 'a.holder_id').onRef('h.province_id', '=', 'a.province_id'),
    )
    .leftJoin('assignment as n', (join) =>
      join.onRef('n.id', '=', 'a.continued_by_id').onRef('n.province_id', '=', 'a.province_id'),
    )
    .select(['a.id', 'a.agency_id', 'a.role', 'a.basis', 'g.name', 'g.level', 'g.valid_to', 'g.successors'])
    .select(['a.holder_id', 'h.name as holder_name'])
    .select(['a.valid_from as part_from', 'a.valid_to as part_to', 'n.agency_id as to_agency_id'])
    .where('a.task_id', '=', taskId)
    .orderBy('a.role')
    .orderBy('g.name')
    .execute();
}

/** One part with the task it is of, locked until it is given to somebody. */
export function lockAssignment(tx: Tx, assignmentId: string) {
  return tx
    .selectFrom('assignment as a')
    .innerJoin('task as t', (join) =>
      join.onRef('t.id', '=', 'a.task_id').onRef('t.province_id', '=', 'a.province_id'),
    )
    .innerJoin('agency as g', (join) =>
      join.onRef('g.id', '=', 'a.agency_id').onRef('g.province_id', '=', 'a.province_id'),
    )
    .select(['a.id', 'a.agency_id', 'a.holder_id', 't.code', 't.name', 'g.name as agency_name'])
    .where('a.id', '=', assignmentId)
    .forUpdate('a')
    .executeTakeFirst();
}

export async function updateHolder(tx: Tx, assignmentId: string, personId: string | null): Promise<void> {
  await tx.updateTable('assignment').set({ holder_id: personId }).where('id', '=', assignmentId).execute();
}
