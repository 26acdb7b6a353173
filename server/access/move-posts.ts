import { sql } from 'kysely';
import { nameOn } from '#domain/agency/history/agency-life.ts';
import { ownerOf } from '#domain/agency/reform/new-owner.ts';
import type { EndedAgency } from '#domain/agency/reform/reform-effects.ts';
import type { MovedItem, ReformAtWork, ReformMover } from '../agency/reform-mover.ts';
import type { Tx } from '../db/executor.ts';

const NAME = 'posts';

interface PostRow {
  readonly id: string;
  readonly agency_id: string;
  readonly person_id: string;
  readonly person: string;
  readonly title: string;
  readonly role: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  /** Whether it began before its agency ended, and so has a part there. */
  readonly began_before: boolean;
}

interface Moved {
  readonly posts: readonly {
    readonly id: string;
    readonly validTo: string | null;
    readonly newId: string | null;
  }[];
}

/**
 * Posts that run on past the end of their agency: each ends the day before, and is held on in the agency that goes
 * on, under the same title. Begun only after the agency had ended, it is taken there from its first day.
 */
export const postMover: ReformMover = {
  name: NAME,
  words: 'Chức vụ',
  preview: async (tx, _deps, { effects }) =>
    (await listPosts(tx, effects.ended)).map(
      (post): MovedItem => ({
        id: post.id,
        agencyId: post.agency_id,
        words: `${post.person}, ${post.title}`,
        day: post.valid_from,
        count: 1,
        later: !post.began_before,
        choosable: true,
        note: null,
      }),
    ),
  apply: async (tx, deps, { effects }, choices): Promise<Moved> => {
    const posts = await listPosts(tx, effects.ended);
    const moved = posts.map((post) => {
      const owner = ownerOf(effects, choices, { mover: NAME, id: post.id, agencyId: post.agency_id });
      return {
        post,
        owner: owner?.kind === 'agency' ? owner.agencyId : null,
        newId: owner?.kind === 'agency' ? deps.newId() : null,
      };
    });
    await endPosts(tx, effects.ended);
    await sql`
      insert into post (province_id, id, person_id, agency_id, title, role, valid_from, valid_to, recorded_at)
      select p.province_id, given.new_id, p.person_id, given.agency_id, p.title, p.role,
             greatest(p.valid_from, given.first_day), given.valid_to, ${deps.now().toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(
        moved.flatMap(({ post, owner, newId }) =>
          owner === null
            ? []
            : [
                {
                  id: post.id,
                  new_id: newId,
                  agency_id: owner,
                  first_day: effects.ended.find(({ agencyId }) => agencyId === post.agency_id)?.on,
                  valid_to: post.valid_to,
                },
              ],
        ),
      )}::jsonb) as given (id uuid, new_id uuid, agency_id text, first_day date, valid_to date)
      join post p on p.id = given.id`.execute(tx);
    return { posts: moved.map(({ post, newId }) => ({ id: post.id, validTo: post.valid_to, newId })) };
  },
  listLater: async (tx, _deps, work, moved) => {
    const own = ((moved as Moved | undefined)?.posts ?? []).flatMap(({ newId }) => newId ?? []);
    const { rows } = await sql<{ person: string; title: string; agency_id: string; what: string }>`
      select h.name as person, p.title, p.agency_id, case
          when exists (select from delegation d where d.province_id = p.province_id and d.post_id = p.id) then 'đã được ủy quyền'
          when exists (select from handover o where o.province_id = p.province_id and o.post_id = p.id) then 'đã được bàn giao'
          else 'được trao tại cơ quan mới lập' end as what
      from post p join person h on h.province_id = p.province_id and h.id = p.person_id
      where (p.id = any(${own}::uuid[])
             and (exists (select from delegation d where d.province_id = p.province_id and d.post_id = p.id)
               or exists (select from handover o where o.province_id = p.province_id and o.post_id = p.id)))
         or (p.agency_id = any(${[...work.effects.foundedIds]}::text[]) and not p.id = any(${own}::uuid[])
             and (p.valid_to is null or p.valid_to >= p.valid_from))`.execute(tx);
    return rows.map(
      ({ person, title, agency_id, what }) =>
        `chức vụ ${title} của ${person} tại ${nameIn(work, agency_id)} ${what}`,
    );
  },
  reverse: async (tx, _deps, _work, moved) => {
    const { posts } = moved as Moved;
    await sql`update post set valid_to = valid_from - 1 where id = any(${posts.flatMap(({ newId }) => newId ?? [])}::uuid[])`.execute(
      tx,
    );
    await sql`
      update post set valid_to = given.valid_to
      from jsonb_to_recordset(${JSON.stringify(posts.map(({ id, validTo }) => ({ id, valid_to: validTo })))}::jsonb)
        as given (id uuid, valid_to date)
      where post.id = given.id`.execute(tx);
  },
};

async function listPosts(tx: Tx, ended: readonly EndedAgency[]): Promise<readonly PostRow[]> {
  const { rows } = await sql<PostRow>`
    select p.id, p.agency_id, p.person_id, h.name as person, p.title, p.role, p.valid_from, p.valid_to,
           p.valid_from < ended.first_day as began_before
    from ${endedTable(ended)}
    join post p on p.agency_id = ended.agency_id and (p.valid_to is null or p.valid_to >= ended.first_day)
      and (p.valid_to is null or p.valid_to >= p.valid_from)
    join person h on h.province_id = p.province_id and h.id = p.person_id
    order by p.agency_id, h.name, p.id`.execute(tx);
  return rows;
}

/** A post that began only after its agency had ended is taken back: its last day stands before its first. */
async function endPosts(tx: Tx, ended: readonly EndedAgency[]): Promise<void> {
  await sql`
    update post p set valid_to = greatest(ended.first_day, p.valid_from) - 1
    from ${endedTable(ended)}
    where p.agency_id = ended.agency_id and (p.valid_to is null or p.valid_to >= ended.first_day)
      and (p.valid_to is null or p.valid_to >= p.valid_from)`.execute(tx);
}

function endedTable(ended: readonly EndedAgency[]) {
  return sql`unnest(${ended.map(({ agencyId }) => agencyId)}::text[], ${ended.map(({ on }) => on)}::date[]) as ended (agency_id, first_day)`;
}

function nameIn({ effects }: ReformAtWork, id: string): string {
  const life = effects.after.get(id);
  return life === undefined ? id : nameOn(life, life.validTo ?? '9999-12-31');
}
