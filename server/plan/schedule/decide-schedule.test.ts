import { Workbook } from '@cj-tech-master/excelts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope } from '#server/deps.ts';
import { type Answer, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tBan hành quy chế phối hợp\tTrong năm 2026\tSở Tư pháp\tSở Nội vụ\tQuyết định của UBND tỉnh\n' +
  '2\tTuyên truyền\tThường xuyên\tSở Nội vụ\t\tTin, bài\n' +
  '3\tKiểm tra\tTheo kế hoạch của Bộ Nội vụ\tSở Nội vụ\tSở Tư pháp\tThông báo\n' +
  '4\tHọp giao ban\tQuý II/2026\tSở Nội vụ\t\tThông báo\n';

let product: ProductUnderTest;
let planId: string;

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-02T02:00:00Z' });
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  planId = (await product.call('POST', `/api/imports/${body.importId}/confirm`, {})).body.planId;
});

afterAll(() => product.close());

interface Proposed {
  readonly kind: string;
  readonly label: string;
  readonly dueOn: string;
  readonly declined: { readonly reason: string | null; readonly author: string | null } | null;
}
interface Item {
  readonly id: string;
  readonly label: string;
  readonly dueOn: string | null;
  readonly origin: string;
  readonly author: string | null;
  readonly isAfterWhole: boolean;
  readonly derivation: { readonly steps: string[]; readonly fixed: boolean };
}

async function scheduleOf(code: string): Promise<{ taskId: string; items: Item[]; proposals: Proposed[] }> {
  const { body } = await product.call('GET', `/api/plans/${planId}/schedule`);
  return body.tasks.find((task: { code: string }) => task.code === code);
}

const decide = (decision: string, proposals: readonly object[], more: object = {}): Promise<Answer> =>
  product.call('POST', `/api/plans/${planId}/schedule/decisions`, { decision, proposals, ...more });
const choose = (taskId: string, { kind, label, dueOn }: Proposed, more: object = {}) => ({
  taskId,
  kind,
  label,
  proposedOn: dueOn,
  ...more,
});
const codesOf = ({ body }: Answer) => body.data.refusals.map(({ code }: { code: string }) => code);

async function listDue(code: string) {
  return inScope(product.product.deps, async (tx) => {
    const { rows } = await sql<{ agency_id: string; label: string; due_on: string | null; seq: number }>`
      select d.agency_id, d.label, d.due_on, d.seq from due_item d join task t on t.id = d.task_id
      where t.plan_id = ${planId} and t.code = ${code} and d.retired_at is null order by d.due_on nulls last, d.agency_id`.execute(
      tx,
    );
    return rows.map(({ agency_id, label, due_on, seq }) => `${agency_id} ${label} ${due_on} ${seq}`);
  });
}

test('proposals are offered with their reasons, and nothing of them falls due by itself', async () => {
  const { items, proposals } = await scheduleOf('I.1');
  expect(items.map(({ label, dueOn, origin }) => [label, dueOn, origin])).toEqual([
    ['Cả nhiệm vụ', '2026-12-31', 'document'],
  ]);
  expect(proposals.map(({ label, dueOn }) => `${dueOn} ${label}`)).toEqual([
    '2026-03-13 Có kết quả đưa vào báo cáo quý I năm 2026',
    '2026-06-12 Có kết quả đưa vào báo cáo 6 tháng đầu năm 2026',
    '2026-09-14 Có kết quả đưa vào báo cáo quý III năm 2026',
    '2026-11-18 Có dự thảo, gửi lấy ý kiến',
    '2026-12-14 Có kết quả đưa vào báo cáo năm 2026',
    '2026-12-24 Trình ký',
  ]);
  expect(await listDue('I.1')).toHaveLength(2);
});

