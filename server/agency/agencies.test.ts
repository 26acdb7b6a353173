import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSubtree } from '#server/agency/list-subtree.ts';
import { seedAgencies } from '#server/agency/seed-agencies.ts';
import { inScope, systemDeps } from '#server/deps.ts';
import { type ProductUnderTest, startProduct } from '#test/product.ts';

let product: ProductUnderTest;

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-01T02:00:00Z' });
});

afterAll(() => product.close());

const ask = async (url: string) => (await product.call('GET', `/api${url}`)).body;
const names = (agencies: readonly { name: string }[]) => agencies.map(({ name }) => name);

describe('the directory', () => {
  test('is asked as of a day, or for every agency there ever was', async () => {
    const of = async (on: string) => (await ask(`/agencies?on=${on}`)).map(({ id }: { id: string }) => id);
    expect(await of('2025-02-28')).toContain('so-noi-vu');
    expect(await of('2025-03-01')).not.toContain('so-noi-vu');
    expect(await of('2025-03-01')).toContain('so-noi-vu-2025');
    expect(await ask('/agencies')).toHaveLength(110);
  });

  test.each([
    ['noi vu', ['Sở Nội vụ', 'Sở Nội vụ']],
    ['THAT khe', ['UBND xã Thất Khê']],
    ['06040', ['UBND xã Thất Khê']],
    ['hoà quy', ['UBND xã Quý Hòa']],
    ['khong co', []],
  ])('is searched for "%s"', async (search, expected) => {
    expect(names(await ask(`/agencies?search=${encodeURIComponent(search)}`))).toEqual(expected);
  });

  test('is for whoever works here, and for nobody else', async () => {
    expect((await product.anonymous.call('GET', '/api/agencies/tree')).status).toBe(401);
    const administrator = await product.as('administrator');
    expect((await administrator.call('GET', '/api/agencies/tree')).status).toBe(200);
  });
});

describe('the tree', () => {
  test('of a day has its districts or its communes below the province', async () => {
    const levels = async (on: string) => {
      const { agencies } = await ask(`/agencies/tree?on=${on}`);
      return Object.groupBy(agencies as { level: string; parentId: string }[], ({ level }) => level);
    };
    expect((await levels('2025-06-30'))['district']).toHaveLength(11);
    const after = await levels('2025-07-01');
    expect(after['district']).toBeUndefined();
    expect(after['commune']).toHaveLength(65);
    expect(after['commune']?.every(({ parentId }) => parentId === 'ubnd-tinh')).toBe(true);
  });

  test('tells the days on which it changes, and what is not known of a day', async () => {
    const { days, gaps } = await ask('/agencies/tree?on=2024-12-15');
    expect(days).toMatchObject([
      { day: '2025-03-01', founded: 6, ended: 11 },
      { day: '2025-07-01', founded: 65, ended: 11 },
    ]);
    expect(gaps.map(({ count }: { count: number | null }) => count)).toContain(194);
    expect(await ask('/agencies/gaps')).not.toHaveLength(0);
  });
});

describe('an agency', () => {
  test('has a life, a place and relatives', async () => {
    const one = await ask('/agencies/ubnd-huyen-trang-dinh');
    expect(one).toMatchObject({
      validTo: '2025-06-30',
      on: '2025-06-30',
      path: [{ name: 'UBND tỉnh Lạng Sơn' }],
    });
    expect(one.successors).toHaveLength(7);
    expect(one.life).toMatchObject([
      { kind: 'establish', on: null },
      {
        kind: 'abolish',
        on: '2025-07-01',
        confidence: 'B',
        verified: false,
        decision: { number: '202/2025/QH15' },
      },
    ]);
    expect(one.gaps.map(({ id }: { id: string }) => id)).toContain('huyen-thanh-xa');
  });

  test('that is not there is not found', async () => {
    expect((await product.call('GET', '/api/agencies/khong-co')).status).toBe(404);
  });
});

test('the subtree of an agency is of a day', async () => {
  const { deps } = product.product;
  const below = await inScope(deps, (tx) => listSubtree(tx, ['ubnd-tinh', 'so-noi-vu-2025'], '2025-07-01'));
  expect(below.get('ubnd-tinh')).toContain('ubnd-xa-that-khe');
  expect(below.get('ubnd-tinh')).not.toContain('ubnd-huyen-trang-dinh');
  expect(below.get('so-noi-vu-2025')).toEqual(['so-noi-vu-2025']);
});

test('a province of an older version is given its history at the next start, and ids stay', async () => {
  const { deps } = product.product;
  const owner = new pg.Client({ connectionString: product.database.url });
  await owner.connect();
  // As it stood before there were events: agencies with their days and successors only.
  for (const table of ['agency_event', 'agency_name', 'agency_parent', 'agency_code', 'agency_revision'])
    await owner.query(`delete from ${table}`);
  await owner.query(`delete from post where agency_id = 'ubnd-tinh'`);
  await owner.query(`delete from agency where id = 'ubnd-tinh'`);
  const held = await owner.query('select id, name, valid_from, valid_to, successors from agency order by id');
  expect(await inScope(deps, (tx) => seedAgencies(tx, systemDeps(deps)))).toEqual({ first: false });
  const now = await owner.query(
    `select id, name, valid_from, valid_to, successors from agency where id <> 'ubnd-tinh' order by id`,
  );
  const events = await owner.query('select count(*)::int as n from agency_event');
  await owner.end();
  expect(now.rows).toEqual(held.rows);
  expect(events.rows).toEqual([{ n: 123 }]);
});

test('events are only ever added: the role of the app may not change or remove one', async () => {
  const { deps } = product.product;
  const attempt = (statement: string) => inScope(deps, (tx) => sql.raw(statement).execute(tx));
  await expect(attempt("update agency_event set kind = 'move'")).rejects.toThrow(/permission denied/);
  await expect(attempt('delete from agency_event')).rejects.toThrow(/permission denied/);
  await expect(attempt('delete from reform_act')).rejects.toThrow(/permission denied/);
});
