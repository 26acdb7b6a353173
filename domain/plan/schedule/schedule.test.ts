import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../calendar/work-calendar.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import { parseText } from '../document/parse-text.ts';
import { readPlan } from '../document/read-plan.ts';
import { proposeMilestones } from './propose-milestones.ts';
import { PROPOSAL_GROUNDS, type ScheduledTask } from './schedule-item.ts';
import { scheduleTask } from './schedule-task.ts';

const calendar = buildCalendar();

function taskOf(words: string, more: Partial<ScheduledTask> = {}): ScheduledTask {
  const year = more.year === undefined ? 2024 : more.year;
  return {
    name: 'Rà soát',
    deadline: { text: words, reading: readDeadline(words, year ?? undefined) },
    deliverables: [],
    issuedOn: `${year ?? 2024}-01-15`,
    ...more,
    year,
  };
}

const days = (task: ScheduledTask) =>
  scheduleTask(task, calendar).map(({ label, dueOn }) => `${label}: ${dueOn ?? 'không có ngày'}`);
const proposed = (task: ScheduledTask) =>
  proposeMilestones(task, scheduleTask(task, calendar), calendar).map(
    ({ ground, label, dueOn }) => `${dueOn} ${ground} ${label}`,
  );

describe('what falls due, by the words', () => {
  test.each([
    ['Trong năm 2024', ['Cả nhiệm vụ: 2024-12-31']],
    ['Quý II/2024', ['Cả nhiệm vụ: 2024-07-01']],
    ['Tháng 8/2024', ['Cả nhiệm vụ: 2024-09-04']],
    ['Trước ngày 15/10/2024', ['Cả nhiệm vụ: 2024-10-14']],
    ['Ngày 30/6/2024', ['Cả nhiệm vụ: 2024-06-30']],
    ['Thường xuyên', ['Cả nhiệm vụ: không có ngày']],
    ['Theo kế hoạch của Bộ Nội vụ', ['Cả nhiệm vụ: không có ngày']],
    ['', ['Cả nhiệm vụ: không có ngày']],
    [
      'Hàng quý',
      [
        'Quý I/2024: 2024-04-01',
        'Quý II/2024: 2024-07-01',
        'Quý III/2024: 2024-09-30',
        'Quý IV/2024: 2024-12-31',
      ],
    ],
    [
      'Hàng quý, chậm nhất ngày 20 của tháng cuối quý',
      [
        'Quý I/2024: 2024-03-20',
        'Quý II/2024: 2024-06-20',
        'Quý III/2024: 2024-09-20',
        'Quý IV/2024: 2024-12-20',
      ],
    ],
    [
      '6 tháng, năm',
      ['6 tháng đầu năm 2024: 2024-07-01', '6 tháng cuối năm 2024: 2024-12-31', 'Năm 2024: 2024-12-31'],
    ],
  ])('"%s"', (words, expected) => expect(days(taskOf(words))).toEqual(expected));

  test('monthly duties come twelve times, and not before the plan was issued', () => {
    expect(days(taskOf('Hàng tháng'))).toHaveLength(12);
    expect(days(taskOf('Hàng tháng', { issuedOn: '2024-06-03' }))[0]).toBe('Tháng 6/2024: 2024-07-01');
  });

  test('a month without the day named ends on its last', () => {
    expect(days(taskOf('Hàng tháng, ngày 31'))[1]).toBe('Tháng 2/2024: 2024-02-29');
  });

  test('a period that ends on a rest day rolls on and says so; a day that is named stays, and is warned of', () => {
    const [quarter] = scheduleTask(taskOf('Quý II/2024'), calendar);
    expect(quarter?.derivation).toMatchObject({
      fixed: false,
      steps: [
        'Ngày cuối cùng của thời hạn là 30/6/2024.',
        'Ngày 30/6/2024 (Chủ nhật) là ngày nghỉ nên hạn chuyển sang 01/7/2024 (thứ Hai).',
      ],
      rules: [{ source: 'Bộ luật Dân sự 2015, Điều 148' }],
    });
    const [named] = scheduleTask(taskOf('Ngày 30/6/2024'), calendar);
    expect(named?.derivation.fixed).toBe(true);
    expect(named?.derivation.steps.at(-1)).toContain('văn bản ấn định ngày nên không chuyển');
  });

  test('holidays passed over are named', () => {
    const [item] = scheduleTask(taskOf('Tháng 8/2024'), calendar);
    expect(item?.derivation.skipped).toEqual(['2024-09-02', '2024-09-03']);
  });

  test.each([
    ['Thường xuyên', 'Việc làm thường xuyên, văn bản không ghi kỳ nào'],
    ['Theo kế hoạch của Bộ Nội vụ', 'Thời hạn nằm ở văn bản khác, chưa biết ngày'],
    ['', 'Văn bản không ghi thời hạn'],
  ])('"%s" has no day, and says what is missing', (words, missing) => {
    expect(scheduleTask(taskOf(words), calendar)[0]?.derivation.missing).toEqual([missing]);
  });
});

