import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { type Db, openDatabase, type Scope, type Tx, withScope } from './executor.ts';

const OURS = '00000000-0000-7000-8000-00000000000a';
const THEIRS = '00000000-0000-7000-8000-00000000000b';
const ALL = { figures: 'province', people: 'province', agencyIds: [], personId: null } as const;
/** Kept by the migrations themselves, before there is any province. */
const WITHOUT_PROVINCE = ['schema_migration'];
/** Rows that stay as they were written, whoever asks. */
const APPEND_ONLY = [
  'audit_entry',
  'audit_root',
  'handover',
  'plan_change',
  'source_file',
  'agency_event',
  'agency_event_reversal',
  'reform_act',
  'measurement',
  'measurement_carry',
  'measurement_carry_withdrawal',
  'calendar_notice',
  'work_act',
  'comment',
  'evidence_fact',
  'evidence_version',
  'stored_file',
  'notice',
  'notice_read',
  'digest_notice',
  'urging_letter',
  'letter_number',
  'urging_letter_item',
  'urging_letter_withdrawal',
];
/** What is said of the plans, which an agency reads and does not write. */
const OF_PLANS = ['source_file', 'plan', 'plan_import', 'task', 'finding', 'plan_change', 'assignment'];

let database: TestDatabase;
let owner: pg.Client;
const tables = await listTables();

/** From the catalogue, so that a table added tomorrow is asked about too. */
async function listTables(): Promise<readonly string[]> {
  const held = await createTestDatabase();
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`.execute(held.db);
  await held.close();
  return rows.map(({ name }) => name).filter((name) => !WITHOUT_PROVINCE.includes(name));
}

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const [id, code] of [
    [OURS, 'X1'],
    [THEIRS, 'X2'],
  ])
    await owner.query('insert into province (id, code, name) values ($1, $2, $2)', [id, code]);
  // Filled without asking what refers to what and what goes with what: only whose rows they are is looked at here.
  await owner.query('set session_replication_role = replica');
  const { rows: joint } = await owner.query<{ owner: string; name: string }>(
    "select conrelid::regclass::text as owner, conname as name from pg_constraint where contype = 'c' and array_length(conkey, 1) > 1 and connamespace = 'public'::regnamespace",
  );
  for (const check of joint) await owner.query(`alter table ${check.owner} drop constraint "${check.name}"`);
  for (const table of tables) if (table !== 'province') await fillTable(table);
});

afterAll(async () => {
  await owner.end();
  await database.close();
});

/** One row of each province, with something in every column that must hold something. */
async function fillTable(table: string): Promise<void> {
  const { rows } = await owner.query<{ name: string; type: string; checks: string | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as checks
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attnotnull`,
    [table],
  );
  for (const province of [OURS, THEIRS]) {
    const values = rows.map(({ name, type, checks }) =>
      name === 'province_id' ? province : sample(type, checks),
    );
    const names = rows.map(({ name }) => `"${name}"`).join(', ');
    const places = rows.map(({ type }, at) => `$${at + 1}::${type}`).join(', ');
    await owner.query(`insert into "${table}" (${names}) values (${places})`, values);
  }
}

function sample(type: string, checks: string | null): string {
  const allowed = /'([^']+)'::text/.exec(checks ?? '')?.[1];
  if (allowed !== undefined) return allowed;
  if (type === 'uuid') return '00000000-0000-7000-8000-00000000000c';
  if (type.startsWith('timestamp')) return '2026-01-01T00:00:00Z';
  if (type === 'date') return '2026-01-01';
  if (type === 'jsonb' || type === 'json') return '{"text": ""}';
  if (type === 'boolean') return 'true';
  if (type === 'bytea') return '\\x00';
  if (type.endsWith('[]')) return '{}';
  if (type === 'text') return 'a';
  return '1';
}

