import { sql } from 'kysely';
import type { PlanFilter } from '#contract/plan.ts';
import { fold } from '#domain/kernel/text.ts';
import type { PlanMeta } from '#domain/plan/document/plan-reading.ts';
import { yearOf } from '#domain/plan/document/plan-year.ts';
import type { Tx } from '../db/executor.ts';

export interface NewPlan {
  readonly id: string;
  readonly meta: PlanMeta;
  readonly recordedAt: string;
}

export async function insertPlan(
  tx: Tx,
  provinceId: string,
  { id, meta, recordedAt }: NewPlan,
): Promise<void> {
  await tx
    .insertInto('plan')
    .values({
      province_id: provinceId,
      id,
      ...metaColumns(meta),
      recorded_at: recordedAt,
      withdrawn_at: null,
    })
    .execute();
}

export async function updatePlanMeta(tx: Tx, planId: string, meta: PlanMeta): Promise<void> {
  await tx.updateTable('plan').set(metaColumns(meta)).where('id', '=', planId).execute();
}

function metaColumns(meta: PlanMeta) {
  return {
    number: meta.number,
    issued_on: meta.date,
    issuer: meta.issuer,
    title: meta.title,
    period: meta.period,
    year: yearOf(meta) ?? null,
  };
}

export function listPlans(tx: Tx, planId?: string) {
  return tx
    .selectFrom('plan as p')
    .select(['p.id', 'p.number', 'p.issued_on', 'p.issuer', 'p.title', 'p.period', 'p.year', 'p.revision'])
    .select([
      sql<number>`(select count(*) from task t where t.province_id = p.province_id and t.plan_id = p.id and t.kind = 'area')`.as(
        'areas',
      ),
      sql<number>`(select count(*) from task t where t.province_id = p.province_id and t.plan_id = p.id and t.kind = 'heading')`.as(
        'headings',
      ),
      sql<number>`(select count(*) from task t where t.province_id = p.province_id and t.plan_id = p.id and t.kind = 'task')`.as(
        'tasks',
      ),
      sql<number>`(select count(*) from assignment a where a.province_id = p.province_id and a.plan_id = p.id)`.as(
        'assignments',
      ),
      sql<number>`(select count(*) from finding f where f.province_id = p.province_id and f.plan_id = p.id)`.as(
        'findings',
      ),
    ])
    .where('p.withdrawn_at', 'is', null)
    .$if(planId !== undefined, (query) => query.where('p.id', '=', planId ?? ''))
    .orderBy('p.recorded_at', 'desc')
    .execute();
}

