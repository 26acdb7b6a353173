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
      sql<number>`(select count(*) from assignment a where a.province_id = p.province_id and a.plan_id = p.id and a.continued_by_id is null)`.as(
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

/**
 * The rows of a plan that fit the filter, with the areas and headings above them, in one window. The window is found
 * first, from indexes; only its rows are then looked at whole.
 */
export function listRows(tx: Tx, planId: string, filter: PlanFilter) {
  return sql<RowRecord>`
    with recursive ${isNarrow(filter) ? shownRows(planId, filter) : sql`shown as (select id, ord from task where false)`},
    page as (${isWholeInOrder(filter) ? windowInOrder(planId, filter) : sortedWindow(planId, filter)})
    select t.id, t.parent_id, t.depth, t.kind, t.code, t.name, t.deadline, t.due_on, t.leads, t.coordinators,
           t.deliverables, t.targets, t.inherited, t.notes, counts.lead, counts.coordinate, counts.oversee,
           coalesce(codes.list, '{}') as finding_codes, page.total
    from page
    join task t on t.id = page.id and t.province_id = nullif(current_setting('app.province', true), '')::uuid
    cross join lateral (
      select count(*) filter (where role = 'lead') as lead, count(*) filter (where role = 'coordinate') as coordinate, count(*) filter (where role = 'oversee') as oversee
      from assignment a where a.province_id = t.province_id and a.task_id = t.id and a.continued_by_id is null) counts
    cross join lateral (select array_agg(distinct code) as list from finding f where f.province_id = t.province_id and f.task_id = t.id) codes
    order by page.place`.execute(tx);
}

function isNarrow(filter: PlanFilter): boolean {
  return narrows(filter) || filter.area !== undefined;
}

function isWholeInOrder(filter: PlanFilter): boolean {
  return !isNarrow(filter) && (filter.sort ?? 'order') === 'order' && filter.descending !== true;
}

/** Places are counted without gaps, so that a window of the whole plan is found by them at once. */
function windowInOrder(planId: string, { offset = 0, limit = 200 }: PlanFilter) {
  return sql`
    select id, ord as place, (select count(*) from task where plan_id = ${planId}) as total
    from task where plan_id = ${planId} and ord >= ${offset} and ord < ${offset + limit}`;
}

function sortedWindow(planId: string, filter: PlanFilter) {
  const parts =
    filter.sort === 'assignments'
      ? sql`left join (select task_id, count(*) as parts from assignment where plan_id = ${planId} and continued_by_id is null group by task_id) p on p.task_id = t.id`
      : sql``;
  const sort = filter.sort ?? 'order';
  // What is shown already knows its place; other orders need the row.
  const source = !isNarrow(filter)
    ? sql`(select * from task where plan_id = ${planId}) t`
    : sort === 'order' || sort === 'assignments'
      ? sql`shown t`
      : sql`shown join task t on t.id = shown.id and t.plan_id = ${planId}`;
  const direction = filter.descending === true ? sql`desc nulls last` : sql`asc nulls last`;
  return sql`
    select t.id, row_number() over (order by ${ORDERS[sort]} ${direction}, t.ord) as place, count(*) over () as total
    from ${source} ${parts}
    order by place
    limit ${filter.limit ?? 200} offset ${filter.offset ?? 0}`;
}

const ORDERS = {
  order: sql`t.ord`,
  name: sql`t.name collate vi_order`,
  due: sql`t.due_on`,
  assignments: sql`coalesce(p.parts, 0)`,
} as const;

/** Ids of what fits a filter, and of every row above it. */
function shownRows(planId: string, filter: PlanFilter) {
  const where = [sql`t.plan_id = ${planId}`];
  if (narrows(filter)) where.push(sql`t.kind = 'task'`);
  for (const word of fold(filter.search ?? '').split(' '))
    if (word !== '') where.push(sql`t.search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (filter.agency !== undefined || filter.role !== undefined) {
    const part = [sql`a.plan_id = ${planId}`];
    if (filter.agency !== undefined) part.push(sql`a.agency_id = ${filter.agency}`);
    if (filter.role !== undefined) part.push(sql`a.role = ${filter.role}`);
    where.push(sql`t.id in (select a.task_id from assignment a where ${sql.join(part, sql` and `)})`);
  }
  if (filter.deadline !== undefined) where.push(sql`t.deadline -> 'reading' ->> 'kind' = ${filter.deadline}`);
  if (filter.dueFrom !== undefined) where.push(sql`t.due_on >= ${filter.dueFrom}`);
  if (filter.dueTo !== undefined) where.push(sql`t.due_on <= ${filter.dueTo}`);
  if (filter.target === 'none') where.push(sql`jsonb_array_length(t.targets) = 0`);
  else if (filter.target !== undefined)
    where.push(sql`t.targets @> ${JSON.stringify([{ comparator: filter.target }])}::jsonb`);
  if (filter.finding !== undefined)
    where.push(
      sql`t.id in (select f.task_id from finding f where f.plan_id = ${planId} and f.code = ${filter.finding})`,
    );
  if (filter.area !== undefined) where.push(sql`t.id in (select id from below)`);
  return sql`
    below as (
      select id from task where id = ${filter.area ?? null}::uuid
      union all select c.id from task c join below b on c.parent_id = b.id),
    matched as (select t.id, t.parent_id, t.ord from task t where ${sql.join(where, sql` and `)}),
    shown as (
      select id, parent_id, ord from matched
      union select p.id, p.parent_id, p.ord from task p join shown s on p.id = s.parent_id where p.kind <> 'task')`;
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
  readonly notes: unknown;
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
