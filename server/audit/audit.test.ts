import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '#contract/audit.ts';
import { auditActWords } from '#domain/audit/audit-words.ts';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';
import { inScope } from '../deps.ts';
import { checkExport } from './check-export.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\t\tBáo cáo\n2\tTập huấn\tQuý III/2026\tSở Nội vụ\t\t02 lớp\n';

let product: ProductUnderTest;
let auditor: Client;
let planId = '';
let areaId = '';
let taskId = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-01T02:00:00Z' });
  auditor = await product.as('auditor');
  const { importId } = (await product.upload('ke-hoach.txt', PLAN)).body;
  await product.call('POST', `/api/imports/${importId}/corrections`, {
    rowKey: (await product.call('GET', `/api/imports/${importId}`)).body.rows[1].key,
    words: { deadline: 'Quý IV/2026' },
  });
  planId = (await product.call('POST', `/api/imports/${importId}/confirm`)).body.planId;
  const { rows } = (await product.call('GET', `/api/plans/${planId}/rows?limit=10`)).body;
  areaId = rows.find(({ kind }: { kind: string }) => kind === 'area').id;
  taskId = rows.find(({ code }: { code: string }) => code === 'I.2').id;
});

afterAll(() => product.close());

const list = async (query = '', client = auditor) =>
  (await client.call('GET', `/api/audit${query}`)).body as {
    entries: AuditEntry[];
    nextBefore: number | null;
  };
const acts = async (query = '') => (await list(query)).entries.map(({ act }) => act);
const revision = async (): Promise<number> =>
  (await product.call('GET', `/api/plans/${planId}`)).body.revision;

describe('every accountable act', () => {
  test('on a plan is written down with who, acting for whom, from where, and what changed', async () => {
    await product.call('PATCH', `/api/tasks/${taskId}`, {
      revision: await revision(),
      words: { deadline: 'Trước ngày 15/12/2026' },
    });
    const [entry] = (await list()).entries;
    expect(entry).toMatchObject({
      act: 'task.update',
      agencyName: 'Sở Nội vụ',
      personName: expect.stringMatching(/\S/),
      postTitle: expect.stringMatching(/\S/),
      address: '127.0.0.1',
      session: expect.stringMatching(/^[0-9a-f]{32}$/),
      subject: { kind: 'task', id: taskId, words: 'I.2 Tập huấn' },
      before: { deadline: 'Quý III/2026' },
      after: { deadline: 'Trước ngày 15/12/2026' },
    });
    const changes = await inScope(product.product.deps, (tx) =>
      tx.selectFrom('plan_change').select('person_id').execute(),
    );
    expect(changes.map(({ person_id }) => person_id)).toEqual(changes.map(() => entry?.personId));
  });

  test('of importing, editing, undoing and taking away is one entry with words', async () => {
    const { body: added } = await product.call('POST', `/api/plans/${planId}/tasks`, {
      revision: await revision(),
      kind: 'task',
      parentId: null,
      afterId: null,
      words: { code: '9', name: 'Việc mới', leads: ['Sở Nội vụ'] },
    });
    await product.call('POST', `/api/tasks/${added.taskId}/move`, {
      revision: await revision(),
      parentId: areaId,
      afterId: null,
    });
    await product.call('POST', `/api/tasks/${added.taskId}/remove`, { revision: await revision() });
    await product.call('POST', `/api/plans/${planId}/undo`, { revision: await revision() });
    await product.download(`/api/plans/${planId}/export.docx`);
    await product.download(`/api/plans/${planId}/export.xlsx`);
    const { importId } = (await product.upload('khac.txt', PLAN.replace('2026', '2027'))).body;
    await product.download(`/api/imports/${importId}/file`);
    await product.call('POST', `/api/imports/${importId}/undo`);
    const done = (await acts('?limit=200')).filter((act) => !/^(session|demo)/.test(act));
    expect(done.toReversed()).toEqual([
      'import.create',
      'import.correct',
      'import.confirm',
      'task.update',
      'task.create',
      'task.move',
      'task.remove',
      'plan.undo',
      'plan.export',
      'plan.export',
      'import.create',
      'import.download',
      'import.undo',
    ]);
    for (const act of await acts('?limit=200')) expect(auditActWords(act)).not.toBe(act);
  });

  test('that is refused leaves nothing', async () => {
    const before = await acts('?limit=200');
    expect(
      (await product.call('PATCH', `/api/tasks/${taskId}`, { revision: 1, words: { name: 'x' } })).status,
    ).toBe(409);
    expect(await acts('?limit=200')).toEqual(before);
  });
});