describe('what is proposed', () => {
  test('for a whole year: where the figures of each report close, and the steps of the product', () => {
    expect(proposed(taskOf('Trong năm 2024', { deliverables: ['Kế hoạch của UBND tỉnh'] }))).toEqual([
      '2024-03-14 report Có kết quả đưa vào báo cáo quý I năm 2024',
      '2024-06-14 report Có kết quả đưa vào báo cáo 6 tháng đầu năm 2024',
      '2024-09-13 report Có kết quả đưa vào báo cáo quý III năm 2024',
      '2024-11-19 product Có dự thảo, gửi lấy ý kiến',
      '2024-12-13 report Có kết quả đưa vào báo cáo năm 2024',
      '2024-12-24 product Trình ký',
    ]);
  });

  test('the scoring cut-off joins the report of the year, with its own reason and whether it was checked', () => {
    const task = taskOf('Trong năm 2024');
    const last = proposeMilestones(task, scheduleTask(task, calendar), calendar).at(-1);
    expect(last?.derivation.steps.join(' ')).toContain(
      'Gộp mốc "Đủ tài liệu kiểm chứng để tự chấm" (ngày 17/12/2024)',
    );
    expect(last?.derivation.rules).toContainEqual(
      expect.objectContaining({ words: expect.stringContaining('tự chấm'), verified: false }),
    );
    const known = taskOf('Trong năm 2023', { year: 2023 });
    const of2023 = proposeMilestones(known, scheduleTask(known, calendar), calendar).at(-1);
    expect(of2023?.derivation.rules).toContainEqual(
      expect.objectContaining({ source: expect.stringContaining('757/QĐ-BNV'), verified: true }),
    );
  });

  test('a closing day on a Saturday is brought forward, and says so', () => {
    const task = taskOf('Trong năm 2024');
    const third = proposeMilestones(task, scheduleTask(task, calendar), calendar).find(
      ({ dueOn }) => dueOn === '2024-09-13',
    );
    expect(third?.derivation.steps[1]).toMatch(
      /^14\/9\/2024 là ngày nghỉ nên lấy ngày làm việc liền trước 13\/9\/2024/,
    );
  });

  test('continuous work: one period for each report, one after another', () => {
    const task = taskOf('Thường xuyên');
    const periods = proposeMilestones(task, scheduleTask(task, calendar), calendar);
    expect(periods.map(({ kind, label, startsOn, dueOn }) => [kind, label, startsOn, dueOn])).toEqual([
      ['period', 'Kỳ báo cáo quý I năm 2024', '2024-01-01', '2024-03-14'],
      ['period', 'Kỳ báo cáo 6 tháng đầu năm 2024', '2024-03-15', '2024-06-14'],
      ['period', 'Kỳ báo cáo quý III năm 2024', '2024-06-15', '2024-09-13'],
      ['period', 'Kỳ báo cáo năm 2024', '2024-09-15', '2024-12-13'],
    ]);
  });

  test('the periodic reports themselves: their days as the ministry names them, rest days too', () => {
    const task = taskOf('Theo quy định của Bộ Nội vụ', {
      name: 'Báo cáo kết quả thực hiện công tác CCHC định kỳ của tỉnh',
      deliverables: ['Báo cáo kết quả thực hiện của UBND tỉnh'],
      year: 2026,
    });
    const reports = proposeMilestones(task, scheduleTask(task, calendar), calendar);
    expect(reports.map(({ dueOn }) => dueOn)).toEqual([
      '2026-03-20',
      '2026-06-20',
      '2026-09-20',
      '2026-12-20',
    ]);
    expect(reports[1]?.derivation).toMatchObject({ fixed: true });
    expect(reports[1]?.derivation.steps[1]).toContain('(thứ Bảy) là ngày nghỉ; văn bản ấn định ngày');
  });

  test.each([
    ['a task without any day gets the end of the year of the plan', '', '2024-12-31 year Cả nhiệm vụ'],
    [
      'a task whose day stands in another document gets none, and reports on the way',
      'Theo kế hoạch của Bộ Nội vụ',
      '2024-12-13 report Có kết quả đưa vào báo cáo năm 2024',
    ],
  ])('%s', (_title, words, last) => expect(proposed(taskOf(words)).at(-1)).toBe(last));

  test.each([
    ['a near day', taskOf('Tháng 3/2024')],
    ['periods of its own', taskOf('Hàng quý')],
    ['no year', taskOf('Thường xuyên', { year: null })],
  ])('nothing for a task with %s', (_why, task) => expect(proposed(task)).toEqual([]));

  test('nothing before there was time to do it', () => {
    expect(proposed(taskOf('Trong năm 2024', { issuedOn: '2024-06-03' }))[0]).toContain('2024-09-13');
  });
});

