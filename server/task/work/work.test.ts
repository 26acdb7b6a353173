import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldWork } from '#domain/task/work/fold-work.ts';
import { silentSince } from '#domain/task/work/silence.ts';
import { inScope } from '#server/deps.ts';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';
import { listDueRecords } from './due-row.store.ts';
import { asWorkAct, listActs } from './work.store.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Nội vụ; UBND xã Thất Khê\tBáo cáo\n' +
  '2\tBan hành kế hoạch\tTháng 3/2026\tSở Tư pháp\t\tKế hoạch\n' +
  '3\tTập huấn\tQuý III/2026\tSở Nội vụ\t\t02 lớp\n' +
  '4\tBáo cáo quý\tHàng quý\tSở Tư pháp\t\tBáo cáo\n' +
  '5\tNiêm yết thủ tục\tQuý II/2026\tSở Tư pháp\t\tBiên bản\n';

let product: ProductUnderTest;
let database: pg.Client;
let head: Client;
let officer: Client;
let commune: Client;
let verifier: Client;
let planId = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-03-02T02:00:00Z' });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  planId = (await product.call('POST', `/api/imports/${body.importId}/confirm`, {})).body.planId;
  head = await product.as('head');
  officer = await product.as('officer');
  commune = await product.as('officer of a commune');
  verifier = await product.as('verifier');
});
afterAll(async () => {
  await database.end();
  await product.close();
});

async function partOf(code: string, agencyId = 'so-tu-phap'): Promise<string> {
  const { rows } = await database.query(
    `select a.id from assignment a join task t on t.id = a.task_id where t.code = $1 and a.agency_id = $2`,
    [code, agencyId],
  );
  return rows[0].id;
}
async function itemOf(code: string, agencyId = 'so-tu-phap'): Promise<string> {
  const { rows } = await database.query(
    `select d.id from due_item d join task t on t.id = d.task_id where t.code = $1 and d.agency_id = $2 order by d.due_on`,
    [code, agencyId],
  );
  return rows[0].id;
}
const act = (client: Client, item: string, path: string, body: object = {}) =>
  client.call('POST', `/api/due-items/${item}/${path}`, { id: randomUUID(), seen: 99, ...body });
const report = (client: Client, item: string, text: string, over: object = {}) =>
  act(client, item, 'reports', { occurredOn: '2026-03-02', text, ...over });
const codeOf = ({ status, body }: { status: number; body: { data?: { refusals: { code: string }[] } } }) =>
  `${status} ${body.data?.refusals[0]?.code ?? ''}`.trim();

