import { randomUUID } from 'node:crypto';
import { Workbook } from '@cj-tech-master/excelts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DUE_VIEWS } from '#domain/task/work/due-view.ts';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Nội vụ; UBND xã Thất Khê\tBáo cáo\n' +
  '2\tBan hành kế hoạch\tTháng 3/2026\tSở Tư pháp\t\tKế hoạch\n' +
  'II\tTHỦ TỤC HÀNH CHÍNH\t\t\t\t\n' +
  '1\tNiêm yết thủ tục\tTháng 3/2026\tUBND xã Thất Khê\t\tBảng niêm yết\n' +
  '2\tBáo cáo quý\tHàng quý\tSở Nội vụ\t\tBáo cáo\n';

let product: ProductUnderTest;
let database: pg.Client;
let officer: Client;
let commune: Client;
let planId = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-02T02:00:00Z' });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  planId = (await product.call('POST', `/api/imports/${body.importId}/confirm`, {})).body.planId;
  officer = await product.as('officer');
  commune = await product.as('officer of a commune');
  const act = (client: Client, item: string, path: string, over: object) =>
    client.call('POST', `/api/due-items/${item}/${path}`, { id: randomUUID(), seen: 9, ...over });
  const plan = await itemOf('I.2', 'so-tu-phap');
  await act(officer, plan, 'submit', { text: 'Kế hoạch số 12/KH-STP' });
  await act(product, plan, 'accept', {});
  const waits = { words: 'Chờ danh mục của xã', agencyId: 'ubnd-xa-that-khe', since: '2026-02-01' };
  await act(officer, await itemOf('I.1', 'so-tu-phap'), 'reports', {
    occurredOn: '2026-02-02',
    text: 'Đã rà soát 10 văn bản',
    blocker: waits,
  });
  await act(product, await itemOf('II.2', 'so-noi-vu-2025'), 'submit', { text: 'Báo cáo quý I' });
  product.setNow('2026-04-20T02:00:00Z');
});
afterAll(async () => {
  await database.end();
  await product.close();
});

async function itemOf(code: string, agencyId: string): Promise<string> {
  const { rows } = await database.query(
    `select d.id from due_item d join task t on t.id = d.task_id where t.code = $1 and d.agency_id = $2 order by d.due_on limit 1`,
    [code, agencyId],
  );
  return rows[0].id;
}
const get = async (client: Client, url: string) => (await client.call('GET', `/api${url}`)).body;

test('every figure opens to just as many rows, of the province, an area, an agency, a square', async () => {
  const room = await get(product, `/work/room?planId=${planId}`);
  expect(room.counts).toMatchObject({
    total: 9,
    late: 1,
    stuck: 1,
    submitted: 1,
    finished: 1,
    due: 3,
    'in-time': 2,
    unproved: 2,
  });
  const opened = async (query: string) => (await get(product, `/work/rows?planId=${planId}&${query}`)).total;
  for (const view of DUE_VIEWS)
    expect([view, await opened(`view=${view}`)]).toEqual([view, room.counts[view]]);
  for (const { id, counts } of room.areas)
    for (const view of ['late', 'silent', 'due'] as const)
      expect(await opened(`areaId=${id}&view=${view}`)).toBe(counts[view]);
  for (const { id, counts } of room.agencies)
    for (const view of ['open', 'stuck', 'unproved'] as const)
      expect(await opened(`agencyId=${id}&view=${view}`)).toBe(counts[view]);
  for (const { agencyId, areaId, due, inTime, total } of (await get(product, `/work/heat?planId=${planId}`))
    .squares) {
    const square = `agencyId=${agencyId}&areaId=${areaId}`;
    expect([
      await opened(square),
      await opened(`${square}&view=due`),
      await opened(`${square}&view=in-time`),
    ]).toEqual([total, due, inTime]);
  }
  expect(room.areas.map(({ code }: { code: string }) => code)).toEqual(['I', 'II']);
  expect(room.agencies[0]).toMatchObject({ name: 'UBND xã Thất Khê', counts: { late: 1 } });
});