describe('properties', () => {
  const phrase = fc.constantFrom(
    'Trong năm 2024',
    'Quý IV/2024',
    'Trước ngày 15/10/2024',
    'Thường xuyên',
    'Theo kế hoạch của Bộ Nội vụ',
    'Hàng tháng',
    '',
  );
  const product = fc.constantFrom(
    'Báo cáo',
    'Quyết định',
    '02 lớp tập huấn',
    'Biên bản kiểm tra',
    'Hệ thống',
    '100%',
  );
  const issued = fc
    .integer({ min: 0, max: 365 })
    .map((add) => Temporal.PlainDate.from('2024-01-01').add({ days: add }).toString());

  test('each proposal has a reason, a rule with its source, a working day after issue and before the end, and a name of its own', () => {
    fc.assert(
      fc.property(phrase, product, issued, (words, deliverable, issuedOn) => {
        const task = taskOf(words, { deliverables: [deliverable], issuedOn });
        const items = scheduleTask(task, calendar);
        const found = proposeMilestones(task, items, calendar);
        const end = items[0]?.dueOn ?? null;
        expect(new Set(found.map(({ label }) => label)).size).toBe(found.length);
        for (const one of found) {
          expect(one.reason).not.toBe('');
          expect(PROPOSAL_GROUNDS).toContain(one.ground);
          expect(one.derivation.rules.length).toBeGreaterThan(0);
          expect(one.derivation.rules.every(({ source }) => source !== '')).toBe(true);
          expect(calendar.isWorkingDay(one.dueOn)).toBe(true);
          expect(one.dueOn > issuedOn).toBe(true);
          if (end !== null) expect(one.dueOn < end).toBe(true);
        }
      }),
    );
  });

  test('a task always has something that falls due, each under a name of its own', () => {
    fc.assert(
      fc.property(phrase, issued, (words, issuedOn) => {
        const items = scheduleTask(taskOf(words, { issuedOn }), calendar);
        expect(items.length).toBeGreaterThan(0);
        expect(new Set(items.map(({ kind, label }) => `${kind} ${label}`)).size).toBe(items.length);
      }),
    );
  });
});

