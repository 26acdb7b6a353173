import { randomUUID } from 'node:crypto';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRESS_COLUMNS, type ProgressColumn } from '#domain/task/table/progress-columns.ts';
import { type Answer, type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\t\tBáo cáo\n' +
  '2\tBan hành kế hoạch\tTháng 3/2026\tSở Tư pháp\t\tKế hoạch\n' +
  '3\tTập huấn\tQuý III/2026\tSở Nội vụ\t\t02 lớp\n';

let product: ProductUnderTest;
let officer: Client;
let head: Client;

beforeAll(async () => {
  product = await startProduct({ now: '2026-03-02T02:00:00Z' });
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  officer = await product.as('officer');
  head = await product.as('head');
});
afterAll(() => product.close());

interface ReadRow {
  readonly dueItemId: string;
  readonly seq: number;
  readonly change: string;
  readonly changed: readonly string[];
  readonly report?: object;
}

const read = (text: string, client = officer) => client.call('POST', '/api/work/table/readings', { text });
const apply = (rows: readonly ReadRow[], client = officer) =>
  client.call('POST', '/api/work/table', {
    occurredOn: '2026-03-02',
    reports: rows.map(({ dueItemId, seq, report }) => ({
      dueItemId,
      id: randomUUID(),
      seen: seq,
      ...report,
    })),
  });

/** The table as it is downloaded, with cells written into it, sent back. */
async function fillIn(
  client: Client,
  fill: Readonly<Record<string, Partial<Record<ProgressColumn, string>>>>,
): Promise<Answer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await client.download('/api/work/table.xlsx'));
  const sheet = workbook.getWorksheet('Tiến độ');
  sheet?.eachRow((row) => {
    const cells = fill[String(row.getCell(1).value)];
    for (const [column, words] of Object.entries(cells ?? {}))
      row.getCell(PROGRESS_COLUMNS.indexOf(column as ProgressColumn) + 1).value = words;
  });
  const form = new FormData();
  form.append('file', new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'tien-do.xlsx'));
  const encoded = new Request('http://local/', { method: 'POST', body: form });
  const { status, text } = await client.ask({
    method: 'POST',
    url: '/api/work/table/readings',
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  });
  return { status, body: JSON.parse(text) };
}

describe('a table that goes out and comes back', () => {
  test('as it went, changes nothing', async () => {
    const { body } = await fillIn(officer, {});
    expect(body.problems).toEqual([]);
    expect(body.rows.map(({ change }: ReadRow) => change)).toEqual(['nothing', 'nothing']);
  });

  test('filled in, shows what it would change, then stores it', async () => {
    const { body } = await fillIn(officer, {
      'I.1': {
        text: 'Đã rà soát 12 văn bản của ngành',
        done: '12',
        whole: '40',
        unit: 'văn bản',
        nextOn: '15/3/2026',
      },
      'I.2': {
        text: 'Đã trình UBND tỉnh dự thảo',
        step: 'Đã trình ký',
        blocker: 'Chờ thẩm định',
        waitsFor: 'Sở Nội vụ',
      },
    });
    expect(body.problems).toEqual([]);
    const rows = body.rows as ReadRow[];
    expect(rows.map(({ changed }) => changed)).toEqual([
      ['text', 'step', 'blocker', 'waitsFor'],
      ['text', 'done', 'whole', 'unit', 'nextOn'],
    ]);
    expect(
      (await officer.call('GET', '/api/work/mine')).body.todo.every(
        ({ state }: { state: string }) => state === 'waiting',
      ),
    ).toBe(true);
    expect((await apply(rows)).body).toEqual({ stored: 2 });
    const { todo } = (await officer.call('GET', '/api/work/mine')).body;
    expect(todo.find(({ code }: { code: string }) => code === 'I.1')).toMatchObject({
      state: 'doing',
      amount: { done: 12, whole: 40, unit: 'văn bản' },
      nextOn: '2026-03-15',
    });
    expect(todo.find(({ code }: { code: string }) => code === 'I.2')).toMatchObject({
      step: 'Đã trình ký',
      blocker: { words: 'Chờ thẩm định', agencyId: 'so-noi-vu-2025', since: '2026-03-02' },
    });
    const again = await fillIn(officer, {});
    expect(again.body.rows.map(({ change }: ReadRow) => change)).toEqual(['nothing', 'nothing']);
  });

  test('of what somebody reported since, is a conflict', async () => {
    const old = await fillIn(officer, { 'I.1': { text: 'Đã rà soát 20 văn bản', seen: '0' } });
    expect(old.body.rows.find(({ change }: ReadRow) => change === 'conflict')).toMatchObject({
      before: { text: 'Đã rà soát 12 văn bản của ngành' },
      after: { text: 'Đã rà soát 20 văn bản', amount: { done: 12 } },
    });
  });
});

describe('all of a table is stored or nothing of it', () => {
  test('where somebody reported between reading and storing', async () => {
    const table = 'TT\tKết quả thực hiện\nI.1\tĐã rà soát 15 văn bản\nI.2\tUBND tỉnh đã ký ban hành';
    const rows = (await read(table)).body.rows as ReadRow[];
    const [, kept] = (await read(table, head)).body.rows as ReadRow[];
    expect(
      (await apply(kept === undefined ? [] : [{ ...kept, report: { text: 'Lãnh đạo ghi trước' } }], head))
        .status,
    ).toBe(200);
    const refused = await apply(rows);
    expect(refused.status).toBe(409);
    expect(refused.body.data.refusals).toEqual([
      expect.objectContaining({
        code: 'progress-table-row',
        message: expect.stringMatching(/^Việc I\.2 Ban hành kế hoạch.*vừa cập nhật/),
      }),
    ]);
    const { todo } = (await officer.call('GET', '/api/work/mine')).body;
    expect(todo.find(({ code }: { code: string }) => code === 'I.1').lastText).toBe(
      'Đã rà soát 12 văn bản của ngành',
    );
  });

  test('where it names the work of another agency', async () => {
    const { body } = await read('TT\tKết quả\nI.3\tĐã mở 2 lớp');
    expect(body.problems).toEqual([expect.objectContaining({ row: 2, column: 'TT' })]);
  });

  test.each([
    ['422 table-empty', ''],
    ['422 progress-table-headers', 'Tên\tGhi chú\nXã\tkhông'],
  ])('is refused: %s', async (code, text) => {
    const { status, body } = await read(text);
    expect(`${status} ${body.data.refusals[0].code}`).toBe(code);
  });
});
