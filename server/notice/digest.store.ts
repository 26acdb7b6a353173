import { sql } from 'kysely';
import type { DigestLine } from '#domain/notice/compose-digest.ts';
import { DEFAULT_QUIET, type MailChoice } from '#domain/notice/digest-time.ts';
import type { Tx } from '../db/executor.ts';

/** Somebody with reminders that no digest carries yet. */
export interface Waiting {
  readonly personId: string;
  readonly mail: MailChoice;
  readonly quietFrom: string;
  readonly quietTo: string;
  /** Whether a digest of this day left already. */
  readonly hasToday: boolean;
}

/** Reminders older than this are no news in a letter; the page keeps them. */
const NEWS_DAYS = 14;

/** What was done meanwhile is no news either: of a letter that waits for the morning, or for Monday. */
const STILL_CALLS = sql<boolean>`(n.subject_kind = 'comment' or exists (
  select from due_item w where w.province_id = n.province_id and w.id = n.subject_id and w.retired_at is null
    and w.state not in ('accepted', 'closed', 'not-applicable') and (w.state <> 'submitted' or n.part = 'waiting')))`;

export async function listWaiting(tx: Tx, day: string): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    with fresh as (
      select n.person_id, bool_or(n.part = 'late') as late from notice n
      where n.planned_on > ${day}::date - ${NEWS_DAYS}::int and ${STILL_CALLS}
        and not exists (select from digest_notice c where c.province_id = n.province_id and c.notice_id = n.id)
      group by n.person_id
    )
    select f.person_id as "personId", coalesce(s.mail, 'daily') as mail,
      coalesce(s.quiet_from, ${DEFAULT_QUIET.from}) as "quietFrom", coalesce(s.quiet_to, ${DEFAULT_QUIET.to}) as "quietTo",
      exists (select from digest d where d.person_id = f.person_id and d.day = ${day}) as "hasToday"
    from fresh f
    join person p on p.id = f.person_id and p.disabled_at is null
    left join notice_setting s on s.person_id = f.person_id
    where coalesce(s.mail, 'daily') <> 'late' or f.late`.execute(tx);
  return rows;
}

/** Digests of earlier days that could not leave and whose person has nothing new: they move on to this day as well. */
export async function moveOnQueued(tx: Tx, day: string): Promise<void> {
  await sql`
    update digest d set day = ${day} where d.state = 'queued' and not d.may_have_left and d.day < ${day}
      and not exists (select from digest o where o.province_id = d.province_id and o.person_id = d.person_id
        and (o.day = ${day} or (o.state = 'queued' and not o.may_have_left and o.day < ${day} and o.day > d.day)))`.execute(
    tx,
  );
}

export interface NewDigest {
  readonly id: string;
  readonly personId: string;
  readonly messageId: string;
  readonly sendAfter: string;
}

const CHUNK = 5_000;

/** Queues digests of a day and puts into each the reminders that wait. */
export async function insertDigests(
  tx: Tx,
  provinceId: string,
  day: string,
  digests: readonly NewDigest[],
): Promise<void> {
  for (let at = 0; at < digests.length; at += CHUNK)
    await sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(digests.slice(at, at + CHUNK))}::jsonb)
          as g(id uuid, "personId" uuid, "messageId" text, "sendAfter" timestamptz)
      )
      insert into digest (province_id, id, person_id, day, state, message_id, send_after)
      select ${provinceId}, id, "personId", ${day}, 'queued', "messageId", "sendAfter" from given
      on conflict (province_id, person_id, day) do nothing`.execute(tx);
}

/** Puts what waits into the queued digest of the day; of somebody who wants only what is late, only that. */
export async function fillDigests(tx: Tx, day: string): Promise<void> {
  await sql`
    insert into digest_notice (province_id, notice_id, digest_id)
    select n.province_id, n.id, d.id from digest d
    join notice n on n.province_id = d.province_id and n.person_id = d.person_id
      and n.planned_on > ${day}::date - ${NEWS_DAYS}::int and n.planned_on <= ${day} and ${STILL_CALLS}
    left join notice_setting s on s.province_id = d.province_id and s.person_id = d.person_id
    where d.day = ${day} and d.state = 'queued' and not d.may_have_left and (coalesce(s.mail, 'daily') <> 'late' or n.part = 'late')
    on conflict (province_id, notice_id) do nothing`.execute(tx);
}

export interface ClaimedDigest {
  readonly id: string;
  readonly personId: string;
  readonly day: string;
  readonly messageId: string;
  readonly attempts: number;
  readonly name: string;
  readonly email: string;
  /** Whether the person may no longer sign in, or wants no letters any more. */
  readonly isUnwanted: boolean;
  readonly lines: readonly DigestLine[];
}