describe('what is found', () => {
  test.each([
    ['state=submitted', ['II.2']],
    ['view=late', ['II.1']],
    ['search=niem yet', ['II.1']],
    ['search=that khe', ['II.1', 'I.1']],
    ['role=coordinate', ['I.1', 'I.1']],
    ['dueFrom=2026-06-30&dueTo=2026-06-30&agencyId=so-tu-phap', ['I.1']],
    ['search=khong co gi ca', []],
  ])('%s', async (query, codes) => {
    const { rows, total } = await get(product, `/work/rows?planId=${planId}&${encodeURI(query)}`);
    expect(rows.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(total).toBe(codes.length);
  });

  test('what is finished comes last where that is asked', async () => {
    const { rows } = await get(product, `/work/rows?planId=${planId}&order=unfinished`);
    const states = rows.map(({ state }: { state: string }) => state);
    expect(states.indexOf('accepted')).toBe(states.length - 1);
  });

  test('late by working days, and by pages', async () => {
    const { rows } = await get(product, `/work/rows?view=late`);
    expect(rows[0]).toMatchObject({ dueOn: '2026-03-31', workingDaysLeft: -14 });
    const second = await get(product, `/work/rows?planId=${planId}&limit=2&offset=2`);
    const all = await get(product, `/work/rows?planId=${planId}`);
    expect(second.rows.map(({ id }: { id: string }) => id)).toEqual(
      all.rows.slice(2, 4).map(({ id }: { id: string }) => id),
    );
  });

  test('an agency sees its own and what it shares', async () => {
    const agencies = (await get(commune, '/work/room')).agencies.map(({ id }: { id: string }) => id).sort();
    expect(agencies).toEqual(['so-tu-phap', 'ubnd-xa-that-khe']);
    expect((await get(commune, '/work/room')).counts.total).toBe(3);
  });
});

test('the days of a year, and what was done of late', async () => {
  const year = await get(product, '/work/years/2026');
  expect(year.days.find(({ day }: { day: string }) => day === '2026-03-31')).toEqual({
    day: '2026-03-31',
    total: 3,
    open: 1,
    late: 1,
    finished: 1,
  });
  expect(year.marks).toContainEqual({ day: '2026-04-27', effect: 'off', words: 'bù Giỗ Tổ (26/4 CN)' });
  const { total, acts } = await get(product, '/work/acts?since=2026-02-02&limit=2');
  expect(total).toBe(4);
  expect(acts).toHaveLength(2);
  const all = (await get(product, '/work/acts?since=2026-02-02')).acts;
  expect(all.map(({ work }: { work: string }) => work)).toContainEqual(
    expect.stringMatching(/^II\.2 Báo cáo quý/),
  );
  expect((await get(product, '/work/acts?since=2026-02-03')).total).toBe(0);
});

test('what is shown is taken away as a workbook', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await product.download(`/api/work/rows.xlsx?view=late&planId=${planId}`));
  const sheet = workbook.getWorksheet('Việc đến hạn');
  const [row] = [4].map((at) => sheet?.getRow(at));
  expect(String(row?.getCell(2).value)).toBe('Niêm yết thủ tục');
  expect(row?.getCell(7).value).toBe(-14);
  expect((await product.call('GET', '/api/work/rows.xlsx?view=khong-co')).status).toBe(404);
});

test('how the work stands is taken away with the rows behind it, each sum and share computed by Excel', async () => {
  const room = await get(product, `/work/room?planId=${planId}`);
  const workbook = new Workbook();
  await workbook.xlsx.load(await product.download(`/api/work/room.xlsx?planId=${planId}&view=late`));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Theo cơ quan',
    'Theo lĩnh vực',
    'Cơ quan × lĩnh vực',
    'Việc đến hạn',
  ]);
  const sheet = workbook.getWorksheet('Theo cơ quan');
  const last = 4 + room.agencies.length;
  expect(sheet?.getRow(last).getCell(2).value).toMatchObject({
    formula: `SUM(B4:B${last - 1})`,
    result: room.counts.total,
  });
  const head = sheet?.getRow(3);
  const columnOf = (words: string) =>
    [...Array(16).keys()].map((at) => at + 1).find((at) => head?.getCell(at).value === words) ?? 0;
  const [due, share] = [columnOf('Đã đến hạn'), columnOf('Tỷ lệ đúng hạn')];
  expect(share).toBe(due + 2);
  expect(sheet?.getRow(last).getCell(share).value).toMatchObject({
    formula: `N${last}/M${last}`,
    result: room.counts['in-time'] / room.counts.due,
  });
  expect(sheet?.getRow(4).getCell(1).value).toBe(room.agencies[0].name);
  expect(workbook.getWorksheet('Việc đến hạn')?.rowCount).toBe(3 + room.counts.late);
});