describe('accepting', () => {
  test('gives the lead the milestone, and says who accepted it', async () => {
    const { taskId, proposals } = await scheduleOf('I.1');
    const [first, second] = proposals.filter(({ label }) => /dự thảo|Trình ký/.test(label));
    if (first === undefined || second === undefined) throw new Error('no proposal');
    expect((await decide('accept', [choose(taskId, first), choose(taskId, second)])).body).toEqual({
      decided: 2,
    });
    expect((await listDue('I.1')).filter((line) => line.startsWith('so-tu-phap'))).toEqual([
      'so-tu-phap Có dự thảo, gửi lấy ý kiến 2026-11-18 0',
      'so-tu-phap Trình ký 2026-12-24 0',
      'so-tu-phap Cả nhiệm vụ 2026-12-31 0',
    ]);
    const after = await scheduleOf('I.1');
    expect(after.items.find(({ label }) => label === 'Trình ký')).toMatchObject({
      origin: 'accepted',
      author: expect.any(String),
      derivation: { fixed: true },
    });
    expect(after.proposals).toHaveLength(4);
  });

  test('for another day tells why beside what was proposed', async () => {
    const { taskId, proposals } = await scheduleOf('I.1');
    const [quarter] = proposals;
    if (quarter === undefined) throw new Error('no proposal');
    const without = await decide('accept', [choose(taskId, quarter, { dueOn: '2026-03-20' })]);
    expect(codesOf(without)).toEqual(['schedule-reason-missing']);
    const edited = await decide('accept', [
      choose(taskId, quarter, { dueOn: '2026-03-20', reason: 'họp giao ban quý' }),
    ]);
    expect(edited.status).toBe(200);
    const item = (await scheduleOf('I.1')).items.find(({ label }) => label === quarter.label);
    expect(item?.dueOn).toBe('2026-03-20');
    expect(item?.derivation.steps.at(-1)).toBe(
      'Cơ quan chủ trì kế hoạch chọn ngày 20/3/2026 thay cho ngày đề xuất 13/3/2026: họp giao ban quý',
    );
  });

  test.each([
    ['2026-01-01', 'schedule-before-issue'],
    ['2027-01-04', 'schedule-after-whole'],
    ['2026-02-31', 'schedule-day-unreal'],
  ])('not for %s', async (dueOn, code) => {
    if (code === 'schedule-before-issue')
      await inScope(product.product.deps, (tx) =>
        sql`update plan set issued_on = '2026-01-20' where id = ${planId}`.execute(tx),
      );
    const { taskId, proposals } = await scheduleOf('I.1');
    const last = proposals.at(-1);
    if (last === undefined) throw new Error('no proposal');
    expect(codesOf(await decide('accept', [choose(taskId, last, { dueOn, reason: 'thử' })]))).toEqual([code]);
  });

  test('is refused as a whole where one is not as it was seen', async () => {
    const { taskId, proposals } = await scheduleOf('I.1');
    const [one, other] = proposals;
    if (one === undefined || other === undefined) throw new Error('no proposal');
    const answer = await decide('accept', [
      choose(taskId, one),
      { ...choose(taskId, other), proposedOn: '2026-01-05' },
    ]);
    expect(answer.status).toBe(409);
    expect(codesOf(answer)).toEqual(['schedule-changed']);
    expect((await scheduleOf('I.1')).proposals).toEqual(proposals);
    expect((await decide('accept', [])).status).toBe(400);
  });

  test('makes continuous work fall due each period', async () => {
    const { taskId, proposals } = await scheduleOf('I.2');
    expect(
      (
        await decide(
          'accept',
          proposals.map((one) => choose(taskId, one)),
        )
      ).status,
    ).toBe(200);
    expect(await listDue('I.2')).toEqual([
      'so-noi-vu-2025 Kỳ báo cáo quý I năm 2026 2026-03-13 0',
      'so-noi-vu-2025 Kỳ báo cáo 6 tháng đầu năm 2026 2026-06-12 0',
      'so-noi-vu-2025 Kỳ báo cáo quý III năm 2026 2026-09-14 0',
      'so-noi-vu-2025 Kỳ báo cáo năm 2026 2026-12-14 0',
      'so-noi-vu-2025 Cả nhiệm vụ null 0',
    ]);
  });
});

