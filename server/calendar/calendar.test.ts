import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkingDays } from '#domain/calendar/count-working-days.ts';
import { eachDay } from '#domain/calendar/epoch-day.ts';
import { buildCalendar } from '#domain/calendar/work-calendar.ts';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Nội vụ\tBáo cáo\n' +
  '2\tTập huấn\tTrước ngày 01/7/2026\tSở Nội vụ\t\t02 lớp\n';
const STORM = {
  words: 'Nghỉ tránh bão số 1',
  source: 'Công điện số 05/CĐ-UBND ngày 29/5/2026',
  knownFrom: '2026-05-29',
  verified: true,
  days: [{ day: '2026-06-30', effect: 'off', words: 'tránh bão' }],
};

let product: ProductUnderTest;
let administrator: Client;
let database: pg.Client;

beforeAll(async () => {
  product = await startProduct({ now: '2026-06-01T02:00:00Z' });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  administrator = await product.as('administrator');
});
afterAll(async () => {
  await database.end();
  await product.close();
});

const due = async () =>
  (
    await database.query(
      `select t.code, d.agency_id, d.due_on::text, d.state from due_item d join task t on t.id = d.task_id
       where d.retired_at is null order by t.code, d.agency_id`,
    )
  ).rows.map((row) => `${row.code} ${row.agency_id} ${row.due_on}`);

describe('the table of days', () => {
  test('counts every day as the domain does', async () => {
    const calendar = buildCalendar();
    const { rows } = await database.query(
      `select day::text, is_working, running from calendar_day where day between '2023-01-01' and '2027-12-31' order by day`,
    );
    expect(rows).toEqual(
      eachDay('2023-01-01', '2027-12-31').map((day) => ({
        day,
        is_working: calendar.isWorkingDay(day),
        running: calendar.running(day),
      })),
    );
  });

  test.each([1, 5, 22, 60])('adds %s working days to every day by a join, as the domain does', async (n) => {
    const calendar = buildCalendar();
    const { rows } = await database.query(
      `select here.day::text as day, later.day::text as due from calendar_day here
       join calendar_day later
         on later.province_id = here.province_id and later.is_working and later.running = here.running + $1
       where here.day between '2023-01-01' and '2027-12-31' order by here.day`,
      [n],
    );
    expect(rows).toEqual(
      eachDay('2023-01-01', '2027-12-31').map((day) => ({
        day,
        due: addWorkingDays(calendar, day, n).day,
      })),
    );
  });
});

describe('a year', () => {
  test('says what is not as its weekday says, how many days are worked, and what is not known', async () => {
    const { body } = await product.call('GET', '/api/calendar/2026');
    expect(body).toMatchObject({ year: 2026, isComplete: true, undecided: null, workingDays: 249 });
    expect(body.marks).toContainEqual(
      expect.objectContaining({ day: '2026-08-22', effect: 'work', verified: true }),
    );
    const next = (await product.call('GET', '/api/calendar/2027')).body;
    expect(next).toMatchObject({ isComplete: false, undecided: expect.stringMatching(/Đinh Mùi/) });
    expect((await product.call('GET', '/api/calendar/2030')).body.undecided).toMatch(/Chưa có thông báo/);
  });

  test('is told as it was known on a day', async () => {
    const marked = async (knownOn: string) =>
      (await product.call('GET', `/api/calendar/2024?knownOn=${knownOn}`)).body.marks.map(
        ({ day }: { day: string }) => day,
      );
    expect(await marked('2024-04-11')).not.toContain('2024-04-29');
    expect(await marked('2024-04-12')).toContain('2024-04-29');
    const then = (await product.call('GET', '/api/calendar/2024?knownOn=2024-04-11')).body;
    expect(then).toMatchObject({
      isComplete: false,
      undecided: expect.stringMatching(/đến ngày 11\/4\/2024/),
    });
  });

  test('counts a span, with its reason', async () => {
    const { body } = await product.call(
      'GET',
      '/api/calendar/count?from=2025-05-05&n=5&unit=working-day&direction=before',
    );
    expect(body).toMatchObject({ day: '2025-04-24', covered: true });
    expect(body.reason).toMatch(/trừ 30\/4 \(Ngày Chiến thắng\).*làm bù 26\/4/);
  });
});