const columnOf = (table: string) => sql.ref(table === 'province' ? 'id' : 'province_id');
const count = async (tx: Db | Tx, table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n ?? -1;
const countTheirs = async (tx: Tx, table: string): Promise<number> =>
  (
    await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(table)} where ${columnOf(table)} = ${THEIRS}`.execute(tx)
  ).rows[0]?.n ?? -1;
const inOurs = <T>(work: (tx: Tx) => Promise<T>, scope: Partial<Scope> = {}) =>
  withScope(database.db, { provinceId: OURS, ...ALL, ...scope }, work);

async function mayDo(role: string, table: string, right: string): Promise<boolean> {
  const { rows } = await owner.query<{ may: boolean }>('select has_table_privilege($1, $2, $3) as may', [
    role,
    table,
    right,
  ]);
  return rows[0]?.may === true;
}

test('the catalogue was read', () => {
  expect(tables).toEqual(expect.arrayContaining(['province', 'plan', 'assignment', 'person', 'audit_entry']));
});

describe.each(tables)('%s', (table) => {
  test('has row-level security and a policy', async () => {
    const { rows } = await owner.query(
      'select relrowsecurity, (select count(*)::int from pg_policy where polrelid = c.oid) as policies from pg_class c where oid = $1::regclass',
      [table],
    );
    expect(rows[0].relrowsecurity).toBe(true);
    expect(rows[0].policies).toBeGreaterThan(0);
  });

  test('shows nothing to a query whose transaction named no province', async () => {
    expect(await count(database.db, table)).toBe(0);
    const reader = openDatabase(database.url, { role: 'don_doc_reader', connections: 1 });
    expect(await count(reader, table)).toBe(0);
    await reader.destroy();
  });

  test('shows the rows of its own province and of no other', async () => {
    expect(await inOurs((tx) => count(tx, table))).toBe(1);
    expect(await inOurs((tx) => countTheirs(tx, table))).toBe(0);
    const nowhere = { provinceId: '00000000-0000-7000-8000-00000000000d' };
    expect(await inOurs((tx) => count(tx, table), nowhere)).toBe(0);
  });

  test('takes no row for another province, and gives none to it', async () => {
    if (await mayDo('don_doc_app', table, 'insert')) {
      const { rows } = await owner.query<{ held: object }>(
        `select to_jsonb(t) as held from "${table}" t where province_id = $1`,
        [OURS],
      );
      const stolen = JSON.stringify({ ...rows[0]?.held, province_id: THEIRS });
      const columns = await insertable(table);
      const insert = (tx: Tx) =>
        sql`insert into ${sql.table(table)} (${sql.raw(columns)}) select ${sql.raw(columns)} from jsonb_populate_record(null::${sql.table(table)}, ${stolen}::jsonb)`.execute(
          tx,
        );
      await expect(inOurs(insert)).rejects.toThrow(/row-level security/);
    }
    if (await mayDo('don_doc_app', table, 'update')) {
      const give = (tx: Tx) => sql`update ${sql.table(table)} set ${columnOf(table)} = ${THEIRS}`.execute(tx);
      await expect(inOurs(give)).rejects.toThrow(/row-level security|append-only|foreign key/);
      const reach = (tx: Tx) =>
        sql`update ${sql.table(table)} set ${columnOf(table)} = ${columnOf(table)} where ${columnOf(table)} = ${THEIRS}`.execute(
          tx,
        );
      expect((await inOurs(reach)).numAffectedRows).toBe(0n);
    }
    if (await mayDo('don_doc_app', table, 'delete')) {
      const remove = (tx: Tx) =>
        sql`delete from ${sql.table(table)} where ${columnOf(table)} = ${THEIRS}`.execute(tx);
      expect((await inOurs(remove)).numAffectedRows).toBe(0n);
    }
  });
});

/** Columns whose values are given, not computed. */
async function insertable(table: string): Promise<string> {
  const { rows } = await owner.query<{ names: string }>(
    `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.names ?? '';
}

describe.each(APPEND_ONLY.filter((table) => tables.includes(table)))('%s is append-only', (table) => {
  test.each(['update', 'delete', 'truncate'])('by the rights of the role: no %s', async (right) => {
    for (const role of ['don_doc_app', 'don_doc_reader', 'don_doc_auth'])
      expect(await mayDo(role, table, right)).toBe(false);
  });
});

test('every table the product may add to but not alter is known here as append-only', async () => {
  const appendOnly: string[] = [];
  for (const table of tables)
    if ((await mayDo('don_doc_app', table, 'insert')) && !(await mayDo('don_doc_app', table, 'update')))
      appendOnly.push(table);
  expect(APPEND_ONLY).toEqual(expect.arrayContaining(appendOnly));
});

