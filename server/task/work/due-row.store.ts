import { type RawBuilder, sql } from 'kysely';
import { fold } from '#domain/kernel/text.ts';
import { type DueView, NO_AREA, SOON_DAYS } from '#domain/task/work/due-view.ts';
import { DAYS_BEFORE_DUE, DAYS_BETWEEN_REPORTS } from '#domain/task/work/silence.ts';
import { OPEN_STATES, type WorkState } from '#domain/task/work/work-act.ts';
import type { Tx } from '../../db/executor.ts';

/** Which due items; what is left out is not asked. Days are ISO dates. */
export interface DueFilter {
  readonly planId?: string | undefined;
  readonly areaId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly assignmentId?: string | undefined;
  readonly itemIds?: readonly string[] | undefined;
  readonly taskIds?: readonly string[] | undefined;
  readonly agencyIds?: readonly string[] | undefined;
  readonly states?: readonly WorkState[] | undefined;
  readonly view?: DueView | undefined;
  readonly role?: 'lead' | 'coordinate' | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  /** Words of the task, its number or the agency, without diacritics. */
  readonly search?: string | undefined;
  readonly holderId?: string | undefined;
  readonly forReview?: Reviewer | undefined;
}

/** Asks for what waits for the decision of one person: handed in or asked for, by somebody else. */
export interface Reviewer {
  readonly personId: string | null;
  /** Whether they decide on what leads. */
  readonly decidesLeads: boolean;
  /** Tasks whose helpers they decide on. */
  readonly ledTaskIds: readonly string[];
}

const OPEN = sql`(${sql.join(OPEN_STATES.map((state) => sql.lit(state)))})`;

/** The condition each view stands for, over `due_item d`. */
export function viewCondition(view: DueView, today: string): RawBuilder<unknown> {
  switch (view) {
    case 'open':
      return sql`d.state in ${OPEN}`;
    case 'late':
      return sql`d.state in ${OPEN} and d.due_on < ${today}::date`;
    case 'silent':
      // domain/task/work/silence.ts; a test holds both to the same answers.
      return sql`d.state in ${OPEN} and coalesce(d.last_report_on, d.starts_on) <= ${today}::date
        and case when d.next_on >= coalesce(d.last_report_on, d.starts_on) then d.next_on
                 else least(coalesce(d.last_report_on, d.starts_on) + ${sql.lit(DAYS_BETWEEN_REPORTS)},
                   case when d.last_report_on is null and d.due_on - ${sql.lit(DAYS_BEFORE_DUE)} > d.starts_on
                        then d.due_on - ${sql.lit(DAYS_BEFORE_DUE)} end) end < ${today}::date`;
    case 'stuck':
      return sql`d.state in ${OPEN} and d.blocked_since is not null`;
    case 'unproved':
      return sql`d.state in ('submitted', 'accepted') and d.evidence_count = 0`;
    case 'returned':
      return sql`d.state = 'returned'`;
    case 'submitted':
      return sql`d.state = 'submitted'`;
    case 'asked':
      return sql`d.asked is not null`;
    case 'due':
      return sql`d.state not in ('closed', 'not-applicable') and (d.due_on < ${today}::date or d.state = 'accepted')`;
    case 'in-time':
      return sql`d.state = 'accepted' and (d.due_on is null or d.finished_on <= d.due_on)
        or d.state = 'submitted' and d.due_on < ${today}::date and d.submitted_on <= d.due_on`;
    case 'soon':
      return sql`d.state in ${OPEN} and d.due_on between ${today}::date and ${today}::date + ${sql.lit(SOON_DAYS)}`;
    case 'finished':
      return sql`d.state in ('accepted', 'closed', 'not-applicable')`;
  }
}

/** The condition of a filter, over `due_item d`, `task t` and `agency g`. */
export function dueCondition(filter: DueFilter, today: string): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`d.retired_at is null`];
  const add = <T>(value: T | undefined, part: (value: T) => RawBuilder<unknown>) => {
    if (value !== undefined) parts.push(part(value));
  };
  add(filter.planId, (id) => sql`d.plan_id = ${id}::uuid`);
  add(filter.areaId, (id) => (id === NO_AREA ? sql`d.area_id is null` : sql`d.area_id = ${id}::uuid`));
  add(filter.taskId, (id) => sql`d.task_id = ${id}::uuid`);
  add(filter.assignmentId, (id) => sql`d.assignment_id = ${id}::uuid`);
  add(filter.itemIds, (ids) => sql`d.id = any(${[...ids]}::uuid[])`);
  add(filter.taskIds, (ids) => sql`d.task_id = any(${[...ids]}::uuid[])`);
  add(filter.agencyIds, (ids) => sql`d.agency_id = any(${[...ids]}::text[])`);
  add(filter.states, (states) => sql`d.state = any(${[...states]}::text[])`);
  add(filter.view, (view) => sql`(${viewCondition(view, today)})`);
  add(filter.role, (role) => sql`d.role = ${role}`);
  add(filter.dueFrom, (day) => sql`d.due_on >= ${day}::date`);
  add(filter.dueTo, (day) => sql`d.due_on <= ${day}::date`);
  add(
    filter.holderId,
    (id) => sql`d.assignment_id in (select id from assignment where holder_id = ${id}::uuid)`,
  );
  add(filter.forReview, (reviewer) => sql`(${reviewCondition(reviewer)})`);
  for (const word of fold(filter.search ?? '').split(' '))
    if (word !== '') {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      const said =
        filter.forReview === undefined
          ? sql``
          : // Few enough to be read, as those of one's own are on the screen.
            sql`or fold(d.label) like ${like} or fold(coalesce(d.last_text, '')) like ${like}`;
      parts.push(sql`(t.search like ${like} or fold(g.name) like ${like} ${said})`);
    }
  return sql.join(parts, sql` and `);
}

