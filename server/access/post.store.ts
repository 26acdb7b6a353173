import { sql } from 'kysely';
import type { Post } from '#domain/access/post.ts';
import type { AccessRole } from '#domain/access/role.ts';
import type { Tx } from '../db/executor.ts';

export type PostRow = Post & { readonly agencyName: string; readonly personName: string };

function selectPosts(tx: Tx) {
  return tx
    .selectFrom('post as p')
    .innerJoin('agency as g', (join) =>
      join.onRef('g.id', '=', 'p.agency_id').onRef('g.province_id', '=', 'p.province_id'),
    )
    .innerJoin('person as h', (join) =>
      join.onRef('h.id', '=', 'p.person_id').onRef('h.province_id', '=', 'p.province_id'),
    )
    .select([
      'p.id',
      'p.person_id as personId',
      'p.agency_id as agencyId',
      'g.name as agencyName',
      'h.name as personName',
      'p.title',
      sql<AccessRole>`p.role`.as('role'),
      'p.valid_from as validFrom',
      'p.valid_to as validTo',
    ]);
}

export function findPost(tx: Tx, postId: string): Promise<PostRow | undefined> {
  return selectPosts(tx).where('p.id', '=', postId).executeTakeFirst();
}

/** Of every time, newest first; one that was taken back before it began left no trace in what the person did. */
export function listPostsOfPerson(tx: Tx, personId: string): Promise<PostRow[]> {
  return selectPosts(tx)
    .where('p.person_id', '=', personId)
    .orderBy('p.valid_from', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
}

/** What a person holds or acts in from a day on: their own posts, and those delegated to them. */
export async function listHeldFrom(tx: Tx, personId: string, day: string) {
  const { rows } = await sql<{
    agencyId: string;
    role: AccessRole;
    validFrom: string;
    validTo: string | null;
  }>`
    select p.agency_id as "agencyId", p.role, p.valid_from as "validFrom", p.valid_to as "validTo"
    from post p where p.person_id = ${personId} and (p.valid_to is null or p.valid_to >= ${day})
    union all
    select p.agency_id, p.role, d.valid_from, d.valid_to
    from delegation d join post p on p.province_id = d.province_id and p.id = d.post_id
    where d.to_person_id = ${personId} and d.valid_to >= ${day} and d.revoked_on is null`.execute(tx);
  return rows;
}

export interface NewPost extends Post {
  readonly provinceId: string;
  readonly now: Temporal.Instant;
}

export async function insertPosts(tx: Tx, posts: readonly NewPost[]): Promise<void> {
  if (posts.length === 0) return;
  await tx
    .insertInto('post')
    .values(
      posts.map((post) => ({
        province_id: post.provinceId,
        id: post.id,
        person_id: post.personId,
        agency_id: post.agencyId,
        title: post.title,
        role: post.role,
        valid_from: post.validFrom,
        valid_to: post.validTo,
        recorded_at: post.now.toString(),
      })),
    )
    .execute();
}

export async function updatePostEnd(tx: Tx, postId: string, validTo: string): Promise<void> {
  await tx.updateTable('post').set({ valid_to: validTo }).where('id', '=', postId).execute();
}

/** Administrators who can sign in on a day, other than one post; locked, so that the last two cannot both go. */
export async function countOtherAdministrators(tx: Tx, postId: string, day: string): Promise<number> {
  const { rows } = await sql`
    select p.id from post p join person h on h.province_id = p.province_id and h.id = p.person_id
    where p.role = 'administrator' and p.id <> ${postId} and p.valid_from <= ${day}
      and (p.valid_to is null or p.valid_to > ${day}) and h.disabled_at is null and h.user_id is not null
    order by p.id for update of p`.execute(tx);
  return rows.length;
}