describe('an official notice', () => {
  test('shows what it would move, and stores nothing', async () => {
    const before = await due();
    const { body } = await administrator.call('POST', '/api/calendar/notices/preview', STORM);
    expect(body.moved).toEqual([
      expect.objectContaining({ from: '2026-06-30', to: '2026-07-01', open: 2, kept: 0 }),
    ]);
    expect(body.moved[0].words).toMatch(/^I\.1 Rà soát văn bản/);
    expect(await due()).toEqual(before);
  });

  test('moves what is open, keeps what is finished, and a day the document names stays', async () => {
    await database.query(`update due_item set state = 'accepted' where agency_id = 'so-tu-phap'`);
    const recorded = await administrator.call('POST', '/api/calendar/notices', STORM);
    expect(recorded.status).toBe(200);
    expect(await due()).toEqual([
      'I.1 so-noi-vu-2025 2026-07-01',
      'I.1 so-tu-phap 2026-06-30',
      'I.2 so-noi-vu-2025 2026-06-30',
    ]);
    const { rows } = await database.query(`select body, actor from work_act where kind = 'move-due'`);
    expect(rows).toEqual([
      {
        body: expect.objectContaining({
          from: '2026-06-30',
          to: '2026-07-01',
          text: expect.stringMatching(/bão/),
        }),
        actor: expect.any(String),
      },
    ]);
    const { body } = await product.call('GET', '/api/calendar/2026');
    expect(body.notices.find(({ id }: { id: string }) => id === recorded.body.id)).toMatchObject({
      stands: true,
      actor: expect.any(String),
    });
  });

  test('taken back, lets its days be what they were', async () => {
    const { body } = await product.call('GET', '/api/calendar/2026');
    const { id } = body.notices.find(({ words }: { words: string }) => words === STORM.words);
    const withdrawal = { ...STORM, words: 'Thu hồi thông báo nghỉ', days: [], withdraws: id };
    expect((await administrator.call('POST', '/api/calendar/notices', withdrawal)).status).toBe(200);
    expect(await due()).toContain('I.1 so-noi-vu-2025 2026-06-30');
    const again = await administrator.call('POST', '/api/calendar/notices', withdrawal);
    expect(again.body.data.refusals[0].code).toBe('calendar-notice-withdrawn');
    const { notices } = (await product.call('GET', '/api/calendar/2026')).body;
    const undone = {
      ...withdrawal,
      withdraws: notices.find(({ withdraws }: { withdraws: string | null }) => withdraws === id).id,
    };
    const refused = await administrator.call('POST', '/api/calendar/notices', undone);
    expect(refused.body.data.refusals[0].code).toBe('calendar-withdrawal-stands');
  });

  test('confirms a day that was thought to be off, once its document was seen', async () => {
    const culture = () =>
      product
        .call('GET', '/api/calendar/2026')
        .then(({ body }) => body.marks.find(({ day }: { day: string }) => day === '2026-11-24'));
    expect(await culture()).toMatchObject({ verified: false });
    const resolution = {
      ...STORM,
      words: 'Ngày Văn hóa Việt Nam',
      source: 'Nghị quyết số 28/2026/QH16',
      days: [{ day: '2026-11-24', effect: 'off', words: 'Ngày Văn hóa Việt Nam' }],
    };
    const unseen = { ...resolution, verified: false };
    const idle = await administrator.call('POST', '/api/calendar/notices', unseen);
    expect(idle.body.data.refusals[0].code).toBe('calendar-notice-idle');
    expect((await administrator.call('POST', '/api/calendar/notices', resolution)).status).toBe(200);
    expect(await culture()).toMatchObject({ verified: true, source: resolution.source });
  });

  test('completes a year that was not known', async () => {
    const notice = {
      ...STORM,
      words: 'Lịch nghỉ năm 2027',
      days: [{ day: '2027-02-11', effect: 'off', words: 'Tết Đinh Mùi' }],
      completesYear: 2027,
    };
    expect((await administrator.call('POST', '/api/calendar/notices', notice)).status).toBe(200);
    expect((await product.call('GET', '/api/calendar/2027')).body.isComplete).toBe(true);
  });

  test.each([
    ['calendar-notice-empty', { days: [] }],
    ['calendar-notice-idle', { days: [{ day: '2026-06-28', effect: 'off', words: 'Chủ nhật' }] }],
    ['calendar-notice-future', { knownFrom: '2026-06-02' }],
    ['calendar-day-twice', { days: [STORM.days[0], STORM.days[0]] }],
    ['calendar-day-outside', { days: [{ day: '2062-06-30', effect: 'off', words: 'nhầm năm' }] }],
    ['not-found', { withdraws: 'khong-co' }],
  ])('is refused: %s', async (code, over) => {
    const { body } = await administrator.call('POST', '/api/calendar/notices', { ...STORM, ...over });
    expect(body.data.refusals[0]).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  });
});