describe('declining', () => {
  test('keeps the proposal with why, and it can still be accepted', async () => {
    const { taskId, proposals } = await scheduleOf('I.1');
    const last = proposals.at(-1);
    if (last === undefined) throw new Error('no proposal');
    expect((await decide('decline', [choose(taskId, last)], { reason: 'trùng báo cáo tháng' })).status).toBe(
      200,
    );
    const find = async () => (await scheduleOf('I.1')).proposals.find(({ label }) => label === last.label);
    expect((await find())?.declined).toMatchObject({
      reason: 'trùng báo cáo tháng',
      author: expect.any(String),
    });
    // A second time it changes nothing; nor does an edit of the plan bring it up.
    expect((await decide('decline', [choose(taskId, last)])).status).toBe(200);
    expect((await find())?.declined?.reason).toBe('trùng báo cáo tháng');
    expect((await listDue('I.1')).some((line) => line.includes(last.label))).toBe(false);
    expect((await decide('accept', [choose(taskId, last)])).status).toBe(200);
    expect((await listDue('I.1')).filter((line) => line.includes(last.label))).toHaveLength(1);
  });
});

describe('entering a day', () => {
  const enter = (taskId: string, body: object) =>
    product.call('POST', `/api/tasks/${taskId}/schedule/days`, body);

  test('for a task without one moves what falls due, by an act with the reason', async () => {
    const { taskId, items } = await scheduleOf('I.3');
    const [whole] = items;
    expect(whole?.dueOn).toBeNull();
    const entered = await enter(taskId, {
      itemId: whole?.id,
      dueOn: '2026-08-28',
      reason: 'Kế hoạch 12/KH-BNV',
    });
    expect(entered.body).toEqual({ itemId: whole?.id });
    expect(await listDue('I.3')).toEqual([
      'so-noi-vu-2025 Cả nhiệm vụ 2026-08-28 1',
      'so-tu-phap Cả nhiệm vụ 2026-08-28 1',
    ]);
    const after = await scheduleOf('I.3');
    expect(after.items[0]).toMatchObject({ origin: 'entered', derivation: { fixed: true } });
    // What is proposed now leads up to that day.
    expect(after.proposals.every(({ dueOn }) => dueOn < '2026-08-28')).toBe(true);
    const { rows } = await inScope(product.product.deps, (tx) =>
      sql<{
        text: string;
      }>`select body ->> 'text' as text from work_act where kind = 'move-due' order by recorded_at desc limit 1`.execute(
        tx,
      ),
    );
    expect(rows[0]?.text).toBe('Kế hoạch 12/KH-BNV');
  });

  test('a milestone of one’s own is added, moved and taken away', async () => {
    const { taskId } = await scheduleOf('I.3');
    const added = await enter(taskId, { label: 'Họp giữa kỳ', dueOn: '2026-05-15', reason: 'theo lịch họp' });
    expect(added.status).toBe(200);
    const again = await enter(taskId, { label: 'Họp giữa kỳ', dueOn: '2026-05-16', reason: 'nhầm' });
    expect(codesOf(again)).toEqual(['schedule-label-taken']);
    expect(codesOf(await enter(taskId, { label: ' ', dueOn: '2026-05-15', reason: 'x' }))).toEqual([
      'schedule-label-missing',
    ]);
    await enter(taskId, { itemId: added.body.itemId, dueOn: '2026-05-17', reason: 'dời lịch' });
    const moved = (await scheduleOf('I.3')).items.find(({ id }) => id === added.body.itemId);
    expect(moved).toMatchObject({ dueOn: '2026-05-17', isRestDay: true });
    expect(moved?.derivation.steps.at(-1)).toContain('(Chủ nhật) là ngày nghỉ');
    const removed = await product.call('POST', `/api/schedule-items/${added.body.itemId}/remove`, {
      reason: 'thôi họp',
    });
    expect(removed.body).toEqual({ done: true });
    expect(await listDue('I.3')).toHaveLength(2);
    const back = await enter(taskId, { label: 'Họp giữa kỳ', dueOn: '2026-05-20', reason: 'họp lại' });
    expect(back.body).toEqual({ itemId: added.body.itemId });
    expect((await listDue('I.3'))[0]).toBe('so-noi-vu-2025 Họp giữa kỳ 2026-05-20 2');
  });

  test('a milestone behind the end of the task is said to be', async () => {
    const { taskId, items } = await scheduleOf('I.3');
    const whole = items.find(({ label }) => label === 'Cả nhiệm vụ');
    await enter(taskId, { itemId: whole?.id, dueOn: '2026-05-18', reason: 'làm sớm' });
    const late = (await scheduleOf('I.3')).items.filter(({ isAfterWhole }) => isAfterWhole);
    expect(late.map(({ label }) => label)).toEqual(['Họp giữa kỳ']);
  });

  test('a day the document names is changed in the plan, not here', async () => {
    const { taskId, items } = await scheduleOf('I.4');
    const itemId = items[0]?.id;
    expect(codesOf(await enter(taskId, { itemId, dueOn: '2026-05-15', reason: 'sớm' }))).toEqual([
      'schedule-of-document',
    ]);
    const removed = await product.call('POST', `/api/schedule-items/${itemId}/remove`, { reason: 'bỏ' });
    expect(codesOf(removed)).toEqual(['schedule-of-document']);
  });
});