describe('the audit is followed', () => {
  test('by one thing, one person, one act, one day, and words without diacritics', async () => {
    const [first] = (await list(`?subjectKind=task&subjectId=${taskId}`)).entries;
    expect(first?.subject.id).toBe(taskId);
    const one = await list(`?personId=${first?.personId}&limit=200`);
    expect(new Set(one.entries.map(({ personId }) => personId))).toEqual(new Set([first?.personId]));
    expect(new Set(await acts('?act=plan.export'))).toEqual(new Set(['plan.export']));
    expect(await acts('?from=2026-01-31&to=2026-01-31')).toEqual([]);
    expect((await acts('?from=2026-02-01&to=2026-02-01')).length).toBeGreaterThan(5);
    expect(await acts('?text=tap%20huan&act=task.update')).toEqual(['task.update']);
    expect(await acts('?text=khong%20co%20gi')).toEqual([]);
    expect(await acts('?text=100%25')).toEqual([]);
  });

  test('page by page, newest first, none twice and none left out', async () => {
    const whole = (await list('?limit=200')).entries.map(({ seq }) => seq);
    const paged: number[] = [];
    let next: number | null = null;
    do {
      const page: { entries: AuditEntry[]; nextBefore: number | null } = await list(
        `?limit=4${next === null ? '' : `&before=${next}`}`,
      );
      paged.push(...page.entries.map(({ seq }) => seq));
      next = page.nextBefore;
    } while (next !== null);
    expect(paged).toEqual(whole);
    expect(whole).toEqual(whole.toSorted((a, b) => b - a));
  });

  test('one entry shows its neighbours and whether its link holds', async () => {
    const { body } = await auditor.call('GET', '/api/audit/entries/2');
    expect(body).toMatchObject({
      entry: { seq: 2 },
      previous: { seq: 1 },
      next: { seq: 3 },
      previousHash: body.previous.hash,
      link: { holds: true, linked: true, sealedOn: null },
    });
    expect((await auditor.call('GET', '/api/audit/entries/99999')).body).toMatchObject({
      data: { refusals: [{ code: 'not-found' }] },
    });
  });

  test('people in it are listed for choosing', async () => {
    const { body } = await auditor.call('GET', '/api/audit/people');
    expect(body.length).toBeGreaterThan(0);
    expect(body[0]).toEqual({ id: expect.any(String), name: expect.any(String) });
  });

  test('as a whole it is checked on the server, and sealed when the day is over', async () => {
    expect((await auditor.call('POST', '/api/audit/verify')).body).toMatchObject({
      intact: true,
      sealedDays: 0,
      fault: null,
      checkedAt: '2026-02-01T02:00:00Z',
    });
    product.setNow('2026-02-02T02:00:00Z');
    expect(await product.product.sealDays()).toBeUndefined();
    expect((await auditor.call('POST', '/api/audit/verify')).body).toMatchObject({
      intact: true,
      sealedDays: 1,
      lastSealedDay: '2026-02-01',
    });
    expect((await auditor.call('GET', '/api/audit/roots')).body).toMatchObject({
      publicKey: expect.stringContaining('BEGIN PUBLIC KEY'),
      roots: [{ day: '2026-02-01', firstSeq: 1 }],
    });
    expect((await auditor.call('GET', '/api/audit/entries/2')).body.link.sealedOn).toBe('2026-02-01');
    product.setNow('2026-02-01T02:00:00Z');
  });
});

