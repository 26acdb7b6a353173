import { sql } from 'kysely';
import type { ScheduleItem } from '#domain/plan/schedule/schedule-item.ts';
import type { Tx } from '../../db/executor.ts';

export function findScheduledPlan(tx: Tx, planId: string) {
  return tx
    .selectFrom('plan')
    .select(['id', 'title', 'number', 'year', 'issued_on', 'withdrawn_at'])
    .where('id', '=', planId)
    .executeTakeFirst();
}

/** Tasks of a plan, and those it had once and something fell due of. */
export async function listTaskIds(tx: Tx, planId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from task where plan_id = ${planId}::uuid and kind = 'task'
    union select task_id from schedule_item where plan_id = ${planId}::uuid`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function listScheduledTasks(tx: Tx, planId: string, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    code: string;
    name: string;
    deadline: unknown;
    deliverables: unknown;
  }>`
    select id, code, name, deadline, deliverables from task
    where plan_id = ${planId}::uuid and id = any(${[...ids]}::uuid[]) and kind = 'task' order by ord`.execute(
    tx,
  );
  return rows;
}

export interface HeldItem {
  readonly id: string;
  readonly task_id: string;
  readonly kind: string;
  readonly label: string;
  readonly starts_on: string | null;
  readonly due_on: string | null;
  readonly derivation: unknown;
  readonly origin: string;
  readonly recorded_at: Date;
  readonly retired_at: Date | null;
  /** Who gave the day; null where the document did, or where the reader may not see its people. */
  readonly author: string | null;
  /** Whether its owner took it away, so that it does not come back with the task. */
  readonly removed: boolean;
}

/** Everything that fell due of these tasks, retired or not. */
export async function listHeldItems(tx: Tx, taskIds: readonly string[]): Promise<readonly HeldItem[]> {
  const { rows } = await sql<HeldItem>`
    select s.id, s.task_id, s.kind, s.label, s.starts_on, s.due_on, s.derivation, s.origin, s.recorded_at, s.retired_at,
           p.name as author, coalesce((s.derivation ->> 'removed')::boolean, false) as removed
    from schedule_item s left join person p on p.province_id = s.province_id and p.id = s.author_id
    where s.task_id = any(${[...taskIds]}::uuid[])
    order by s.due_on nulls last, s.id`.execute(tx);
  return rows;
}

export interface WrittenItem {
  readonly id: string;
  readonly taskId: string;
  readonly item: ScheduleItem;
  readonly origin: string;
}

interface Common {
  readonly provinceId: string;
  readonly planId: string;
  readonly at: string;
  /** Who gave the days; left out, the document did. */
  readonly authorId?: string | null;
}

export async function insertScheduleItems(
  tx: Tx,
  { provinceId, planId, at, authorId = null }: Common,
  items: readonly WrittenItem[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    insert into schedule_item (province_id, id, plan_id, task_id, kind, label, starts_on, due_on, derivation, origin, author_id, recorded_at)
    select ${provinceId}::uuid, id, ${planId}::uuid, task_id, kind, label, starts_on, due_on, derivation, origin, ${authorId}::uuid, ${at}::timestamptz
    from ${given(items)}`.execute(tx);
}

/** Writes what these items say now; retired ones are in force again. */
export async function updateScheduleItems(
  tx: Tx,
  items: readonly WrittenItem[],
  by: { readonly authorId: string | null; readonly at: string } | undefined = undefined,
): Promise<void> {
  if (items.length === 0) return;
  const [authorId, recordedAt] =
    by === undefined
      ? [sql`s.author_id`, sql`s.recorded_at`]
      : [sql`${by.authorId}::uuid`, sql`${by.at}::timestamptz`];
  await sql`
    update schedule_item s
    set starts_on = given.starts_on, due_on = given.due_on, derivation = given.derivation, origin = given.origin,
        author_id = ${authorId}, recorded_at = ${recordedAt}, retired_at = null
    from ${given(items)}
    where s.id = given.id
      and (s.starts_on, s.due_on, s.derivation, s.origin, s.retired_at)
          is distinct from (given.starts_on, given.due_on, given.derivation, given.origin, null::timestamptz)`.execute(
    tx,
  );
}

export async function retireScheduleItems(tx: Tx, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update schedule_item set retired_at = ${at}::timestamptz
    where id = any(${[...ids]}::uuid[]) and retired_at is null`.execute(tx);
}

/** Retires items for good, with why: they do not come back when their task does, and are not proposed anew. */
export async function removeScheduleItems(
  tx: Tx,
  { at, authorId }: { readonly at: string; readonly authorId: string | null },
  removed: readonly { readonly id: string; readonly reason: string | null }[],
): Promise<void> {
  if (removed.length === 0) return;
  await sql`
    update schedule_item s
    set retired_at = ${at}::timestamptz, recorded_at = ${at}::timestamptz, author_id = ${authorId}::uuid,
        derivation = s.derivation || jsonb_build_object('removed', true, 'removedBecause', given.reason)
    from unnest(
      ${removed.map(({ id }) => id)}::uuid[],
      ${removed.map(({ reason }) => reason)}::text[]) as given (id, reason)
    where s.id = given.id`.execute(tx);
}

/** The top row of the outline each task of a plan stands in. */
export async function listAreasOfTasks(tx: Tx, planId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; area_id: string }>`
    with recursive down as (
      select id, id as area_id from task where plan_id = ${planId}::uuid and parent_id is null
      union all select t.id, down.area_id from down join task t on t.parent_id = down.id)
    select id, area_id from down where id <> area_id`.execute(tx);
  return new Map(rows.map(({ id, area_id }) => [id, area_id]));
}

export function findScheduleItem(tx: Tx, id: string) {
  return tx
    .selectFrom('schedule_item')
    .select(['id', 'plan_id', 'task_id'])
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
}

export async function countFinished(tx: Tx, scheduleItemId: string): Promise<number> {
  const { rows } = await sql<{ finished: number }>`
    select count(*)::int as finished from due_item
    where schedule_item_id = ${scheduleItemId}::uuid and state in ('accepted', 'closed', 'not-applicable') and retired_at is null`.execute(
    tx,
  );
  return rows[0]?.finished ?? 0;
}

function given(items: readonly WrittenItem[]) {
  return sql`unnest(
    ${items.map(({ id }) => id)}::uuid[],
    ${items.map(({ taskId }) => taskId)}::uuid[],
    ${items.map(({ item }) => item.kind)}::text[],
    ${items.map(({ item }) => item.label)}::text[],
    ${items.map(({ item }) => item.startsOn)}::date[],
    ${items.map(({ item }) => item.dueOn)}::date[],
    ${items.map(({ item }) => JSON.stringify(item.derivation))}::text[]::jsonb[],
    ${items.map(({ origin }) => origin)}::text[]) as given (id, task_id, kind, label, starts_on, due_on, derivation, origin)`;
}

export async function findPlanOfTask(tx: Tx, taskId: string): Promise<string | undefined> {
  const held = await tx
    .selectFrom('task')
    .select('plan_id')
    .where('id', '=', taskId)
    .where('kind', '=', 'task')
    .executeTakeFirst();
  return held?.plan_id;
}
