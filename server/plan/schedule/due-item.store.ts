import { sql } from 'kysely';
import type { Tx } from '../../db/executor.ts';
import { actorName, type Deps, todayOf } from '../../deps.ts';

export interface DueMove {
  readonly scheduleItemId: string;
  readonly from: string | null;
  readonly to: string | null;
}

const FINISHED = sql`('accepted', 'closed', 'not-applicable')`;

/**
 * Moves the days of unfinished due items with those of their schedule items, by an act of the system on each. An
 * agency that was given more time keeps its own day.
 */
export async function moveDueItems(
  tx: Tx,
  deps: Deps,
  moves: readonly DueMove[],
  why: string,
): Promise<number> {
  if (moves.length === 0) return 0;
  const moving = sql`unnest(
    ${moves.map(({ scheduleItemId }) => scheduleItemId)}::uuid[],
    ${moves.map(({ from }) => from)}::date[],
    ${moves.map(({ to }) => to)}::date[]) as moving (schedule_item_id, was, becomes)`;
  const { rows } = await sql<{ id: string }>`
    select d.id from due_item d join ${moving} on d.schedule_item_id = moving.schedule_item_id
    where d.due_on is not distinct from moving.was and d.state not in ${FINISHED}
    order by d.id for update of d`.execute(tx);
  if (rows.length === 0) return 0;
  const at = deps.now().toString();
  await sql`
    with moved as (
      update due_item d
      set due_on = moving.becomes, seq = d.seq + 1, last_act_at = ${at}::timestamptz
      from ${moving}, unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(() => deps.newId())}::uuid[]) as act (due_item_id, id)
      where d.id = act.due_item_id and d.schedule_item_id = moving.schedule_item_id
      returning d.id as due_item_id, d.seq, act.id, moving.was, moving.becomes)
    insert into work_act (province_id, id, due_item_id, seq, kind, body, actor, occurred_on, occurred_at)
    select ${deps.provinceId}::uuid, id, due_item_id, seq, 'move-due',
           jsonb_build_object('kind', 'move-due', 'from', was, 'to', becomes, 'text', ${why}::text),
           ${actorName(deps)}, ${todayOf(deps)}::date, ${at}::timestamptz
    from moved`.execute(tx);
  return rows.length;
}

/**
 * Due items of these tasks become just those asked: of each lead all its task asks; of each coordinator the whole
 * task, or every period where no whole is asked. Whoever goes on with an ended agency's part gets what that one left
 * open, and what falls due from its first day on.
 */
