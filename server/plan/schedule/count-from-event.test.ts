import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỦ TỤC\t\t\t\t\n' +
  '1\tCông bố thủ tục\tChậm nhất 05 ngày làm việc trước ngày có hiệu lực\tSở Tư pháp\tSở Nội vụ\tQuyết định\n' +
  '2\tRà soát thủ tục\tQuý II/2026\tSở Nội vụ\t\tBáo cáo\n';
const STORM = {
  words: 'Nghỉ tránh bão',
  source: 'Công điện số 01/CĐ-UBND',
  knownFrom: '2026-02-02',
  verified: true,
  days: [{ day: '2026-06-25', effect: 'off', words: 'tránh bão' }],
};

let product: ProductUnderTest;
let planId: string;

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-02T02:00:00Z' });
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  planId = (await product.call('POST', `/api/imports/${body.importId}/confirm`, {})).body.planId;
});

afterAll(() => product.close());

async function taskOf(code: string) {
  const { body } = await product.call('GET', `/api/plans/${planId}/schedule`);
  return body.tasks.find((task: { code: string }) => task.code === code);
}
async function enter(code: string, day: object): Promise<Answer> {
  const { taskId, items } = await taskOf(code);
  return product.call('POST', `/api/tasks/${taskId}/schedule/days`, {
    itemId: items[0].id,
    reason: 'Quyết định số 12/QĐ-UBND',
    ...day,
  });
}
const codesOf = ({ body }: Answer) => body.data.refusals.map(({ code }: { code: string }) => code);

test('a deadline that waits for an event says of which', async () => {
  const [item] = (await taskOf('I.1')).items;
  expect(item).toMatchObject({
    dueOn: null,
    event: { n: 5, unit: 'working-day', direction: 'before', words: 'ngày có hiệu lực', on: null },
  });
  expect((await taskOf('I.2')).items[0].event).toBeNull();
});

test('once its owner says when the event is, the day is counted, with its reason', async () => {
  expect((await enter('I.1', { eventOn: '2026-07-01' })).status).toBe(200);
  const [item] = (await taskOf('I.1')).items;
  expect(item).toMatchObject({ dueOn: '2026-06-24', origin: 'entered', event: { on: '2026-07-01' } });
  expect(item.derivation.steps[1]).toMatch(
    /^5 ngày làm việc trước ngày có hiệu lực 01\/7\/2026, trừ thứ Bảy/,
  );
});

test('a notice moves it, and says so first', async () => {
  const preview = await product.call('POST', '/api/calendar/notices/preview', STORM);
  expect(preview.body.moved).toEqual([
    expect.objectContaining({ from: '2026-06-24', to: '2026-06-23', open: 2 }),
  ]);
  expect((await product.call('POST', '/api/calendar/notices', STORM)).status).toBe(200);
  const [item] = (await taskOf('I.1')).items;
  expect(item).toMatchObject({
    dueOn: '2026-06-23',
    author: expect.any(String),
    derivation: { skipped: [{ day: '2026-06-25', words: 'tránh bão' }] },
  });
});

test('its owner can still name the day, which then stays', async () => {
  expect((await enter('I.1', { dueOn: '2026-06-19' })).status).toBe(200);
  const [item] = (await taskOf('I.1')).items;
  expect(item).toMatchObject({ dueOn: '2026-06-19', event: { on: null }, derivation: { fixed: true } });
});

test.each([
  ['I.1', {}, 'schedule-day-missing'],
  ['I.1', { eventOn: '2026-02-31' }, 'schedule-day-unreal'],
  ['I.2', { eventOn: '2026-07-01' }, 'schedule-of-document'],
])('of %s, %j is refused: %s', async (code, day, refused) =>
  expect(codesOf(await enter(code, day))).toEqual([refused]),
);

test('a milestone of its own counts from no event', async () => {
  const { taskId } = await taskOf('I.2');
  const answer = await product.call('POST', `/api/tasks/${taskId}/schedule/days`, {
    label: 'Dự thảo',
    eventOn: '2026-05-01',
    reason: 'họp giao ban',
  });
  expect(codesOf(answer)).toEqual(['schedule-no-event']);
});
