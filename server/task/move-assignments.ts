import { sql } from 'kysely';
import { nameOn } from '#domain/agency/history/agency-life.ts';
import { ownerOf } from '#domain/agency/reform/new-owner.ts';
import type { EndedAgency } from '#domain/agency/reform/reform-effects.ts';
import type { MovedItem, ReformMover } from '../agency/reform-mover.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';
import { syncSchedule } from '../plan/schedule/sync-schedule.ts';

const NAME = 'assignments';
const ROLES: Readonly<Record<string, string>> = {
  lead: 'chủ trì',
  coordinate: 'phối hợp',
  oversee: 'theo dõi',
};

interface PartRow {
  readonly id: string;
  readonly task_id: string;
  readonly agency_id: string;
  readonly role: string;
  readonly code: string;
  readonly name: string;
  readonly due_on: string | null;
  readonly targets: number;
  /** Whether its plan was issued only when its agency had ended. */
  readonly later: boolean;
}

interface Moved {
  /** Parts closed, with the part that goes on where somebody goes on. */
  readonly closed: readonly { readonly id: string; readonly continuedById: string | null }[];
  /** Parts made for new owners. */
  readonly madeIds: readonly string[];
}

/**
 * Unfinished parts of agencies that end: each closes the day before and stays as it was, and goes on as a part of its
 * new owner. A part is open while its task may still be due: until its deadline, and through the year of its plan.
 */
export const assignmentMover: ReformMover = {
  name: NAME,
  words: 'Phần việc',
  preview: async (tx, _deps, { effects }) =>
    (await listOpenParts(tx, effects.ended)).map(
      (part): MovedItem => ({
        id: part.id,
        agencyId: part.agency_id,
        words: `${part.code} ${part.name} (${ROLES[part.role] ?? part.role})`,
        day: part.due_on,
        count: 1,
        later: part.later,
        choosable: true,
        note: part.targets === 0 ? null : `Kèm ${part.targets} chỉ tiêu`,
      }),
    ),
  apply: async (tx, deps, { effects }, choices): Promise<Moved> => {
    const parts = await listOpenParts(tx, effects.ended);
    const given = parts.map((part) => {
      const owner = ownerOf(effects, choices, { mover: NAME, id: part.id, agencyId: part.agency_id });
      return {
        id: part.id,
        task_id: part.task_id,
        role: part.role,
        owner: owner?.kind === 'agency' ? owner.agencyId : null,
        first_day: effects.ended.find(({ agencyId }) => agencyId === part.agency_id)?.on,
        new_id: deps.newId(),
      };
    });
    const table = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (id uuid, task_id uuid, role text, owner text, first_day date, new_id uuid)`;
    // Parts of several merged agencies go on in one; an owner that has a part in the task already goes on in that.
    const made = await sql<{ id: string }>`
      insert into assignment (province_id, id, plan_id, task_id, agency_id, role, basis, valid_from, holder_id)
      select distinct on (a.task_id, given.owner, a.role)
             a.province_id, given.new_id, a.plan_id, a.task_id, given.owner, a.role, a.basis, given.first_day,
             case when exists (
               select from post p where p.province_id = a.province_id and p.person_id = a.holder_id
                 and p.agency_id = given.owner and p.valid_from <= given.first_day
                 and (p.valid_to is null or p.valid_to >= given.first_day)) then a.holder_id end
      from ${table} join assignment a on a.id = given.id
      where given.owner is not null
      order by a.task_id, given.owner, a.role, given.id
      on conflict (province_id, task_id, agency_id, role) do nothing
      returning id`.execute(tx);
    const closed = await sql<{ id: string; continued_by_id: string | null }>`
      update assignment a
      set valid_to = greatest(given.first_day, a.valid_from) - 1,
          continued_by_id = (
            select n.id from assignment n
            where n.province_id = a.province_id and n.task_id = a.task_id and n.agency_id = given.owner and n.role = a.role)
      from ${table}
      where a.id = given.id
      returning a.id, a.continued_by_id`.execute(tx);
    await syncTasks(
      tx,
      deps,
      parts.map(({ task_id }) => task_id),
    );
    return {
      closed: closed.rows.map((row) => ({ id: row.id, continuedById: row.continued_by_id })),
      madeIds: made.rows.map(({ id }) => id),
    };
  },
  listLater: async (tx, _deps, { effects }, moved) => {
    const madeIds = (moved as Moved | undefined)?.madeIds ?? [];
    const { rows } = await sql<{ code: string; name: string; agency_id: string; passed: boolean }>`
      select t.code, t.name, a.agency_id, a.continued_by_id is not null as passed
      from assignment a join task t on t.province_id = a.province_id and t.id = a.task_id
      where (a.id = any(${[...madeIds]}::uuid[]) and a.valid_to is not null)
         or (a.agency_id = any(${[...effects.foundedIds]}::text[]) and not a.id = any(${[...madeIds]}::uuid[]))
      order by t.code limit 200`.execute(tx);
    return rows.map(({ code, name, agency_id, passed }) => {
      const life = effects.after.get(agency_id);
      const agency = life === undefined ? agency_id : nameOn(life, life.validTo ?? '9999-12-31');
      return `phần việc ${code} ${name} ${passed ? 'đã chuyển tiếp từ' : 'đã giao cho'} ${agency}`;
    });
  },
  reverse: async (tx, deps, _work, moved) => {
    const { closed, madeIds } = moved as Moved;
    const touched = [...closed.map(({ id }) => id), ...madeIds];
    const { rows } = await sql<{ task_id: string }>`
      select distinct task_id from assignment where id = any(${touched}::uuid[])`.execute(tx);
    await sql`
      update assignment set valid_to = null, continued_by_id = null
      where id = any(${closed.map(({ id }) => id)}::uuid[])`.execute(tx);
    await sql`delete from assignment where id = any(${[...madeIds]}::uuid[])`.execute(tx);
    await syncTasks(
      tx,
      deps,
      rows.map(({ task_id }) => task_id),
    );
  },
};

/** What falls due goes with the parts: it leaves whoever ended, open as it was, and comes to whoever goes on. */
async function syncTasks(tx: Tx, deps: Deps, taskIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ plan_id: string; task_ids: string[] }>`
    select plan_id, array_agg(id) as task_ids from task where id = any(${[...taskIds]}::uuid[]) group by plan_id`.execute(
    tx,
  );
  for (const { plan_id, task_ids } of rows) await syncSchedule(tx, deps, plan_id, { taskIds: task_ids });
}

/** Parts not closed yet whose task may still be due on the first day without the agency. */
async function listOpenParts(tx: Tx, ended: readonly EndedAgency[]): Promise<readonly PartRow[]> {
  const { rows } = await sql<PartRow>`
    select a.id, a.task_id, a.agency_id, a.role, t.code, t.name, t.due_on, jsonb_array_length(t.targets) as targets,
           coalesce(p.issued_on >= ended.first_day, false) as later
    from unnest(${ended.map(({ agencyId }) => agencyId)}::text[], ${ended.map(({ on }) => on)}::date[]) as ended (agency_id, first_day)
    join assignment a on a.agency_id = ended.agency_id and a.valid_to is null
    join task t on t.province_id = a.province_id and t.id = a.task_id
    join plan p on p.province_id = a.province_id and p.id = a.plan_id and p.withdrawn_at is null
    where t.due_on >= ended.first_day
       or make_date(coalesce(p.year, extract(year from p.issued_on)::int, 9999), 12, 31) >= ended.first_day
    order by a.agency_id, p.issued_on, t.ord, a.role, a.id`.execute(tx);
  return rows;
}
