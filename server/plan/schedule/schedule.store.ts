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
  readonly retired_at: unknown;
  /** Whether its owner took it away, so that it does not come back with the task. */
  readonly removed: boolean;
}

/** Everything that fell due of these tasks, retired or not. */
export async function listHeldItems(tx: Tx, taskIds: readonly string[]): Promise<readonly HeldItem[]> {
  const { rows } = await sql<HeldItem>`
    select id, task_id, kind, label, starts_on, due_on, derivation, origin, retired_at,
           coalesce((derivation ->> 'removed')::boolean, false) as removed
    from schedule_item where task_id = any(${[...taskIds]}::uuid[])
    order by due_on nulls last, id`.execute(tx);
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
  author: { readonly authorId: string | null } | undefined = undefined,
): Promise<void> {
  if (items.length === 0) return;
  const authorId = author === undefined ? sql`s.author_id` : sql`${author.authorId}::uuid`;
  await sql`
    update schedule_item s
    set starts_on = given.starts_on, due_on = given.due_on, derivation = given.derivation, origin = given.origin,
        author_id = ${authorId}, retired_at = null
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

/** Retires an item for good: it does not come back when its task does. */
export async function removeScheduleItem(tx: Tx, id: string, at: string): Promise<void> {
  await sql`
    update schedule_item set retired_at = ${at}::timestamptz, derivation = derivation || '{"removed": true}'::jsonb
    where id = ${id}::uuid`.execute(tx);
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