describe('taking a day back', () => {
  test('leaves what the document asks without a day', async () => {
    const { items } = await scheduleOf('I.3');
    const whole = items.find(({ label }) => label === 'Cả nhiệm vụ');
    await product.call('POST', `/api/schedule-items/${whole?.id}/remove`, { reason: 'chưa rõ ngày' });
    expect((await listDue('I.3')).filter((line) => line.includes('Cả nhiệm vụ'))).toEqual([
      'so-noi-vu-2025 Cả nhiệm vụ null 3',
      'so-tu-phap Cả nhiệm vụ null 3',
    ]);
    expect((await scheduleOf('I.3')).items.at(-1)).toMatchObject({ origin: 'document', author: null });
  });

  test('not of what somebody finished', async () => {
    const { items } = await scheduleOf('I.1');
    const item = items.find(({ label }) => label === 'Trình ký');
    await inScope(product.product.deps, (tx) =>
      sql`update due_item set state = 'accepted' where schedule_item_id = ${item?.id}`.execute(tx),
    );
    const refused = await product.call('POST', `/api/schedule-items/${item?.id}/remove`, { reason: 'bỏ' });
    expect(codesOf(refused)).toEqual(['schedule-finished']);
  });
});

test('what was decided stays when the plan is edited, and leaves with the task', async () => {
  const { taskId } = await scheduleOf('I.2');
  const before = await listDue('I.2');
  const revisionOf = async () => (await product.call('GET', `/api/plans/${planId}`)).body.revision;
  await product.call('PATCH', `/api/tasks/${taskId}`, {
    revision: await revisionOf(),
    words: { name: 'Tuyên truyền cải cách hành chính' },
  });
  expect(await listDue('I.2')).toEqual(before);
  await product.call('POST', `/api/tasks/${taskId}/remove`, { revision: await revisionOf() });
  expect(await listDue('I.2')).toEqual([]);
  await product.call('POST', `/api/plans/${planId}/undo`, { revision: await revisionOf() });
  expect(await listDue('I.2')).toEqual(before);
});

