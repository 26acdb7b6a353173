import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { listMigrations, type Migration, MigrationEdited, migrate, SchemaTooNew } from './migrate.ts';
import landed from './migrations/landed.json' with { type: 'json' };

const opened: TestDatabase[] = [];

async function emptyDatabase(): Promise<string> {
  const database = await createTestDatabase({ empty: true });
  opened.push(database);
  return database.url;
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function listTables(url: string): Promise<{ name: string }[]> {
  return ask(url, `select tablename as name from pg_tables where schemaname = 'public' order by 1`);
}

function invent(number: number, sql: string): Migration {
  return { number, name: `${number}-invented.sql`, sha256: String(number), sql, breaking: false };
}

const PROVINCE = '00000000-0000-7000-8000-000000000001';
const A_PLAN_OF_SCHEMA_1 = `
  insert into province values ('${PROVINCE}', 'H37', 'Lạng Sơn');
  insert into agency (province_id, id, name, level, kind, verified, source)
    values ('${PROVINCE}', 'so-noi-vu', 'Sở Nội vụ', 'province', 'department', false, 'thử');
  insert into source_file values ('${PROVINCE}', gen_random_uuid(), 'abc', 'kế hoạch.docx', 'docx', '\\x00', now());
  insert into plan (province_id, id, number, title, revision, recorded_at)
    values ('${PROVINCE}', gen_random_uuid(), '126/KH-UBND', 'Kế hoạch', 1, now());
  insert into plan_import (province_id, id, source_file_id, plan_id, state, reading, recorded_at)
    select '${PROVINCE}', gen_random_uuid(), f.id, p.id, 'confirmed', '{"rows": []}', now() from plan p, source_file f;
  insert into task (province_id, id, plan_id, ord, depth, kind, code, name, deadline)
    select '${PROVINCE}', gen_random_uuid(), id, 0, 0, 'task', 'I.1', 'Báo cáo', '{"text": "Năm 2024"}' from plan;
  insert into assignment (province_id, id, plan_id, task_id, agency_id, role, basis)
    select '${PROVINCE}', gen_random_uuid(), plan_id, id, 'so-noi-vu', 'lead', 'Sở Nội vụ' from task;
  insert into finding (province_id, id, plan_id, task_id, code, message, remedy)
    select '${PROVINCE}', gen_random_uuid(), plan_id, id, 'no-real-date', 'a', 'b' from task;
  insert into plan_change (province_id, id, plan_id, revision, kind, actor, occurred_at)
    select '${PROVINCE}', gen_random_uuid(), id, 1, 'imported', 'ai đó', now() from plan;`;

/** Every row of every table, as the database writes it. */
async function readAll(url: string): Promise<Record<string, unknown[]>> {
  const tables = (await listTables(url)).filter(({ name }) => name !== 'schema_migration');
  const read = tables.map(async ({ name }) => {
    const rows = await ask<{ row: unknown }>(url, `select to_jsonb(t) as row from ${name} t`);
    return [name, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

test('a migration that has landed is never edited: its digest is the one written down', () => {
  // Changed a landed file? Write a new one instead. Added a file? Write its digest into landed.json.
  expect(Object.fromEntries(listMigrations().map(({ name, sha256 }) => [name, sha256]))).toEqual(landed);
});

describe('a database is brought to the newest schema', () => {
  test('from nothing, and a second run finds nothing to do', async () => {
    const url = await emptyDatabase();
    const first = await migrate(url);
    expect(first.applied.map(({ name }) => name)).toEqual(Object.keys(landed));
    expect((await migrate(url)).applied).toEqual([]);
  });

  test.each(listMigrations().map(({ number, name }) => ({ number, name })))(
    'from the schema of $name, keeping what it holds',
    async ({ number }) => {
      const url = await emptyDatabase();
      await migrate(url, listMigrations().slice(0, number));
      await ask(url, A_PLAN_OF_SCHEMA_1);
      const before = await readAll(url);
      await migrate(url);
      const after = await readAll(url);
      for (const [table, rows] of Object.entries(before)) expect(after[table]).toMatchObject(rows);
    },
  );

  test('by several servers that start at the same moment, each step once', async () => {
    const url = await emptyDatabase();
    const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
    expect(runs.flatMap(({ applied }) => applied.map(({ name }) => name))).toEqual(Object.keys(landed));
  });

  test('in two databases of one server at the same moment, though they share its roles', async () => {
    const urls = await Promise.all([emptyDatabase(), emptyDatabase()]);
    await Promise.all(urls.map((url) => migrate(url)));
    expect(await listTables(urls[0])).toEqual(await listTables(urls[1]));
  });
});

describe('a database is left as it was', () => {
  test('when its schema is newer than this program', async () => {
    const url = await emptyDatabase();
    const known = listMigrations();
    await migrate(url, [...known, invent(known.length + 1, 'create table of_the_future (id int)')]);
    await expect(migrate(url)).rejects.toThrow(SchemaTooNew);
    await expect(migrate(url)).rejects.toThrow(/mới hơn chương trình .* newer than this program/);
  });

  test('when a step it took was edited afterwards', async () => {
    const url = await emptyDatabase();
    await migrate(url, [invent(1, 'create table plain (id int)')]);
    const edited = { ...invent(1, 'create table plain (id bigint)'), sha256: 'another' };
    await expect(migrate(url, [edited])).rejects.toThrow(MigrationEdited);
  });

  test('by a step that fails half way, and goes on once that step is mended', async () => {
    const url = await emptyDatabase();
    const good = invent(1, 'create table first (id int)');
    const bad = invent(2, 'create table second (id int); select 1 / 0');
    await expect(migrate(url, [good, bad])).rejects.toThrow(/division by zero/);
    expect(await listTables(url)).toEqual([{ name: 'first' }, { name: 'schema_migration' }]);
    const mended = { ...bad, sql: 'create table second (id int)' };
    expect((await migrate(url, [good, mended])).applied).toEqual([mended]);
  });
});