/** The rows of a plan that fit the filter, with the areas and headings above them, in one window. */
export function listRows(tx: Tx, planId: string, filter: PlanFilter) {
  const matching = tx
    .selectFrom('task as t')
    .select('t.id')
    .where('t.plan_id', '=', planId)
    .$if(narrows(filter), (query) => query.where('t.kind', '=', 'task'))
    .$if(filter.search !== undefined && filter.search.trim() !== '', (query) => {
      let found = query;
      for (const word of fold(filter.search ?? '').split(' '))
        found = found.where('t.search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
      return found;
    })
    .$if(filter.agency !== undefined || filter.role !== undefined, (query) =>
      query.where((on) =>
        on.exists(
          on
            .selectFrom('assignment as a')
            .select(sql`1`.as('one'))
            .whereRef('a.task_id', '=', 't.id')
            .whereRef('a.province_id', '=', 't.province_id')
            .$if(filter.agency !== undefined, (part) => part.where('a.agency_id', '=', filter.agency ?? ''))
            .$if(filter.role !== undefined, (part) => part.where('a.role', '=', filter.role ?? '')),
        ),
      ),
    )
    .$if(filter.deadline !== undefined, (query) =>
      query.where(sql`t.deadline->'reading'->>'kind'`, '=', filter.deadline ?? ''),
    )
    .$if(filter.dueFrom !== undefined, (query) => query.where('t.due_on', '>=', filter.dueFrom ?? ''))
    .$if(filter.dueTo !== undefined, (query) => query.where('t.due_on', '<=', filter.dueTo ?? ''))
    .$if(filter.target === 'none', (query) => query.where(sql`jsonb_array_length(t.targets)`, '=', 0))
    .$if(filter.target !== undefined && filter.target !== 'none', (query) =>
      query.where(sql<boolean>`t.targets @> ${JSON.stringify([{ comparator: filter.target }])}::jsonb`),
    )
    .$if(filter.finding !== undefined, (query) =>
      query.where((on) =>
        on.exists(
          on
            .selectFrom('finding as f')
            .select(sql`1`.as('one'))
            .whereRef('f.task_id', '=', 't.id')
            .whereRef('f.province_id', '=', 't.province_id')
            .where('f.code', '=', filter.finding ?? ''),
        ),
      ),
    );
  const inArea = filter.area === undefined ? sql`true` : sql`t.id in (select id from below)`;
  const below = sql`below as (select id from task where id = ${filter.area ?? null}::uuid union all select c.id from task c join below b on c.parent_id = b.id)`;
  const order =
    filter.sort === 'name'
      ? sql`t.name`
      : filter.sort === 'due'
        ? sql`t.due_on`
        : filter.sort === 'assignments'
          ? sql`assignments_all`
          : sql`t.ord`;
  const direction = filter.descending === true ? sql`desc nulls last` : sql`asc nulls last`;
  return sql<RowRecord>`
    with recursive ${below},
    matched as (select t.id, t.parent_id from task t where t.id in (${matching}) and ${inArea}),
    shown as (select id, parent_id from matched union select p.id, p.parent_id from task p join shown s on p.id = s.parent_id)
    select t.*, counts.lead, counts.coordinate, counts.oversee, counts.lead + counts.coordinate + counts.oversee as assignments_all,
           coalesce(codes.list, '{}') as finding_codes, count(*) over () as total
    from task t
    cross join lateral (
      select count(*) filter (where role = 'lead') as lead, count(*) filter (where role = 'coordinate') as coordinate, count(*) filter (where role = 'oversee') as oversee
      from assignment a where a.province_id = t.province_id and a.task_id = t.id) counts
    cross join lateral (select array_agg(distinct code) as list from finding f where f.province_id = t.province_id and f.task_id = t.id) codes
    where t.plan_id = ${planId} and t.id in (select id from shown)
    order by ${order} ${direction}, t.ord
    limit ${filter.limit ?? 200} offset ${filter.offset ?? 0}`.execute(tx);
}

function narrows({
  area: _area,
  sort: _sort,
  descending: _descending,
  offset: _offset,
  limit: _limit,
  ...rest
}: PlanFilter): boolean {
  return Object.values(rest).some((value) => value !== undefined && value !== '');
}

export interface RowRecord {
  readonly id: string;
  readonly parent_id: string | null;
  readonly plan_id: string;
  readonly ord: number;
  readonly depth: number;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly deadline: unknown;
  readonly due_on: string | null;
  readonly leads: unknown;
  readonly coordinators: unknown;
  readonly deliverables: unknown;
  readonly targets: unknown;
  readonly inherited: string[];
  readonly source: unknown;
  readonly lead: number;
  readonly coordinate: number;
  readonly oversee: number;
  readonly finding_codes: string[];
  readonly total: number;
}

/** Areas and headings of a plan, in order. */
export function listHeadings(tx: Tx, planId: string) {
  return tx
    .selectFrom('task')
    .select(['id', 'parent_id', 'kind', 'depth', 'code', 'name'])
    .where('plan_id', '=', planId)
    .where('kind', '<>', 'task')
    .orderBy('ord')
    .execute();
}

export function listFindings(tx: Tx, planId: string, taskId?: string) {
  return tx
    .selectFrom('finding as f')
    .leftJoin('task as t', (join) =>
      join.onRef('t.id', '=', 'f.task_id').onRef('t.province_id', '=', 'f.province_id'),
    )
    .select([
      'f.id',
      'f.code',
      'f.task_id',
      'f.message',
      'f.remedy',
      'f.place',
      't.code as task_code',
      't.name as task_name',
    ])
    .where('f.plan_id', '=', planId)
    .$if(taskId !== undefined, (query) => query.where('f.task_id', '=', taskId ?? ''))
    .orderBy('t.ord')
    .orderBy('f.code')
    .execute();
}
