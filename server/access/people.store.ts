import { sql } from 'kysely';
import type { PersonState } from '#contract/access.ts';
import type { AccessRole } from '#domain/access/role.ts';
import { fold } from '#domain/kernel/text.ts';
import type { Tx } from '../db/executor.ts';

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly user_id: string | null;
  readonly disabled_at: Date | null;
  readonly demo: boolean;
}

/** As JSON writes them, days as ISO days. */
export interface PostJson {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly title: string;
  readonly role: AccessRole;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface PeopleFilter {
  readonly search?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly role?: AccessRole | undefined;
  readonly state?: PersonState | undefined;
  readonly limit: number;
  readonly offset: number;
}

const POST_JSON = sql`json_build_object('id', p.id, 'agencyId', p.agency_id, 'agencyName', g.name, 'title', p.title,
  'role', p.role, 'validFrom', p.valid_from, 'validTo', p.valid_to)`;
const WITH_AGENCY = sql`post p join agency g on g.province_id = p.province_id and g.id = p.agency_id`;

const IN_STATE: Readonly<Record<PersonState, ReturnType<typeof sql>>> = {
  disabled: sql`h.disabled_at is not null`,
  invited: sql`h.disabled_at is null and h.user_id is null and not h.demo`,
  active: sql`h.disabled_at is null and (h.user_id is not null or h.demo)`,
};

/** One page of people by name in Vietnamese order, with the posts they hold on the day, and how many there are. */
export async function listPeople(
  tx: Tx,
  day: string,
  { search, agencyId, role, state, limit, offset }: PeopleFilter,
): Promise<{
  readonly total: number;
  readonly people: readonly (PersonRecord & { readonly posts: readonly PostJson[] })[];
}> {
  const words = fold(search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const held = sql`p.province_id = h.province_id and p.person_id = h.id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})`;
  const conditions = [
    ...words.map((word) => sql`h.search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    ...(agencyId === undefined && role === undefined
      ? []
      : [
          sql`exists (select from post p where ${held}
            ${agencyId === undefined ? sql`` : sql`and p.agency_id = ${agencyId}`}
            ${role === undefined ? sql`` : sql`and p.role = ${role}`})`,
        ]),
    ...(state === undefined ? [] : [IN_STATE[state]]),
  ];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const counted = await sql<{ total: number }>`select count(*) as total from person h where ${where}`.execute(
    tx,
  );
  const { rows } = await sql<PersonRecord & { posts: PostJson[] }>`
    select h.id, h.name, h.email, h.phone, h.user_id, h.disabled_at, h.demo,
      coalesce((select json_agg(${POST_JSON} order by p.valid_from, p.id) from ${WITH_AGENCY} where ${held}), '[]') as posts
    from person h where ${where}
    order by h.name collate vi_order, h.id limit ${limit} offset ${offset}`.execute(tx);
  return { total: counted.rows[0]?.total ?? 0, people: rows };
}

export async function findPerson(tx: Tx, personId: string): Promise<PersonRecord | undefined> {
  return tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'phone', 'user_id', 'disabled_at', 'demo'])
    .where('id', '=', personId)
    .executeTakeFirst();
}

export function findPersonByEmail(tx: Tx, email: string) {
  return tx.selectFrom('person').select(['id', 'name']).where('email', '=', email).executeTakeFirst();
}

/** Everybody a table of people may name, with all posts that are not over. */
export async function listKnownPeople(tx: Tx, emails: readonly string[], day: string) {
  const { rows } = await sql<PersonRecord & { posts: PostJson[] }>`
    select h.id, h.name, h.email, h.phone, h.user_id, h.disabled_at, h.demo,
      coalesce((select json_agg(${POST_JSON}) from ${WITH_AGENCY}
        where p.province_id = h.province_id and p.person_id = h.id and (p.valid_to is null or p.valid_to >= ${day})), '[]') as posts
    from person h where h.email = any (${[...emails]})`.execute(tx);
  return rows;
}

export interface NewPerson {
  readonly provinceId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly now: Temporal.Instant;
}

export async function insertPeople(tx: Tx, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  await tx
    .insertInto('person')
    .values(
      people.map(({ provinceId, id, name, email, phone, now }) => ({
        province_id: provinceId,
        id,
        name,
        email,
        phone,
        recorded_at: now.toString(),
      })),
    )
    .execute();
}

export async function updatePerson(
  tx: Tx,
  personId: string,
  values: {
    readonly name?: string;
    readonly phone?: string | null;
    readonly user_id?: string;
    readonly disabled_at?: string | null;
  },
): Promise<void> {
  await tx.updateTable('person').set(values).where('id', '=', personId).execute();
}