test('my work is taken away as it is shown, group by group', async () => {
  const linesOf = async (client: Client, query: string) => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await client.download(`/api/work/mine.xlsx?${query}`));
    const sheet = workbook.getWorksheet('Việc đến hạn');
    const lines: string[] = [];
    sheet?.eachRow((row, at) => {
      if (at > 3) lines.push([3, 1, 5].map((column) => String(row.getCell(column).value)).join(' | '));
    });
    return lines;
  };
  const mine = await get(product, '/work/mine');
  const review = await get(product, '/work/to-review');
  const whole = await linesOf(product, '');
  expect(whole).toHaveLength(mine.todo.length + mine.waiting.length + review.total);
  expect(whole).toContain('Đã nộp, chờ duyệt | II.2 | Sở Nội vụ');
  expect(await linesOf(officer, 'group=late')).toEqual([]);
  expect(await linesOf(officer, 'group=later')).toEqual(['Sau tuần này | I.1 | Sở Tư pháp']);
  expect(await linesOf(officer, 'holder=me')).toEqual([]);
  expect(await linesOf(officer, 'search=ra+soat')).toEqual(['Sau tuần này | I.1 | Sở Tư pháp']);
  expect((await product.call('GET', '/api/work/mine.xlsx?group=khong-co')).status).toBe(404);
});

test('of nothing there is a workbook too, without a sum', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await product.download('/api/work/room.xlsx?search=khongcochunay'));
  expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([3, 3, 3, 3]);
});

test('what waits for a decision comes some at a time, narrowed as asked, and never to who handed it in', async () => {
  const verifier = await product.as('verifier');
  const review = (query: string) => get(verifier, `/work/to-review?${query}`);
  expect(await review('')).toMatchObject({
    total: 1,
    agencies: [{ id: 'so-noi-vu-2025', name: 'Sở Nội vụ' }],
    rows: [{ code: 'II.2', state: 'submitted' }],
  });
  expect((await review('offset=1')).rows).toEqual([]);
  expect(await review('search=quy+i')).toMatchObject({ total: 1 });
  expect(await review('role=coordinate')).toMatchObject({ total: 0, agencies: [{ id: 'so-noi-vu-2025' }] });
  expect(await review('agencyId=so-tu-phap')).toMatchObject({ total: 0 });
  expect(await review('holder=me')).toMatchObject({ total: 0 });
  expect(await get(product, '/work/to-review')).toMatchObject({ total: 0, agencies: [] });
  const workbook = new Workbook();
  await workbook.xlsx.load(await verifier.download('/api/work/mine.xlsx?group=review'));
  const row = workbook.getWorksheet('Việc đến hạn')?.getRow(4);
  expect([1, 3, 5].map((at) => row?.getCell(at).value)).toEqual(['II.2', 'Chờ tôi duyệt', 'Sở Nội vụ']);
});

test('what names a person or their agency waits until they say something', async () => {
  const { rows } = await database.query(`select id, plan_id from task where code = 'II.1'`);
  const [task] = rows;
  const say = (client: Client, words: string, over: object = {}) =>
    client.call('POST', `/api/tasks/${task.id}/comments`, { id: randomUUID(), words, ...over });
  expect(await get(commune, '/work/unanswered')).toEqual([]);
  await say(product, 'Xã còn thiếu gì?', { mentionedAgencies: ['ubnd-xa-that-khe'] });
  expect(await get(commune, '/work/unanswered')).toMatchObject([
    { words: 'Xã còn thiếu gì?', work: 'II.1 Niêm yết thủ tục', taskId: task.id },
  ]);
  expect(await get(officer, '/work/unanswered')).toEqual([]);
  product.setNow('2026-04-20T03:00:00Z');
  expect((await say(commune, 'Còn thiếu bảng niêm yết.')).status).toBe(200);
  expect(await get(commune, '/work/unanswered')).toEqual([]);
});
