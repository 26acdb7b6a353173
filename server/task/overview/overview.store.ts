import { sql } from 'kysely';
import { DUE_VIEWS, type DueView } from '#domain/task/work/due-view.ts';
import type { Tx } from '../../db/executor.ts';
import { DUE_TABLES, type DueFilter, dueCondition, tablesOf, viewCondition } from '../work/due-row.store.ts';
import type { ActRecord } from '../work/work.store.ts';

export type SquareCounts = Readonly<Record<DueView, number>> & { readonly total: number };

export interface Square {
  readonly agency_id: string;
  readonly area_id: string | null;
  readonly counts: SquareCounts;
}

/** Every view counted for each agency in each area: one pass over the rows. */
export async function countSquares(tx: Tx, filter: DueFilter, today: string): Promise<readonly Square[]> {
  const counted = DUE_VIEWS.map(
    (view) => sql`count(*) filter (where ${viewCondition(view, today)})::int as ${sql.ref(`n_${view}`)}`,
  );
  const { rows } = await sql<Record<string, unknown>>`
    select d.agency_id, d.area_id, count(*)::int as n_total, ${sql.join(counted)}
    from ${tablesOf(filter)}
    where ${dueCondition(filter, today)}
    group by d.agency_id, d.area_id`.execute(tx);
  return rows.map((row) => ({
    agency_id: String(row['agency_id']),
    area_id: row['area_id'] === null ? null : String(row['area_id']),
    counts: Object.fromEntries(
      [...DUE_VIEWS, 'total'].map((view) => [view, Number(row[`n_${view}`])]),
    ) as unknown as SquareCounts,
  }));
}

export async function listAreas(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('task')
    .select(['id', 'code', 'name'])
    .where('id', 'in', ids.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : [...ids])
    .orderBy('plan_id')
    .orderBy('ord')
    .execute();
}

/** What falls due on each day of a stretch. */
export async function countDays(
  tx: Tx,
  filter: DueFilter,
  today: string,
): Promise<readonly { day: string; total: number; open: number; late: number; finished: number }[]> {
  const count = (view: DueView) => sql`count(*) filter (where ${viewCondition(view, today)})::int`;
  const { rows } = await sql<{ day: string; total: number; open: number; late: number; finished: number }>`
    select d.due_on as day, count(*)::int as total, ${count('open')} as open, ${count('late')} as late, ${count('finished')} as finished
    from ${tablesOf(filter)}
    where ${dueCondition(filter, today)} and d.due_on is not null
    group by d.due_on order by d.due_on`.execute(tx);
  return rows;
}

export interface DoneRecord extends ActRecord {
  readonly assignment_id: string;
  readonly work: string;
  readonly of_agency_name: string;
}

/** Acts recorded since a day on what a filter finds, newest first. */
export async function listDone(
  tx: Tx,
  filter: DueFilter,
  { today, since, limit }: { readonly today: string; readonly since: string; readonly limit: number },
): Promise<{ readonly total: number; readonly acts: readonly DoneRecord[] }> {
  const { rows } = await sql<DoneRecord & { total: number }>`
    select w.id, w.due_item_id, w.seq, w.kind, w.body, w.person_id, w.agency_id, o.name as agency_name, w.actor, w.occurred_on,
           to_char(w.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as occurred_at,
           to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
           d.assignment_id, t.code || ' ' || t.name || ' (' || d.label || ')' as work, g.name as of_agency_name,
           count(*) over ()::int as total
    from ${DUE_TABLES}
    join work_act w on w.province_id = d.province_id and w.due_item_id = d.id
    left join agency o on o.province_id = w.province_id and o.id = w.agency_id
    where ${dueCondition(filter, today)} and w.occurred_at >= ${since}::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and w.kind <> 'move-due'
    order by w.occurred_at desc, w.id desc limit ${limit}`.execute(tx);
  return { total: rows[0]?.total ?? 0, acts: rows };
}
