import { sql } from 'kysely';
import type { Tx } from '../../db/executor.ts';

export async function insertFeed(
  tx: Tx,
  provinceId: string,
  feed: {
    readonly id: string;
    readonly personId: string;
    readonly agencyId: string | null;
    readonly digest: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('deadline_feed')
    .values({
      province_id: provinceId,
      id: feed.id,
      person_id: feed.personId,
      agency_id: feed.agencyId,
      token_digest: feed.digest,
      created_at: feed.at,
    })
    .execute();
}

export interface FeedRecord {
  readonly id: string;
  readonly agency_id: string | null;
  readonly agency_name: string | null;
  readonly created_at: string;
  readonly last_read_at: string | null;
}

/** Links of a person that work, the newest first. */
export async function listFeeds(tx: Tx, personId: string): Promise<readonly FeedRecord[]> {
  const { rows } = await sql<FeedRecord>`
    select f.id, f.agency_id, g.name as agency_name,
           to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at,
           to_char(f.last_read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_read_at
    from deadline_feed f left join agency g on g.province_id = f.province_id and g.id = f.agency_id
    where f.person_id = ${personId}::uuid and f.revoked_at is null
    order by f.created_at desc, f.id`.execute(tx);
  return rows;
}

/** Whether there was such a link of the person to revoke. */
export async function revokeFeedRow(
  tx: Tx,
  { id, personId, at }: { readonly id: string; readonly personId: string; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deadline_feed')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The link a secret opens, which is noted as read. */
export async function readFeedRow(
  tx: Tx,
  { digest, at }: { readonly digest: string; readonly at: string },
): Promise<
  { readonly id: string; readonly person_id: string; readonly agency_id: string | null } | undefined
> {
  return tx
    .updateTable('deadline_feed')
    .set({ last_read_at: at })
    .where('token_digest', '=', digest)
    .where('revoked_at', 'is', null)
    .returning(['id', 'person_id', 'agency_id'])
    .executeTakeFirst();
}

/** When each item last changed: by its last act, else when it was first asked. */
export async function listChangeTimes(
  tx: Tx,
  dueItemIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; at: string }>`
    select d.id, to_char(coalesce(d.last_act_at, s.recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from due_item d join schedule_item s on s.province_id = d.province_id and s.id = d.schedule_item_id
    where d.id = any(${[...dueItemIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