describe('the 82 tasks of the plan of Lạng Sơn, 2024', () => {
  const read = readPlan(
    parseText(
      readFileSync(
        new URL('../../../samples/ke-hoach-126-kh-ubnd-lang-son-2024.txt', import.meta.url),
        'utf8',
      ),
    ),
    { asOf: '2024-06-03', file: 'ke-hoach.txt' },
  );
  const tasks = (read.ok ? read.value.rows : [])
    .filter(({ kind }) => kind === 'task')
    .map((row) => {
      const task: ScheduledTask = {
        name: row.name,
        deadline: row.deadline,
        deliverables: row.deliverables,
        year: 2024,
        issuedOn: '2024-06-03',
      };
      const items = scheduleTask(task, calendar);
      return { code: row.code, items, found: proposeMilestones(task, items, calendar) };
    });

  test('each has one item, 62 with the last day of the year and 20 without a day', () => {
    expect(tasks).toHaveLength(82);
    expect(tasks.every(({ items }) => items.length === 1)).toBe(true);
    const dated = tasks.filter(({ items }) => items[0]?.dueOn === '2024-12-31');
    const undated = tasks.filter(({ items }) => items[0]?.dueOn === null);
    expect([dated.length, undated.length]).toEqual([62, 20]);
  });

  const REPORTS = '13/9 báo cáo quý III, 13/12 báo cáo năm';
  const DOCUMENT = '13/9 báo cáo quý III, 19/11 dự thảo, 13/12 báo cáo năm, 24/12 trình ký';
  const SYSTEM = '09/8 hồ sơ, 13/9 báo cáo quý III, 03/12 chạy thử, 13/12 báo cáo năm';
  const INSPECTION = '13/9 báo cáo quý III, 03/12 kiểm tra xong, 13/12 báo cáo năm';
  const SPECIAL: Readonly<Record<string, string>> = {
    'I.2': '20/6 gửi báo cáo 6 tháng, 20/9 gửi báo cáo quý III, 20/12 gửi báo cáo năm',
    'I.6': '13/9 báo cáo quý III, 05/11 kế hoạch tổ chức, 13/12 báo cáo năm',
    'II.1.1': '13/9 báo cáo quý III, 13/12 báo cáo năm, 26/12 trình ký',
    'III.1.2': '13/9 báo cáo quý III, 13/12 báo cáo năm, 26/12 trình ký',
    'III.2.3.1': `${REPORTS}, 31/12 cả nhiệm vụ`,
    'III.2.3.2': `${REPORTS}, 31/12 cả nhiệm vụ`,
    ...Object.fromEntries(
      ['II.1.2', 'II.2', 'III.2.1', 'III.3.3', 'III.3.4', 'V.1.1', 'VII.1.1'].map((code) => [code, DOCUMENT]),
    ),
    ...Object.fromEntries(['VII.2.3', 'VII.3.1'].map((code) => [code, SYSTEM])),
    ...Object.fromEntries(['IV.5.2', 'VI.2.2.1', 'VI.2.5'].map((code) => [code, INSPECTION])),
  };
  const SHORT: readonly (readonly [RegExp, string])[] = [
    [/^(Có kết quả đưa vào|Kỳ) báo cáo (quý III|năm).*/, 'báo cáo $2'],
    [/^Báo cáo (6 tháng|quý III|năm).*/, 'gửi báo cáo $1'],
    [/^Có dự thảo.*/, 'dự thảo'],
    [/^Có hồ sơ.*/, 'hồ sơ'],
    [/^Có kế hoạch tổ chức.*/, 'kế hoạch tổ chức'],
  ];

  test.each(tasks.map(({ code, found }) => [code, found] as const))('%s', (code, found) => {
    const short = found.map(({ label, dueOn }) => {
      const words = SHORT.reduce((left, [long, brief]) => left.replace(long, brief), label);
      return `${dueOn.slice(8)}/${Number(dueOn.slice(5, 7))} ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
    });
    expect(short.join(', ')).toBe(SPECIAL[code] ?? REPORTS);
  });

  test('nothing is set by proposing: only what the words name has a day', () => {
    expect(tasks.flatMap(({ items }) => items).every(({ kind }) => kind === 'whole')).toBe(true);
  });
});