export async function syncDueItems(
  tx: Tx,
  deps: Deps,
  { planId, taskIds }: { readonly planId: string; readonly taskIds: readonly string[] },
): Promise<void> {
  const ids = [...taskIds];
  const at = deps.now().toString();
  await rejoinDueItems(tx, ids);
  const asked = sql`
    item as materialized (
      select s.province_id, s.id, s.task_id, s.kind, s.label, s.starts_on, s.due_on,
             bool_or(s.kind = 'whole') over (partition by s.task_id) as with_whole
      from schedule_item s where s.plan_id = ${planId}::uuid and s.task_id = any(${ids}::uuid[]) and s.retired_at is null),
    asked as materialized (
      select a.id as assignment_id, item.id as schedule_item_id, a.task_id, a.agency_id, a.role,
             item.kind, item.label, item.starts_on, item.due_on
      from item join assignment a on a.province_id = item.province_id and a.task_id = item.task_id
      where a.role in ('lead', 'coordinate')
        and (a.role = 'lead' or item.kind = case when item.with_whole then 'whole' else 'period' end)
        and case
          -- an ended agency keeps what it finished
          when a.valid_to is not null then exists (
            select from due_item d
            where d.province_id = a.province_id and d.assignment_id = a.id and d.schedule_item_id = item.id and d.state in ${FINISHED})
          when a.valid_from is null then true
          else coalesce((
            select bool_or(d.state not in ${FINISHED})
            from assignment p
            join due_item d on d.province_id = p.province_id and d.assignment_id = p.id and d.schedule_item_id = item.id
            where p.province_id = a.province_id and p.continued_by_id = a.id), item.due_on is null or item.due_on >= a.valid_from)
        end)`;
  // Asked as membership rather than by a join: nobody knows beforehand how many are asked, and a guess of one makes
  // a loop in a loop of the join.
  await sql`
    with ${asked}
    update due_item d
    set retired_at = case when now.is_asked then null else ${at}::timestamptz end
    from (
      select old.province_id, old.id,
             (old.assignment_id, old.schedule_item_id) in (select assignment_id, schedule_item_id from asked) as is_asked
      from due_item old where old.plan_id = ${planId}::uuid and old.task_id = any(${ids}::uuid[])) now
    where d.province_id = now.province_id and d.id = now.id and (d.retired_at is null) <> now.is_asked`.execute(
    tx,
  );
  await sql`
    update due_item d set starts_on = s.starts_on
    from schedule_item s
    where s.province_id = d.province_id and s.id = d.schedule_item_id
      and d.plan_id = ${planId}::uuid and d.task_id = any(${ids}::uuid[])
      and d.retired_at is null and d.starts_on is distinct from s.starts_on`.execute(tx);
  const missing = await sql<{ assignment_id: string; schedule_item_id: string }>`
    with ${asked}
    select assignment_id, schedule_item_id from asked
    where not exists (
      select from due_item d
      where d.province_id = ${deps.provinceId}::uuid and d.assignment_id = asked.assignment_id and d.schedule_item_id = asked.schedule_item_id)`.execute(
    tx,
  );
  await insertDueItems(tx, deps, planId, missing.rows);
  await placeDueItems(tx, ids);
}

/** A part that was removed and put back has another identity; what was done for it comes back to it. */
async function rejoinDueItems(tx: Tx, taskIds: readonly string[]): Promise<void> {
  await sql`
    update due_item d set assignment_id = a.id
    from assignment a
    where d.task_id = any(${[...taskIds]}::uuid[])
      and a.province_id = d.province_id and a.task_id = d.task_id and a.agency_id = d.agency_id and a.role = d.role
      and a.id <> d.assignment_id
      and not exists (select from assignment b where b.province_id = d.province_id and b.id = d.assignment_id)
      and not exists (
        select from due_item e
        where e.province_id = d.province_id and e.assignment_id = a.id and e.schedule_item_id = d.schedule_item_id)`.execute(
    tx,
  );
}

async function insertDueItems(
  tx: Tx,
  deps: Deps,
  planId: string,
  pairs: readonly { readonly assignment_id: string; readonly schedule_item_id: string }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    insert into due_item (province_id, id, schedule_item_id, assignment_id, plan_id, task_id, agency_id, role, kind, label, starts_on, due_on)
    select s.province_id, given.id, s.id, a.id, ${planId}::uuid, a.task_id, a.agency_id, a.role, s.kind, s.label, s.starts_on, s.due_on
    from unnest(
      ${pairs.map(() => deps.newId())}::uuid[],
      ${pairs.map((pair) => pair.assignment_id)}::uuid[],
      ${pairs.map((pair) => pair.schedule_item_id)}::uuid[]) as given (id, assignment_id, schedule_item_id)
    join assignment a on a.province_id = ${deps.provinceId}::uuid and a.id = given.assignment_id
    join schedule_item s on s.province_id = ${deps.provinceId}::uuid and s.id = given.schedule_item_id`.execute(
    tx,
  );
}

/** Writes the top row of the outline each task stands in. */
async function placeDueItems(tx: Tx, taskIds: readonly string[]): Promise<void> {
  await sql`
    with recursive up as (
      select id as task_id, id, parent_id from task where id = any(${[...taskIds]}::uuid[])
      union all select up.task_id, t.id, t.parent_id from up join task t on t.id = up.parent_id)
    update due_item d set area_id = up.id
    from up
    where up.parent_id is null and up.id <> up.task_id and d.task_id = up.task_id and d.area_id is distinct from up.id`.execute(
    tx,
  );
}
