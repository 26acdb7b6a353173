import type { Agency } from '#domain/agency/agency.ts';
import type { Tx } from '../db/executor.ts';

export async function listAgencies(tx: Tx): Promise<readonly Agency[]> {
  const rows = await tx.selectFrom('agency').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    shortNames: row.short_names,
    level: row.level as Agency['level'],
    kind: row.kind as Agency['kind'],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successors: row.successors,
    verified: row.verified,
    source: row.source,
  }));
}

export async function insertAgencies(tx: Tx, provinceId: string, agencies: readonly Agency[]): Promise<void> {
  await tx
    .insertInto('agency')
    .values(
      agencies.map((agency) => ({
        province_id: provinceId,
        id: agency.id,
        name: agency.name,
        short_names: [...agency.shortNames],
        level: agency.level,
        kind: agency.kind,
        valid_from: agency.validFrom,
        valid_to: agency.validTo,
        successors: [...agency.successors],
        verified: agency.verified,
        source: agency.source,
      })),
    )
    .execute();
}

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