describe('taken away', () => {
  test('it is checked elsewhere, and the taking is in it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-audit-'));
    const file = path.join(folder, 'nhat-ky.jsonl');
    const { status, headers, text } = await auditor.ask({ method: 'GET', url: '/api/audit/export.jsonl' });
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain("filename*=UTF-8''Nh%E1%BA%ADt%20k%C3%BD%20");
    writeFileSync(file, text);
    const checked = await checkExport(file, undefined);
    expect(checked).toMatchObject({ fault: undefined, fileFault: undefined, province: 'Lạng Sơn' });
    expect(checked.count).toBe((await list('?limit=1')).entries[0]?.seq);
    expect(text).toContain('"act":"audit.export"');
    rmSync(folder, { recursive: true });
  });

  test('a workbook holds what was followed, in words', async () => {
    const bytes = await auditor.download(`/api/audit/export.xlsx?subjectKind=task&subjectId=${taskId}`);
    const workbook = new Workbook();
    await workbook.xlsx.load(Buffer.from(bytes));
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(2).getCell(7).value).toBe('đã sửa nhiệm vụ');
    expect(sheet?.getRow(2).getCell(9).value).toBe('thời hạn: Quý III/2026');
    expect(sheet?.getRow(2).getCell(10).value).toBe('thời hạn: Trước ngày 15/12/2026');
    expect((await auditor.ask({ method: 'GET', url: '/api/audit/export.xlsx?from=hôm-qua' })).status).toBe(
      404,
    );
  });
});

describe('is not for everybody', () => {
  test.each(['owner', 'head', 'officer', 'verifier', 'inspector'] as const)(
    '%s may not read it',
    async (role) => {
      const client = await product.as(role);
      for (const address of ['/api/audit', '/api/audit/entries/1', '/api/audit/people', '/api/audit/roots'])
        expect((await client.call('GET', address)).body.data.refusals[0].code, address).toBe('access-role');
      expect((await client.call('POST', '/api/audit/verify')).status).toBe(403);
      expect((await client.ask({ method: 'GET', url: '/api/audit/export.jsonl' })).status).toBe(403);
      expect((await client.ask({ method: 'GET', url: '/api/audit/export.xlsx' })).status).toBe(403);
    },
  );

  test('an administrator reads what was done to people, not to the work, nor by guessing its words or numbers', async () => {
    const administrator = await product.as('administrator');
    const { entries } = await list('?limit=200', administrator);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ subject }) => ['plan', 'task', 'import'].includes(subject.kind))).toEqual([]);
    expect((await list('?text=tap%20huan', administrator)).entries).toEqual([]);
    const [hidden] = (await list(`?subjectKind=task&subjectId=${taskId}`)).entries;
    expect((await administrator.call('GET', `/api/audit/entries/${hidden?.seq}`)).status).toBe(404);
    expect((await administrator.ask({ method: 'GET', url: '/api/audit/export.jsonl' })).status).toBe(403);
    expect((await administrator.call('POST', '/api/audit/verify')).body.intact).toBe(true);
  });

  test('nobody signed in reads nothing', async () => {
    expect((await product.anonymous.call('GET', '/api/audit')).status).toBe(401);
    expect((await product.anonymous.ask({ method: 'GET', url: '/api/audit/export.jsonl' })).status).toBe(401);
  });
});

describe('what was tampered with', () => {
  test('is named on the screen by its line, and the line itself says that it is not as written', async () => {
    const owner = new pg.Client({ connectionString: product.database.url });
    await owner.connect();
    await owner.query(
      `set session_replication_role = replica; update audit_entry set person_name = 'Khác' where seq = 3`,
    );
    await owner.end();
    expect((await auditor.call('POST', '/api/audit/verify')).body).toMatchObject({
      intact: false,
      count: 2,
      fault: {
        seq: 3,
        kind: 'altered',
        message: expect.stringMatching(/^dòng 3 .*nội dung đã bị sửa sau khi ghi/),
      },
    });
    expect((await auditor.call('GET', '/api/audit/entries/3')).body.link.holds).toBe(false);
  });
});
