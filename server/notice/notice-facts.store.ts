import { sql } from 'kysely';
import type { Delegation, Post } from '#domain/access/post.ts';
import type { NoticePerson } from '#domain/notice/find-recipients.ts';
import { type NoticeComment, type NoticeItem, noticeKey } from '#domain/notice/plan-notices.ts';
import type { Tx } from '../db/executor.ts';

/** What may still call for a reminder: everything not finished of plans that run. */
export async function listNoticeItems(tx: Tx): Promise<readonly NoticeItem[]> {
  const { rows } = await sql<Omit<NoticeItem, 'leadAgencyIds'> & { readonly taskId: string }>`
    with turns as (
      select w.due_item_id, max(w.seq) filter (where w.kind = 'return') as returned,
        max(w.seq) filter (where w.kind like 'ask-%') as asked
      from work_act w
      join due_item d on d.province_id = w.province_id and d.id = w.due_item_id
      where d.retired_at is null and (d.state = 'returned' or d.asked is not null) and (w.kind = 'return' or w.kind like 'ask-%')
      group by w.due_item_id
    )
    select d.id, d.assignment_id as "assignmentId",
      t.code || '. ' || t.name || case when d.kind = 'whole' then '' else ' · ' || d.label end as words,
      d.agency_id as "agencyId", g.name as "agencyName", d.role, d.starts_on as "startsOn", d.due_on as "dueOn",
      d.state, n.returned as "returnedSeq", n.asked as "askedSeq", d.asked, a.holder_id as "holderId",
      d.task_id as "taskId", d.submitted_on as "submittedOn", d.submitted_by as "submittedBy",
      d.last_report_on as "lastReportOn", d.next_on as "nextOn",
      case when d.blocker is null then null else jsonb_build_object('agencyId', d.blocker ->> 'agencyId',
        'words', d.blocker ->> 'words', 'since', coalesce(d.blocked_since::text, d.blocker ->> 'since')) end as blocker
    from due_item d
    join task t on t.province_id = d.province_id and t.id = d.task_id
    join plan p on p.province_id = d.province_id and p.id = d.plan_id and p.withdrawn_at is null
    join agency g on g.province_id = d.province_id and g.id = d.agency_id
    left join assignment a on a.province_id = d.province_id and a.id = d.assignment_id
    left join turns n on n.due_item_id = d.id
    where d.retired_at is null and d.state not in ('accepted', 'closed', 'not-applicable')`.execute(tx);
  // Apart from the items: repeated on each of them, the many that lead a task would be most of what is sent.
  const { rows: leads } = await sql<{ taskId: string; agencyIds: readonly string[] }>`
    select task_id as "taskId", array_agg(agency_id) as "agencyIds" from due_item
    where role = 'lead' and retired_at is null group by task_id`.execute(tx);
  const leadsOf = new Map(leads.map(({ taskId, agencyIds }) => [taskId, agencyIds]));
  return rows.map(({ taskId, ...item }) => ({ ...item, leadAgencyIds: leadsOf.get(taskId) ?? [] }));
}

/** Comments that mention somebody, from a day on. */
export async function listMentions(tx: Tx, from: string): Promise<readonly NoticeComment[]> {
  const { rows } = await sql<NoticeComment>`
    select id, assignment_id as "assignmentId", task_id as "taskId", words, actor, person_id as "personId",
      mentioned_people as "mentionedPeople", mentioned_agencies as "mentionedAgencies"
    from comment where recorded_at >= ${from}::date and (mentioned_people <> '{}' or mentioned_agencies <> '{}')`.execute(
    tx,
  );
  return rows;
}

export async function listStaff(tx: Tx, today: string) {
  const [people, posts, delegations] = [
    await sql<NoticePerson>`select id, name, disabled_at is not null as disabled from person`.execute(tx),
    await sql<Post>`
      select id, person_id as "personId", agency_id as "agencyId", title, role, valid_from as "validFrom", valid_to as "validTo"
      from post where valid_from <= ${today} and (valid_to is null or valid_to >= ${today})`.execute(tx),
    await sql<Delegation>`
      select id, post_id as "postId", to_person_id as "toPersonId", valid_from as "validFrom", valid_to as "validTo",
        revoked_on as "revokedOn"
      from delegation where valid_from <= ${today} and valid_to >= ${today}`.execute(tx),
  ];
  return { people: people.rows, posts: posts.rows, delegations: delegations.rows };
}

/** Keys of what was planned already, of items that may call again and of comments. */
export async function listSentKeys(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ rule: string; personId: string; subjectId: string; occasion: string }>`
    select n.rule, n.person_id as "personId", n.subject_id as "subjectId", n.occasion from notice n
    left join due_item d on d.province_id = n.province_id and d.id = n.subject_id
    where n.subject_kind = 'comment' or (d.retired_at is null and d.state not in ('accepted', 'closed', 'not-applicable'))`.execute(
    tx,
  );
  return new Set(rows.map(noticeKey));
}