/** Those a stopped run had marked: whether they left is not known, so they are handed over again as the same message. */
export async function releaseMarked(tx: Tx): Promise<void> {
  await sql`update digest set state = 'queued', may_have_left = true where state = 'sending'`.execute(tx);
}

/** Marks the next few as handed over, with what they say. */
export async function claimDigests(
  tx: Tx,
  { now, time, limit }: { readonly now: string; readonly time: string; readonly limit: number },
): Promise<readonly ClaimedDigest[]> {
  const { rows } = await sql<ClaimedDigest>`
    with next as (
      select d.id from digest d
      left join notice_setting s on s.province_id = d.province_id and s.person_id = d.person_id
      cross join lateral (select coalesce(s.quiet_from, ${DEFAULT_QUIET.from}) as f, coalesce(s.quiet_to, ${DEFAULT_QUIET.to}) as t) q
      where d.state = 'queued' and d.send_after <= ${now}
        and not case when q.f = q.t then false when q.f < q.t then q.f <= ${time} and ${time} < q.t else q.f <= ${time} or ${time} < q.t end
      order by d.send_after, d.id limit ${limit}
    ), marked as (
      update digest d set state = 'sending', handed_at = ${now}, attempts = d.attempts + 1
      from next where d.id = next.id returning d.*
    )
    select m.id, m.person_id as "personId", m.day, m.message_id as "messageId", m.attempts, p.name, p.email,
      (p.disabled_at is not null or coalesce(s.mail, 'daily') = 'none') as "isUnwanted",
      coalesce((select jsonb_agg(jsonb_build_object('group', o.part, 'words', o.words, 'reason', o.reason, 'link', o.link) order by o.planned_on, o.id)
        from (
          -- of one due day the last word only: a letter of a week would count its days down
          select distinct on (n.subject_id, case when n.part in ('late', 'due') then '' else n.rule end) n.*
          from digest_notice c join notice n on n.province_id = c.province_id and n.id = c.notice_id
          where c.province_id = m.province_id and c.digest_id = m.id
          order by n.subject_id, case when n.part in ('late', 'due') then '' else n.rule end, n.planned_on desc, n.id desc
        ) o), '[]') as lines
    from marked m join person p on p.province_id = m.province_id and p.id = m.person_id
    left join notice_setting s on s.province_id = m.province_id and s.person_id = m.person_id`.execute(tx);
  return rows;
}

export type DigestOutcome =
  | { readonly state: 'sent'; readonly at: string }
  | {
      readonly state: 'queued';
      readonly sendAfter: string;
      readonly trouble: string;
      readonly mayHaveLeft: boolean;
    }
  | { readonly state: 'dropped' }
  | { readonly state: 'failed'; readonly trouble: string };

export async function recordOutcome(tx: Tx, id: string, outcome: DigestOutcome): Promise<void> {
  const { state } = outcome;
  await tx
    .updateTable('digest')
    .set({
      state,
      trouble: state === 'queued' || state === 'failed' ? outcome.trouble : null,
      ...(state === 'sent' ? { sent_at: outcome.at } : {}),
      ...(state === 'queued' ? { send_after: outcome.sendAfter } : {}),
      // Once in doubt it stays so until it is known to have left.
      ...(state === 'queued' && outcome.mayHaveLeft ? { may_have_left: true } : {}),
    })
    .where('id', '=', id)
    .execute();
}

export interface DigestTrouble {
  readonly name: string;
  readonly day: string;
  readonly attempts: number;
  readonly trouble: string;
  readonly givenUp: boolean;
}

/** Letters of the last days that did not leave, and those that are tried again. */
export async function listDigestTroubles(tx: Tx, from: string): Promise<readonly DigestTrouble[]> {
  const { rows } = await sql<DigestTrouble>`
    select p.name, d.day, d.attempts, d.trouble, d.state = 'failed' as "givenUp" from digest d
    join person p on p.province_id = d.province_id and p.id = d.person_id
    where d.trouble is not null and d.state <> 'sent' and d.day >= ${from} order by d.day desc, p.name limit 200`.execute(
    tx,
  );
  return rows;
}

export interface DigestDay {
  readonly day: string;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
}

/** How many letters of each day left, wait or were given up. */
export async function listDigestDays(tx: Tx, from: string): Promise<readonly DigestDay[]> {
  const { rows } = await sql<DigestDay>`
    select day, count(*) filter (where state in ('queued', 'sending'))::int as waiting,
      count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'failed')::int as failed
    from digest where day >= ${from} group by day order by day desc`.execute(tx);
  return rows;
}