test('a day somebody accepted stays when the calendar changes, and is said to be a rest day', async () => {
  const notice = {
    words: 'Nghỉ tránh bão',
    source: 'Công điện số 01/CĐ-UBND',
    knownFrom: '2026-02-02',
    verified: true,
    days: [{ day: '2026-12-14', effect: 'off', words: 'tránh bão' }],
  };
  const before = await listDue('I.2');
  expect((await product.call('POST', '/api/calendar/notices', notice)).status).toBe(200);
  expect(await listDue('I.2')).toEqual(before);
  const item = (await scheduleOf('I.2')).items.find(({ dueOn }) => dueOn === '2026-12-14');
  expect(item).toMatchObject({ origin: 'accepted', isRestDay: true });
  // What is proposed from now on goes by the new calendar.
  const last = (await scheduleOf('I.3')).proposals.find(({ label }) => label.includes('báo cáo năm'));
  expect(last?.dueOn).toBe('2026-12-11');
});

test('what is not there is said to be', async () => {
  const nothing = '00000000-0000-7000-8000-000000000000';
  const answers = await Promise.all([
    product.call('GET', `/api/plans/${nothing}/schedule`),
    product.call('GET', `/api/tasks/${nothing}/schedule`),
    product.call('POST', `/api/plans/${nothing}/schedule/decisions`, {
      decision: 'accept',
      proposals: [{ taskId: nothing, kind: 'milestone', label: 'x', proposedOn: '2026-05-15' }],
    }),
    product.call('POST', `/api/tasks/${nothing}/schedule/days`, {
      label: 'x',
      dueOn: '2026-05-15',
      reason: 'x',
    }),
    product.call('POST', `/api/schedule-items/${nothing}/remove`, { reason: 'x' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
});

test('whoever works sees the days and why; only the owner of the plan decides', async () => {
  const officer = await product.as('officer');
  const seen = await officer.call('GET', `/api/plans/${planId}/schedule`);
  expect(seen.status).toBe(200);
  const { taskId, proposals } = await scheduleOf('I.1');
  const [first] = proposals;
  if (first === undefined) throw new Error('no proposal');
  const refused = await officer.call('POST', `/api/plans/${planId}/schedule/decisions`, {
    decision: 'accept',
    proposals: [choose(taskId, first)],
  });
  expect(refused.status).toBe(403);
});

test('each decision is in the audit in words', async () => {
  const auditor = await product.as('auditor');
  const { body } = await auditor.call('GET', '/api/audit?limit=100');
  const acts = new Set(body.entries.map(({ act }: { act: string }) => act));
  for (const act of ['schedule.accept', 'schedule.decline', 'schedule.enter', 'schedule.remove'])
    expect(acts).toContain(act);
});

test('what the page shows is taken away as a workbook, by the same filter', async () => {
  const linesOf = async (query: string) => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await product.download(`/api/plans/${planId}/schedule.xlsx?${query}`));
    const lines: string[][] = [];
    workbook.getWorksheet('Mốc thời hạn')?.eachRow((row, at) => {
      if (at > 3) lines.push([1, 4, 5, 6, 8].map((column) => String(row.getCell(column).value ?? '')));
    });
    return lines;
  };
  const { body } = await product.call('GET', `/api/plans/${planId}/schedule`);
  const tasks: { items: Item[]; proposals: Proposed[] }[] = body.tasks;
  expect(await linesOf('show=all')).toHaveLength(
    tasks.reduce((sum, { items, proposals }) => sum + items.length + proposals.length, 0),
  );
  expect(await linesOf('show=undated&search=kiem+tra')).toContainEqual([
    'I.3',
    'Cả nhiệm vụ',
    'Chưa có ngày',
    '',
    'Theo văn bản',
  ]);
  const declined = tasks.flatMap(({ proposals }) => proposals).filter((one) => one.declined !== null);
  expect(
    (await linesOf('show=declined')).filter(([, , state]) => state === 'Đề xuất, không dùng'),
  ).toHaveLength(declined.length);
  expect((await product.call('GET', `/api/plans/${planId}/schedule.xlsx?show=khac`)).status).toBe(404);
  const nowhere = await product.call('GET', `/api/plans/00000000-0000-4000-8000-000000000000/schedule.xlsx`);
  expect(nowhere.status).toBe(404);
});