describe('a part from the first report to the approval', () => {
  test('is reported on, handed in, returned, handed in again and accepted, each seen at once', async () => {
    const item = await itemOf('I.2');
    const part = await partOf('I.2');
    expect(
      (await report(officer, item, 'Đã có dự thảo kế hoạch lần hai', { step: 'Đang soạn dự thảo' })).body,
    ).toEqual({
      state: 'doing',
      seq: 1,
      flags: [],
    });
    expect((await act(officer, item, 'submit', { text: 'Kế hoạch số 12/KH-STP' })).body.state).toBe(
      'submitted',
    );
    expect(
      (await act(product, item, 'return', { text: 'Thiếu phụ lục', reasonCode: 'thieu-tai-lieu' })).body
        .state,
    ).toBe('returned');
    const mine = (await officer.call('GET', '/api/work/mine')).body;
    expect(mine.todo.find(({ id }: { id: string }) => id === item)).toMatchObject({
      state: 'returned',
      code: 'I.2',
      dueOn: '2026-03-31',
      workingDaysLeft: 21,
      step: 'Đang soạn dự thảo',
      deadlineText: 'Tháng 3/2026',
      why: ['Ngày cuối cùng của thời hạn là 31/3/2026.'],
    });
    expect((await act(officer, item, 'submit', { text: 'Đã bổ sung phụ lục' })).body.state).toBe('submitted');
    expect(
      (await product.call('GET', '/api/work/to-review')).body.rows.map(({ id }: { id: string }) => id),
    ).toContain(item);
    product.setNow('2026-04-03T02:00:00Z');
    expect((await act(verifier, item, 'accept')).body.state).toBe('accepted');
    const { body } = await officer.call('GET', `/api/assignments/${part}/work`);
    expect(body.items[0]).toMatchObject({
      state: 'accepted',
      submittedOn: '2026-03-02',
      finishedOn: '2026-03-02',
    });
    expect(body.items[0].acts.map(({ kind }: { kind: string }) => kind)).toEqual([
      'accept',
      'submit',
      'return',
      'submit',
      'report',
    ]);
    expect(body.items[0].may).toMatchObject({ report: false, review: false, reopen: false });
    expect((await act(product, item, 'reopen', { text: 'Số hiệu sai' })).body.state).toBe('doing');
    product.setNow('2026-03-02T02:00:00Z');
  });

  test('recurring duties have one item a period', async () => {
    const { body } = await officer.call('GET', `/api/assignments/${await partOf('I.4')}/work`);
    expect(
      body.items.map(({ label, dueOn }: { label: string; dueOn: string }) => `${label} ${dueOn}`),
    ).toEqual([
      'Quý I/2026 2026-03-31',
      'Quý II/2026 2026-06-30',
      'Quý III/2026 2026-09-30',
      'Quý IV/2026 2026-12-31',
    ]);
    expect(body.steps.at(-1)).toBe('Đã gửi báo cáo');
  });

  test('who helps confirms to who leads, and not to the province alone', async () => {
    const item = await itemOf('I.1', 'ubnd-xa-that-khe');
    expect((await act(commune, item, 'submit', { text: 'Đã gửi danh mục của xã' })).body.state).toBe(
      'submitted',
    );
    const waiting = (await officer.call('GET', '/api/work/to-review')).body.rows;
    expect(waiting.map(({ id }: { id: string }) => id)).toContain(item);
    const ofOwner = (await product.call('GET', '/api/work/to-review')).body.rows;
    expect(ofOwner.map(({ id }: { id: string }) => id)).not.toContain(item);
    expect((await act(officer, item, 'accept')).body.state).toBe('accepted');
    // two who help see nothing of each other
    expect(codeOf(await report(commune, await itemOf('I.1', 'so-noi-vu-2025'), 'Của người khác'))).toBe(
      '404 not-found',
    );
  });

  test('more time, or none at all, is asked for and decided by another', async () => {
    const item = await itemOf('I.3', 'so-noi-vu-2025');
    expect(
      (await act(product, item, 'ask-extension', { text: 'Chờ tài liệu', dueOn: '2026-10-30' })).status,
    ).toBe(200);
    expect(codeOf(await act(product, item, 'grant'))).toBe('403 access-own-work');
    const toReview = async (client: Client) =>
      (await client.call('GET', '/api/work/to-review')).body.rows.map(({ id }: { id: string }) => id);
    expect(await toReview(product)).not.toContain(item);
    expect(await toReview(verifier)).toContain(item);
    expect((await act(verifier, item, 'grant', { dueOn: '2026-10-15' })).status).toBe(200);
    const { rows } = await database.query('select due_on::text from due_item where id = $1', [item]);
    expect(rows[0].due_on).toBe('2026-10-15');
    expect((await act(product, item, 'ask-not-applicable', { text: 'Đã lồng vào lớp khác' })).status).toBe(
      200,
    );
    expect((await act(verifier, item, 'grant', { text: 'Đồng ý' })).body.state).toBe('not-applicable');
  });
});