/** domain/access/acts.ts: work.review is done by no one who handed it in or asked for it. */
function reviewCondition({ personId, decidesLeads, ledTaskIds }: Reviewer): RawBuilder<unknown> {
  const asker = sql`(select w.person_id from work_act w
    where w.province_id = d.province_id and w.due_item_id = d.id and w.kind in ('ask-not-applicable', 'ask-extension')
    order by w.seq desc limit 1)`;
  return sql`(d.role = 'lead' and ${decidesLeads}::boolean
      or d.role = 'coordinate' and d.task_id = any(${[...ledTaskIds]}::uuid[]))
    and (d.state = 'submitted' and d.submitted_by is distinct from ${personId}::uuid
      or d.asked is not null and ${asker} is distinct from ${personId}::uuid)`;
}

export interface DueRecord {
  readonly id: string;
  readonly assignment_id: string;
  readonly task_id: string;
  readonly plan_id: string;
  readonly code: string;
  readonly name: string;
  readonly area_id: string | null;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly role: 'lead' | 'coordinate';
  readonly kind: 'whole' | 'period' | 'milestone';
  readonly label: string;
  readonly starts_on: string | null;
  readonly due_on: string | null;
  readonly derivation: unknown;
  readonly state: WorkState;
  readonly asked: 'not-applicable' | 'extension' | null;
  readonly seq: number;
  readonly done_amount: string | null;
  readonly whole_amount: string | null;
  readonly amount_unit: string | null;
  readonly step: string | null;
  readonly last_report_on: string | null;
  readonly last_text: string | null;
  readonly next_on: string | null;
  readonly blocked_since: string | null;
  readonly blocker: unknown;
  readonly submitted_on: string | null;
  readonly submitted_by: string | null;
  readonly finished_on: string | null;
  readonly flags: readonly string[];
  readonly evidence_count: number;
  readonly holder_id: string | null;
  readonly holder_name: string | null;
}

/** Tables every condition and every row go over. */
export const DUE_TABLES = sql`due_item d
  join task t on t.province_id = d.province_id and t.id = d.task_id
  join agency g on g.province_id = d.province_id and g.id = d.agency_id`;

/** Names of tasks and agencies are looked at only where words are searched. */
export function tablesOf({ search }: DueFilter): RawBuilder<unknown> {
  return search === undefined ? sql`due_item d` : DUE_TABLES;
}

/** How many rows a filter has. */
export async function countDue(tx: Tx, filter: DueFilter, today: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${tablesOf(filter)}
    where ${dueCondition(filter, today)}`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** The agencies whose rows a filter finds, by name. */
export async function listDueAgencies(
  tx: Tx,
  filter: DueFilter,
  today: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct g.id, g.name from ${DUE_TABLES}
    where ${dueCondition(filter, today)} order by g.name`.execute(tx);
  return rows;
}

const FINISHED = sql`d.state in ('accepted', 'closed', 'not-applicable')`;
const UNFINISHED_FIRST = sql`${FINISHED}, case when not ${FINISHED} then d.due_on end nulls last, d.finished_on desc`;

/** Due items with the words of their task; all of them where no limit is given, for a list cut short in silence lies. */
export async function listDueRecords(
  tx: Tx,
  filter: DueFilter,
  {
    today,
    limit = null,
    offset = 0,
    order = 'due',
  }: {
    readonly today: string;
    readonly limit?: number | null;
    readonly offset?: number;
    /** Soonest due first, or what is finished after everything else, latest first. */
    readonly order?: 'due' | 'unfinished';
  },
): Promise<readonly DueRecord[]> {
  const { rows } = await sql<DueRecord>`
    select d.id, d.assignment_id, d.task_id, d.plan_id, t.code, t.name, d.area_id, d.agency_id, g.name as agency_name,
           d.role, d.kind, d.label, d.starts_on, d.due_on, s.derivation, d.state, d.asked, d.seq,
           d.done_amount, d.whole_amount, d.amount_unit, d.step, d.last_report_on, d.last_text, d.next_on,
           d.blocked_since, d.blocker, d.submitted_on, d.submitted_by, d.finished_on, d.flags, d.evidence_count,
           a.holder_id, h.name as holder_name
    from ${DUE_TABLES}
    join schedule_item s on s.province_id = d.province_id and s.id = d.schedule_item_id
    left join assignment a on a.province_id = d.province_id and a.id = d.assignment_id
    left join person h on h.province_id = a.province_id and h.id = a.holder_id
    where ${dueCondition(filter, today)}
    order by ${order === 'due' ? sql`d.due_on nulls last` : UNFINISHED_FIRST}, t.ord, g.name, d.id
    limit ${limit}::bigint offset ${offset}`.execute(tx);
  return rows;
}
