import { sql } from 'kysely';
import type { OwnNotice } from '#contract/notice.ts';
import type { NoticeGroup } from '#domain/notice/notice-rule.ts';
import type { PlannedNotice } from '#domain/notice/plan-notices.ts';
import type { Tx } from '../db/executor.ts';

const CHUNK = 5_000;

/** Stores what was planned; what another run stored meanwhile stays as it is. Answers how many are new. */
export async function insertNotices(
  tx: Tx,
  notices: readonly PlannedNotice[],
  at: {
    readonly provinceId: string;
    readonly day: string;
    readonly now: Temporal.Instant;
    readonly newId: () => string;
  },
): Promise<number> {
  let stored = 0;
  for (let from = 0; from < notices.length; from += CHUNK) {
    const rows = notices.slice(from, from + CHUNK).map((notice) => ({ ...notice, id: at.newId() }));
    const { numAffectedRows } = await sql`
      insert into notice (province_id, id, person_id, agency_id, rule, subject_kind, subject_id, occasion, part, words, reason, link, planned_on, act_by, recorded_at)
      select ${at.provinceId}, g.id, g."personId", g."agencyId", g.rule, g.subject ->> 'kind', (g.subject ->> 'id')::uuid,
        g.occasion, g."group", g.words, g.reason, g.link, ${at.day}, g."actBy", ${at.now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, "personId" uuid, "agencyId" text, rule text,
        subject jsonb, occasion text, "group" text, words text, reason text, link text, "actBy" date)
      on conflict (province_id, person_id, rule, subject_id, occasion) do nothing`.execute(tx);
    stored += Number(numAffectedRows ?? 0n);
  }
  return stored;
}

export interface OwnFilter {
  readonly unread?: boolean | undefined;
  readonly group?: NoticeGroup | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** What a reminder called for was done, or is asked of nobody any more. */
const IS_DONE = sql<boolean>`(n.subject_kind = 'due-item' and not exists (
  select from due_item d where d.province_id = n.province_id and d.id = n.subject_id and d.retired_at is null
    and d.state not in ('accepted', 'closed', 'not-applicable') and (d.state <> 'submitted' or n.part = 'waiting')))`;

export async function listOwn(tx: Tx, personId: string, { unread, group, limit, offset }: OwnFilter) {
  const wanted = sql`from notice n left join notice_read r on r.province_id = n.province_id and r.notice_id = n.id
    where n.person_id = ${personId} and (${unread !== true} or r.notice_id is null)
      and (${group ?? null}::text is null or n.part = ${group ?? null})`;
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${wanted}`.execute(tx);
  const { rows: notices } = await sql<OwnNotice>`
    select n.id, n.rule, n.part as "group", n.words, n.reason, n.link, n.planned_on as "plannedOn",
      r.notice_id is not null as read, ${IS_DONE} as done
    ${wanted} order by n.planned_on desc, n.recorded_at desc, n.id desc limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return { total: counted[0]?.total ?? 0, notices };
}

export async function countUnread(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from notice n where n.person_id = ${personId}
      and not exists (select from notice_read r where r.province_id = n.province_id and r.notice_id = n.id)`.execute(
    tx,
  );
  return rows[0]?.unread ?? 0;
}

/** Ticks off one's own reminders; all of them where none is named. */
export async function markRead(
  tx: Tx,
  personId: string,
  { ids, now }: { readonly ids: readonly string[] | null; readonly now: string },
): Promise<void> {
  await sql`
    insert into notice_read (province_id, notice_id, person_id, read_at)
    select n.province_id, n.id, n.person_id, ${now} from notice n
    where n.person_id = ${personId} and (${ids === null} or n.id = any (${ids ?? []}::uuid[]))
    on conflict (province_id, notice_id) do nothing`.execute(tx);
}

export interface RuleEffect {
  readonly rule: string;
  readonly reminded: number;
  readonly read: number;
  readonly acted: number;
}

/**
 * How many reminders of due items each rule gave from a day on, and how many were followed, before the next one to
 * the same person and within the days of the rules, by an act of that person or agency on the item.
 */
export async function countEffect(tx: Tx, from: string): Promise<readonly RuleEffect[]> {
  const { rows } = await sql<RuleEffect>`
    with given as (
      select n.province_id, n.id, n.rule, n.subject_id, n.person_id, n.agency_id, n.recorded_at, n.act_by, lead(n.recorded_at) over (partition by n.subject_id, n.person_id order by n.recorded_at, n.id) as until
      from notice n where n.subject_kind = 'due-item' and n.planned_on >= ${from}
    )
    select g.rule, count(*)::int as reminded,
      count(*) filter (where exists (select from notice_read r where r.province_id = g.province_id and r.notice_id = g.id))::int as read,
      count(*) filter (where exists (
        select from work_act w where w.province_id = g.province_id and w.due_item_id = g.subject_id
          and w.occurred_at > g.recorded_at and (g.until is null or w.occurred_at <= g.until)
          and (w.occurred_at at time zone 'Asia/Ho_Chi_Minh')::date <= g.act_by
          and (w.person_id = g.person_id or w.agency_id = g.agency_id)))::int as acted
    from given g group by g.rule order by g.rule`.execute(tx);
  return rows;
}