describe('a result handed in without a line', () => {
  const handIn = (item: string, over: object) =>
    officer.call('POST', `/api/due-items/${item}/submit`, { id: randomUUID(), text: 'Đã xong', ...over });
  const submittedOn = async (item: string) => {
    const { rows } = await database.query('select submitted_on::text, seq from due_item where id = $1', [
      item,
    ]);
    return rows[0];
  };

  test('counts on the day it was written, sent twice too; both days stand on the act', async () => {
    const item = await itemOf('I.5');
    product.setNow('2026-05-04T01:00:00Z');
    // 30/4 and 1/5/2026 are off, 2/5 a Saturday: one working day on its way.
    const sent = { id: randomUUID(), seen: 0, writtenOn: '2026-04-29' };
    expect((await handIn(item, sent)).status).toBe(200);
    expect((await handIn(item, sent)).status).toBe(200);
    expect(await submittedOn(item)).toEqual({ submitted_on: '2026-04-29', seq: 1 });
    const { rows } = await database.query(
      `select body->>'writtenOn' as written, occurred_on::text, (occurred_at at time zone 'Asia/Ho_Chi_Minh')::date::text as arrived
       from work_act where due_item_id = $1`,
      [item],
    );
    expect(rows).toEqual([{ written: '2026-04-29', occurred_on: '2026-04-29', arrived: '2026-05-04' }]);
  });

  test('counts on the day it arrived where that is too long ago, or lies before it was returned', async () => {
    const item = await itemOf('I.5');
    expect((await act(product, item, 'return', { text: 'Thiếu phụ lục' })).status).toBe(200);
    expect((await handIn(item, { seen: 2, writtenOn: '2026-04-30' })).status).toBe(200);
    expect((await submittedOn(item)).submitted_on).toBe('2026-05-04');
    expect((await act(officer, item, 'take-back', { seen: 3 })).status).toBe(200);
    product.setNow('2026-06-22T01:00:00Z');
    expect((await handIn(item, { seen: 4, writtenOn: '2026-05-05' })).status).toBe(200);
    expect((await submittedOn(item)).submitted_on).toBe('2026-06-22');
    product.setNow('2026-03-02T02:00:00Z');
  });
});

