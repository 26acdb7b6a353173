import { sql } from 'kysely';
import type { Tx } from '../db/executor.ts';

/** What an agency has to do, in the order of the plans. */
export function listWork(tx: Tx, agencyId: string, planId: string | undefined) {
  return tx
    .selectFrom('assignment as a')
    .innerJoin('task as t', (join) =>
      join.onRef('t.id', '=', 'a.task_id').onRef('t.province_id', '=', 'a.province_id'),
    )
    .innerJoin('plan as p', (join) =>
      join.onRef('p.id', '=', 'a.plan_id').onRef('p.province_id', '=', 'a.province_id'),
    )
    .select([
      'a.plan_id',
      'p.title',
      'a.task_id',
      't.code',
      't.name',
      'a.role',
      't.deadline',
      't.due_on',
      'a.basis',
      'a.valid_from',
      'a.valid_to',
      sql<
        string | null
      >`(select n.agency_id from assignment n where n.province_id = a.province_id and n.id = a.continued_by_id)`.as(
        'to_agency_id',
      ),
      sql<
        string[]
      >`array(select b.agency_id from assignment b where b.province_id = a.province_id and b.continued_by_id = a.id order by b.agency_id)`.as(
        'from_agency_ids',
      ),
    ])
    .where('a.agency_id', '=', agencyId)
    .where('p.withdrawn_at', 'is', null)
    .$if(planId !== undefined, (query) => query.where('a.plan_id', '=', planId ?? ''))
    .orderBy('p.recorded_at', 'desc')
    .orderBy('t.ord')
    .execute();
}

export function countParts(tx: Tx, planId: string) {
  return tx
    .selectFrom('assignment')
    .select(['agency_id', 'role'])
    .select((of) => of.fn.countAll<number>().as('parts'))
    .where('plan_id', '=', planId)
    .groupBy(['agency_id', 'role'])
    .execute();
}
