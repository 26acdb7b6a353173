import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { wholeProvince, withScope } from './executor.ts';

const LANG_SON = '00000000-0000-7000-8000-000000000037';
const CAO_BANG = '00000000-0000-7000-8000-000000000014';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(
    `insert into province (id, code, name) values ('${LANG_SON}', 'T37', 'Lạng Sơn'), ('${CAO_BANG}', 'T14', 'Cao Bằng')`,
  );
  await owner.end();
});

afterAll(() => database.close());

function addAgency(provinceId: string, ofProvince: string, id: string): Promise<unknown> {
  return withScope(database.db, wholeProvince(provinceId), (tx) =>
    tx
      .insertInto('agency')
      .values({
        province_id: ofProvince,
        id,
        name: id,
        level: 'province',
        kind: 'department',
        verified: false,
        source: 'test',
      })
      .execute(),
  );
}

function listAgencyIds(provinceId: string): Promise<string[]> {
  return withScope(database.db, wholeProvince(provinceId), async (tx) =>
    (await tx.selectFrom('agency').select('id').orderBy('id').execute()).map(({ id }) => id),
  );
}

describe('a province', () => {
  test('sees its own rows and none of another', async () => {
    await addAgency(LANG_SON, LANG_SON, 'so-noi-vu');
    await addAgency(CAO_BANG, CAO_BANG, 'so-tu-phap');
    expect(await listAgencyIds(LANG_SON)).toEqual(['so-noi-vu']);
    expect(await listAgencyIds(CAO_BANG)).toEqual(['so-tu-phap']);
  });

  test('cannot write a row of another', async () => {
    await expect(addAgency(LANG_SON, CAO_BANG, 'so-y-te')).rejects.toThrow(/row-level security/);
  });

  test('is not carried over to the next use of the same connection', async () => {
    await listAgencyIds(LANG_SON);
    expect(await database.db.selectFrom('agency').select('id').execute()).toEqual([]);
  });

  test('is named by a UUID and by nothing that could be SQL', () => {
    expect(() =>
      withScope(database.db, wholeProvince(`'; drop table plan; --`), async () => undefined),
    ).toThrow(/UUID/);
  });
});

test.each(['source_file', 'plan_change'])(
  'the app adds to %s and never changes or removes',
  async (table) => {
    const change = withScope(database.db, wholeProvince(LANG_SON), (tx) =>
      sql`delete from ${sql.table(table)}`.execute(tx),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  },
);

test('a day comes back as the day it is, whatever the time zone', async () => {
  const { rows } = await sql<{ day: string }>`select date '2024-06-03' as day`.execute(database.db);
  expect(rows).toEqual([{ day: '2024-06-03' }]);
});