describe('nobody’s words are passed over', () => {
  test('an act sent twice is stored once; its identifier is not used for another', async () => {
    const item = await itemOf('I.4');
    const sent = {
      id: randomUUID(),
      seen: 0,
      occurredOn: '2026-03-02',
      text: 'Đã gửi công văn đôn đốc 12 đơn vị',
    };
    const url = `/api/due-items/${item}/reports`;
    const first = await officer.call('POST', url, sent);
    expect(first.body).toEqual({ state: 'doing', seq: 1, flags: [] });
    expect(await officer.call('POST', url, sent)).toEqual(first);
    expect(codeOf(await officer.call('POST', url, { ...sent, text: 'Khác' }))).toBe('409 work-act-reused');
    expect(codeOf(await officer.call('POST', url, { ...sent, occurredOn: '2026-03-01' }))).toBe(
      '409 work-act-reused',
    );
    expect(codeOf(await head.call('POST', url, sent))).toBe('409 work-act-reused');
    const other = `/api/due-items/${await itemOf('I.1')}/reports`;
    expect(codeOf(await officer.call('POST', other, sent))).toBe('409 work-act-reused');
  });

  test('sent again after somebody else acted, it is answered as it was: what that one did is still unseen', async () => {
    const item = await itemOf('I.1', 'so-noi-vu-2025');
    const sent = { id: randomUUID(), seen: 0, occurredOn: '2026-03-02', text: 'Đã gửi danh mục 4 văn bản' };
    const url = `/api/due-items/${item}/reports`;
    const first = await product.call('POST', url, sent);
    expect(first.status).toBe(200);
    await act(product, item, 'submit', { text: 'Đã gửi đủ danh mục' });
    await act(officer, item, 'return', { text: 'Thiếu một văn bản' });
    expect(await product.call('POST', url, sent)).toEqual(first);
  });

  test('what somebody did since is shown, not overwritten', async () => {
    const item = await itemOf('I.4');
    const refused = await report(head, item, 'Chưa thấy báo cáo của phòng nào cả', { seen: 0 });
    expect(codeOf(refused)).toBe('409 work-changed');
    const { body } = await head.call('GET', `/api/due-items/${item}/acts?after=0`);
    expect(body.acts).toEqual([expect.objectContaining({ seq: 1, kind: 'report' })]);
    expect(body.item.lastText).toMatch(/công văn/);
    expect((await report(head, item, 'Chưa thấy báo cáo của phòng nào cả', { seen: 1 })).body.seq).toBe(2);
  });

  test('one’s own acts, written without a line, follow one another', async () => {
    const item = await itemOf('I.4');
    expect((await report(head, item, 'Đã nhận 5 báo cáo', { seen: 2 })).body.seq).toBe(3);
    expect((await report(head, item, 'Đã nhận 9 báo cáo', { seen: 2 })).body.seq).toBe(4);
  });

  test('two at once: one is stored, the other is told', async () => {
    const item = await itemOf('I.1');
    const both = await Promise.all([
      report(head, item, 'Trưởng phòng ghi trước', { seen: 0 }),
      report(officer, item, 'Chuyên viên ghi trước', { seen: 0 }),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['200', '409 work-changed']);
  });

  test.each([
    ['409 work-state', (item: string) => act(officer, item, 'take-back')],
    [
      '422 work-day-ahead',
      (item: string) => report(officer, item, 'Mai mới làm', { occurredOn: '2026-03-03' }),
    ],
    ['422 work-next-day-past', (item: string) => report(officer, item, 'Có', { nextOn: '2026-02-01' })],
    [
      '422 work-extension-not-later',
      (item: string) => act(officer, item, 'ask-extension', { text: 'Chờ', dueOn: '2026-03-01' }),
    ],
    [
      '422 work-extension-far',
      (item: string) => act(officer, item, 'ask-extension', { text: 'Chờ', dueOn: '2206-03-01' }),
    ],
    [
      '422 work-blocked-by-itself',
      (item: string) =>
        report(officer, item, 'Chờ', { blocker: { words: 'Chờ', dueItemId: item, since: '2026-03-01' } }),
    ],
    [
      '422 work-blocker-unknown',
      (item: string) =>
        report(officer, item, 'Chờ', {
          blocker: { words: 'Chờ', agencyId: 'khong-co', since: '2026-03-01' },
        }),
    ],
    [
      '422 work-blocker-unknown',
      (item: string) =>
        report(officer, item, 'Chờ', {
          blocker: { words: 'Chờ', dueItemId: randomUUID(), since: '2026-03-01' },
        }),
    ],
    ['409 work-nothing-asked', (item: string) => act(product, item, 'refuse', { text: 'Không' })],
  ])('is refused: %s', async (code, doIt) => {
    expect(codeOf(await doIt(await itemOf('I.1')))).toBe(code);
  });

  test('asked twice, or of what the plan no longer asks', async () => {
    const item = await itemOf('I.1');
    await act(officer, item, 'ask-not-applicable', { text: 'Không còn' });
    expect(codeOf(await act(officer, item, 'ask-not-applicable', { text: 'Không còn' }))).toBe(
      '409 work-asked-already',
    );
    await act(product, item, 'refuse', { text: 'Vẫn còn' });
    await database.query('update due_item set retired_at = now() where id = $1', [item]);
    expect(codeOf(await report(officer, item, 'Đã xong'))).toBe('409 work-retired');
    await database.query('update due_item set retired_at = null where id = $1', [item]);
  });
});

test('who waits for whom is told as a chain, and a circle is found', async () => {
  const [review, quarter] = [await itemOf('I.1'), await itemOf('I.4')];
  const waits = (words: string, dueItemId: string) => ({
    blocker: { words, dueItemId, agencyId: 'so-tu-phap', since: '2026-02-20' },
  });
  await report(officer, review, 'Chưa có số liệu quý để rà soát', waits('Chờ số liệu quý', quarter));
  await report(officer, quarter, 'Chưa có kết quả rà soát để báo cáo', waits('Chờ kết quả rà soát', review));
  const { body } = await product.call('GET', `/api/work/blockers?planId=${planId}`);
  expect(body).toHaveLength(1);
  expect(body[0]).toMatchObject({
    isCircle: true,
    steps: [{ agencyName: 'Sở Tư pháp' }, { since: '2026-02-20' }],
  });
});

describe('what is said of a task', () => {
  const say = (client: Client, taskId: string, over: object = {}) =>
    client.call('POST', `/api/tasks/${taskId}/comments`, {
      id: randomUUID(),
      words: 'Xin gửi phụ lục',
      ...over,
    });
  const taskOf = async (code: string) =>
    (await database.query('select id from task where code = $1', [code])).rows[0].id as string;

  test('reaches who has to do with it, with those named', async () => {
    const task = await taskOf('I.1');
    const said = await say(officer, task, { mentionedAgencies: ['ubnd-xa-that-khe'] });
    expect(said.body).toMatchObject({
      words: 'Xin gửi phụ lục',
      mentionedAgencies: [{ name: 'UBND xã Thất Khê' }],
    });
    const { body } = await commune.call(
      'GET',
      `/api/assignments/${await partOf('I.1', 'ubnd-xa-that-khe')}/work`,
    );
    expect(body.comments).toHaveLength(1);
    const leader = await product.as('leader');
    expect(
      (await say(leader, task, { words: 'Cần xong trước kỳ họp', answersId: said.body.id })).status,
    ).toBe(200);
  });

  test('sent twice is said once, and its identifier is not used for other words', async () => {
    const task = await taskOf('I.1');
    const id = randomUUID();
    const count = async () =>
      (await database.query(`select count(*)::int as n from audit_entry where act = 'comment.add'`)).rows[0]
        .n;
    const before = await count();
    const first = await say(officer, task, { id });
    expect(await say(officer, task, { id })).toEqual(first);
    expect(await count()).toBe(before + 1);
    expect(codeOf(await say(officer, task, { id, words: 'Khác' }))).toBe('409 work-act-reused');
    expect(codeOf(await say(head, task, { id }))).toBe('409 work-act-reused');
    expect(codeOf(await say(officer, await taskOf('I.2'), { id }))).toBe('409 work-act-reused');
  });

  test('is of a part of the task, and answers what was said of it', async () => {
    const task = await taskOf('I.1');
    expect(codeOf(await say(officer, task, { assignmentId: await partOf('I.2') }))).toBe('404 not-found');
    expect(codeOf(await say(officer, task, { answersId: randomUUID() }))).toBe('404 not-found');
    expect((await say(officer, task, { assignmentId: await partOf('I.1') })).status).toBe(200);
  });

  test('names people who can read it', async () => {
    const { rows } = await database.query(
      `select person_id, agency_id, role from post where role in ('officer', 'administrator') order by agency_id`,
    );
    const who = (role: string, agencyId?: string) =>
      rows.find((row) => row.role === role && (agencyId === undefined || row.agency_id === agencyId))
        .person_id;
    const task = await taskOf('I.2');
    const named = await say(product, task, { mentionedPeople: [who('officer', 'so-tu-phap')] });
    expect(named.body.mentionedPeople).toEqual([
      { id: who('officer', 'so-tu-phap'), name: expect.any(String) },
    ]);
    for (const stranger of [who('officer', 'ubnd-xa-that-khe'), who('administrator')])
      expect(codeOf(await say(product, task, { mentionedPeople: [stranger] }))).toBe('422 mention-outside');
  });

  test('is seen and added to by who oversees, who reports nothing', async () => {
    await database.query(
      `insert into assignment (province_id, id, plan_id, task_id, agency_id, role, basis)
       select province_id, $1, plan_id, id, 'ubnd-xa-that-khe', 'oversee', 'named' from task where code = 'I.3'`,
      [randomUUID()],
    );
    const { body } = await commune.call(
      'GET',
      `/api/assignments/${await partOf('I.3', 'so-noi-vu-2025')}/work`,
    );
    expect(body.items[0].may).toEqual({
      report: false,
      submit: false,
      takeBack: false,
      review: false,
      close: false,
      reopen: false,
      ask: false,
      decide: false,
    });
    expect((await say(commune, await taskOf('I.3'))).status).toBe(200);
    expect(codeOf(await report(commune, await itemOf('I.3', 'so-noi-vu-2025'), 'Thay'))).toBe(
      '404 not-found',
    );
  });

  test('is not for who has nothing to do with it, nor names them', async () => {
    expect(codeOf(await say(commune, await taskOf('I.2')))).toBe('403 access-scope');
    expect(codeOf(await say(officer, await taskOf('I.1'), { mentionedAgencies: ['so-y-te'] }))).toBe(
      '422 mention-outside',
    );
    expect(codeOf(await say(officer, await taskOf('I.1'), { mentionedPeople: [randomUUID()] }))).toBe(
      '422 mention-outside',
    );
  });
});

test('who is silent is told by SQL as by the domain', async () => {
  const { deps } = product.product;
  for (const today of ['2026-03-02', '2026-04-30', '2026-10-20']) {
    const [records, silent] = await inScope(deps, async (tx) => [
      await listDueRecords(tx, {}, { today }),
      await listDueRecords(tx, { view: 'silent' }, { today }),
    ]);
    const asDomain = records.filter(
      ({ state, starts_on, due_on, last_report_on, next_on }) =>
        silentSince(
          { state, startsOn: starts_on, dueOn: due_on, lastReportOn: last_report_on, nextOn: next_on },
          today,
        ) !== null,
    );
    expect(silent.map(({ id }) => id).sort()).toEqual(asDomain.map(({ id }) => id).sort());
  }
});

test('whatever is done to it by whom, where an item stands is the fold of its acts', async () => {
  const items = (await database.query('select id from due_item where retired_at is null')).rows.map(
    ({ id }) => id as string,
  );
  const clients = [head, officer, commune, verifier, product];
  const deed = fc.oneof(
    fc.record({
      path: fc.constant('reports'),
      body: fc.record(
        {
          text: fc.constantFrom('Đang triển khai', 'Đã họp tổ biên tập lần hai', 'Đã xong 12 xã'),
          occurredOn: fc.constantFrom('2026-02-20', '2026-03-02'),
          amount: fc.record({
            done: fc.constantFrom(0, 2.5, 12),
            whole: fc.constantFrom(12, 40),
            unit: fc.constant('xã'),
          }),
          step: fc.constantFrom('Đang soạn báo cáo', 'Đã trình ký'),
          nextOn: fc.constant('2026-03-20'),
          blocker: fc.constantFrom(null, { words: 'Chờ', agencyId: 'so-y-te', since: '2026-02-01' }),
        },
        { requiredKeys: ['text', 'occurredOn'] },
      ),
    }),
    ...['submit', 'take-back', 'accept', 'return', 'close', 'reopen', 'ask-not-applicable', 'refuse'].map(
      (path) => fc.record({ path: fc.constant(path), body: fc.constant({ text: 'Có lý do' }) }),
    ),
    ...['ask-extension', 'grant'].map((path) =>
      fc.record({
        path: fc.constant(path),
        body: fc.record({ text: fc.constant('Chờ'), dueOn: fc.constantFrom('2026-11-30', '2027-01-29') }),
      }),
    ),
  );
  const done = fc.record({
    client: fc.constantFrom(...clients),
    item: fc.constantFrom(...items),
    seen: fc.constantFrom(0, 99, 99, 99),
    deed,
  });
  const answers = new Set<number>();
  for (const { client, item, seen, deed } of fc.sample(done, { numRuns: 150, seed: 4 }))
    answers.add((await act(client, item, deed.path, { seen, ...deed.body })).status);
  // Anything else would be a bug and not a refusal.
  expect([...answers].sort()).toEqual([200, 403, 404, 409, 422]);

  const { rows } = await database.query(
    `select id, state, seq, asked, step, flags, last_text, amount_unit, submitted_by, blocker,
            done_amount::float8, whole_amount::float8, due_on::text, last_report_on::text, next_on::text,
            blocked_since::text, submitted_on::text, finished_on::text,
            last_act_at, last_report_at, submitted_at
     from due_item where retired_at is null`,
  );
  const acts = Map.groupBy(
    await inScope(product.product.deps, (tx) => listActs(tx, items)),
    ({ due_item_id }) => due_item_id,
  );
  const instant = (at: string | null) => (at === null ? null : new Date(at));
  for (const { id, ...row } of rows) {
    const fold = foldWork((acts.get(id) ?? []).map(asWorkAct), row.due_on);
    const { since = null, ...waits } = fold.blocker ?? {};
    expect(row).toEqual({
      state: fold.state,
      seq: fold.seq,
      asked: fold.asked,
      step: fold.step,
      flags: fold.flags,
      last_text: fold.lastText,
      amount_unit: fold.amount?.unit ?? null,
      submitted_by: fold.submittedBy,
      blocker: fold.blocker === null ? null : waits,
      done_amount: fold.amount?.done ?? null,
      whole_amount: fold.amount?.whole ?? null,
      due_on: fold.dueOn ?? row.due_on,
      last_report_on: fold.lastReportOn,
      next_on: fold.nextOn,
      blocked_since: since,
      submitted_on: fold.submittedOn,
      finished_on: fold.finishedOn,
      last_act_at: instant(fold.lastActAt),
      last_report_at: instant(fold.lastReportAt),
      submitted_at: instant(fold.submittedAt),
    });
  }
});