describe('the role of the product', () => {
  test('neither owns a table, nor is a superuser, nor passes by row-level security', async () => {
    const { rows } = await owner.query(
      `select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, count(c.oid)::int as owned
       from pg_roles r left join pg_class c on c.relowner = r.oid where r.rolname like 'don_doc_%' group by 1, 2, 3, 4, 5 order by 1`,
    );
    for (const row of rows)
      expect(row).toEqual({
        rolname: row.rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
      });
    expect(rows.map(({ rolname }) => rolname)).toEqual(['don_doc_app', 'don_doc_auth', 'don_doc_reader']);
  });

  test.each(['user', 'session', 'account', 'verification', 'twoFactor', 'attempt', 'link'])(
    'reads nothing of sign-in: %s',
    async (table) => {
      for (const role of ['don_doc_app', 'don_doc_reader'] as const) {
        const db = openDatabase(database.url, { role, connections: 1 });
        await expect(sql`select * from auth.${sql.ref(table)}`.execute(db)).rejects.toThrow(
          /permission denied/,
        );
        await db.destroy();
      }
    },
  );

  test.each(tables)('of sign-in reads nothing of the product: %s', async (table) => {
    await expect(sql`select * from public.${sql.ref(table)}`.execute(database.authDb)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('who reaches an agency only', () => {
  const OFFICER = { figures: 'agency', people: 'agency', agencyIds: ['a'] } as const;

  test.each(OF_PLANS)('reads but does not write: %s', async (table) => {
    const columns = await insertable(table);
    const { rows } = await owner.query<{ held: object }>(
      `select to_jsonb(t) as held from "${table}" t where province_id = $1`,
      [OURS],
    );
    const copy = JSON.stringify({ ...rows[0]?.held, id: '00000000-0000-7000-8000-00000000000e' });
    expect(await inOurs((tx) => count(tx, table), OFFICER)).toBe(1);
    const insert = (tx: Tx) =>
      sql`insert into ${sql.table(table)} (${sql.raw(columns)}) select ${sql.raw(columns)} from jsonb_populate_record(null::${sql.table(table)}, ${copy}::jsonb)`.execute(
        tx,
      );
    await expect(inOurs(insert, OFFICER)).rejects.toThrow(/row-level security/);
    if (await mayDo('don_doc_app', table, 'delete'))
      expect(
        (await inOurs((tx) => sql`delete from ${sql.table(table)}`.execute(tx), OFFICER)).numAffectedRows,
      ).toBe(0n);
    if (table !== 'assignment' && (await mayDo('don_doc_app', table, 'update')))
      expect(
        (await inOurs((tx) => sql`update ${sql.table(table)} set id = id`.execute(tx), OFFICER))
          .numAffectedRows,
      ).toBe(0n);
  });

  test('sees no part of another agency, nor any person of it', async () => {
    const elsewhere = { ...OFFICER, agencyIds: ['b'] };
    for (const table of ['assignment', 'person', 'post', 'delegation', 'invitation', 'handover'])
      expect({ table, rows: await inOurs((tx) => count(tx, table), elsewhere) }).toEqual({ table, rows: 0 });
  });

  test('does not hand a part of its own to another agency', async () => {
    const give = (tx: Tx) => sql`update assignment set agency_id = 'b'`.execute(tx);
    await expect(inOurs(give, OFFICER)).rejects.toThrow(/row-level security/);
  });
});

test('an administrator sees nothing of the work', async () => {
  const scope = { figures: 'none', people: 'province' } as const;
  for (const table of OF_PLANS)
    expect({ table, rows: await inOurs((tx) => count(tx, table), scope) }).toEqual({ table, rows: 0 });
  expect(await inOurs((tx) => count(tx, 'person'), scope)).toBe(1);
});

test('a setting that is no province, agency or person never becomes SQL', async () => {
  expect(() => inOurs((tx) => count(tx, 'plan'), { provinceId: "x'; drop table plan; --" })).toThrow(/UUID/);
  expect(() => inOurs((tx) => count(tx, 'plan'), { agencyIds: ["a', 'b"] })).toThrow(/slug/);
  expect(() => inOurs((tx) => count(tx, 'plan'), { personId: "'" })).toThrow(/UUID/);
});
