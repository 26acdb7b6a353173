import { sql } from 'kysely';
import type { AccessRole } from '#domain/access/role.ts';
import type { Tx } from '../db/executor.ts';

export interface PostRecord {
  readonly post_id: string;
  readonly role: AccessRole;
  readonly title: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly holder_id: string;
  readonly holder_name: string;
}

export function findPersonOfUser(tx: Tx, userId: string) {
  return tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'disabled_at', 'demo'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

export function findPersonById(tx: Tx, personId: string) {
  return tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'disabled_at', 'demo'])
    .where('id', '=', personId)
    .executeTakeFirst();
}

/** The posts a person may act in on a day: their own, and those another lets them act in while absent. */
export async function listPostsOf(tx: Tx, personId: string, day: string): Promise<readonly PostRecord[]> {
  const { rows } = await sql<PostRecord>`
    select p.id as post_id, p.role, p.title, p.agency_id, g.name as agency_name, h.id as holder_id, h.name as holder_name
    from post p
    join person h on h.province_id = p.province_id and h.id = p.person_id
    join agency g on g.province_id = p.province_id and g.id = p.agency_id
    where p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
      and (p.person_id = ${personId} or (h.disabled_at is null and exists (
        select from delegation d
        where d.province_id = p.province_id and d.post_id = p.id and d.to_person_id = ${personId}
          and d.valid_from <= ${day} and d.valid_to >= ${day} and (d.revoked_on is null or d.revoked_on > ${day}))))
    order by p.person_id <> ${personId}, p.valid_from, p.title, p.id`.execute(tx);
  return rows;
}
