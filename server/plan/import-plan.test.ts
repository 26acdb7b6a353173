import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProductUnderTest, startProduct } from '#test/product.ts';

const SAMPLE = readFileSync(new URL('../../samples/ke-hoach-126-kh-ubnd-lang-son-2024.txt', import.meta.url));

let product: ProductUnderTest;

beforeAll(async () => {
  product = await startProduct({ now: '2024-06-10T02:00:00Z' });
});

afterAll(() => product.close());

const call = (method: 'GET' | 'POST', url: string) => product.call(method, url);
const upload = (name: string, bytes: Uint8Array | string) => product.upload(name, bytes);

async function count(table: string): Promise<number> {
  const owner = new pg.Client({ connectionString: product.database.url });
  await owner.connect();
  const { rows } = await owner.query<{ count: string }>(`select count(*) from ${table}`);
  await owner.end();
  return Number(rows[0]?.count);
}

describe('a document becomes a living plan', () => {
  let importId = '';
  let planId = '';

  test('the document is read, and nothing is a plan before it is confirmed', async () => {
    const { status, body } = await upload('ke-hoach.txt', SAMPLE);
    expect(status).toBe(200);
    importId = body.importId;
    const draft = (await call('GET', `/api/imports/${importId}`)).body;
    expect(draft).toMatchObject({
      state: 'draft',
      plan: { number: '126/KH-UBND' },
      receipt: { words: 6237, lost: [] },
    });
    expect(draft.rows.filter((row: { kind: string }) => row.kind === 'task')).toHaveLength(82);
    expect((await call('GET', '/api/plans')).body).toEqual([]);
  });

  test('confirmed, it holds every task with a part for each real agency', async () => {
    const { body } = await call('POST', `/api/imports/${importId}/confirm`);
    planId = body.planId;
    expect(body).toMatchObject({ created: 109, changed: 0, removed: 0 });
    const plan = (await call('GET', `/api/plans/${planId}`)).body;
    expect(plan.counts).toMatchObject({ areas: 8, headings: 19, tasks: 82 });
    expect(plan.counts.assignments).toBeGreaterThan(1_000);
  });

  test('confirming again and importing the same file again change nothing', async () => {
    const before = [await count('task'), await count('assignment'), await count('source_file')];
    expect((await call('POST', `/api/imports/${importId}/confirm`)).body).toEqual({
      planId,
      created: 0,
      changed: 0,
      removed: 0,
    });
    expect((await upload('ten-khac.txt', SAMPLE)).body).toEqual({ importId });
    expect([await count('task'), await count('assignment'), await count('source_file')]).toEqual(before);
  });

  test.each([
    ['search=thu+tuc', 'thủ tục'],
    ['search=THỦ TỤC', 'thủ tục'],
  ])('rows are found by %s', async (query, words) => {
    const { rows } = (await call('GET', `/api/plans/${planId}/rows?${encodeURI(query)}`)).body;
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.some((row: { name: string }) => row.name.toLowerCase().includes(words))).toBe(true);
  });

  test('a filter keeps the areas and headings above what it finds', async () => {
    const { rows } = (await call('GET', `/api/plans/${planId}/rows?finding=two-leads`)).body;
    expect(rows.map((row: { code: string }) => row.code)).toEqual(['I', 'I.6', 'V', 'V.2']);
  });

  test('an agency sees what it leads, coordinates and oversees', async () => {
    const { work } = (await call('GET', '/api/agencies/so-noi-vu')).body;
    expect(new Set(work.map((part: { role: string }) => part.role))).toEqual(
      new Set(['lead', 'coordinate', 'oversee']),
    );
  });

  test('a task shows its source cell, its parts and its findings', async () => {
    const { rows } = (await call('GET', `/api/plans/${planId}/rows?search=phieu+khao+sat`)).body;
    expect(rows.map((row: { code: string }) => row.code)).toEqual(['I', 'I.8']);
    const all = (await call('GET', `/api/plans/${planId}/rows?limit=500`)).body.rows;
    const row = all.find((found: { code: string }) => found.code === 'I.6');
    const task = (await call('GET', `/api/tasks/${row.id}`)).body;
    expect(task).toMatchObject({
      path: [{ code: 'I' }],
      source: { deadline: { text: 'Trong năm 2024', places: [{ line: 20 }] } },
    });
    expect(task.findings.map((finding: { code: string }) => finding.code)).toContain('two-leads');
  });

  test.each(['docx', 'xlsx'])('exported as %s and imported again, nothing differs', async (kind) => {
    const file = await product.download(`/api/plans/${planId}/export.${kind}`);
    const again = (await upload(`lai.${kind}`, file)).body;
    const read = (await call('GET', `/api/imports/${again.importId}`)).body;
    const first = (await call('GET', `/api/imports/${importId}`)).body;
    const words = (rows: Record<string, unknown>[]) =>
      rows.map(({ code, kind: of, name, deadline, leads, coordinators, deliverables }) => ({
        code,
        of,
        name,
        deadline,
        leads,
        coordinators,
        deliverables,
      }));
    expect(words(read.rows)).toEqual(words(first.rows));
    expect(read.plan).toEqual(first.plan);
    expect(read.replaces).toMatchObject({
      planId,
      diff: { added: [], removed: [], changed: [], unchanged: 109 },
    });
    expect(read.identical).toBe(true);
  });

  test('undone, the plan is gone from the lists and its rows are kept', async () => {
    const tasks = await count('task');
    expect((await call('POST', `/api/imports/${importId}/undo`)).status).toBe(200);
    expect((await call('GET', '/api/plans')).body).toEqual([]);
    expect(await count('task')).toBe(tasks);
    expect((await call('POST', `/api/imports/${importId}/undo`)).body).toMatchObject({
      data: { refusals: [{ code: 'import-already-undone' }] },
    });
  });
});

describe('what is refused leaves nothing behind', () => {
  test.each([
    ['trong.txt', '', 'file-empty', 422],
    ['anh.png', '\u0089PNG\r\n\u001a\n0000', 'file-kind-unknown', 415],
    ['thu.txt', 'Kính gửi các đồng chí', 'no-table', 422],
    [
      'lich.txt',
      'Thứ\tNội dung\tThời gian\tChủ trì\tĐịa điểm\nHai\tHọp\t8h\tGiám đốc\tP.1',
      'no-plan-table',
      422,
    ],
  ])('%s', async (name, bytes, code, status) => {
    const before = await count('source_file');
    const answer = await upload(name, bytes);
    expect(answer).toMatchObject({ status, body: { data: { refusals: [{ code }] } } });
    expect(await count('source_file')).toBe(before);
  });

  test('an address that is no identifier, or of nothing', async () => {
    expect((await call('GET', '/api/plans/abc')).status).toBe(400);
    expect((await call('GET', '/api/plans/00000000-0000-7000-8000-000000000000')).body).toMatchObject({
      data: { refusals: [{ code: 'not-found' }] },
    });
    expect((await call('GET', '/api/nothing')).status).toBe(404);
  });
});

describe('the database itself', () => {
  test('shows nothing to a query that names no province', async () => {
    expect(await product.database.db.selectFrom('agency').selectAll().execute()).toEqual([]);
  });

  test.each(['plan_change', 'source_file'] as const)('lets nobody rewrite %s', async (table) => {
    await expect(product.database.db.deleteFrom(table).execute()).rejects.toThrow(/permission denied/);
  });
});
