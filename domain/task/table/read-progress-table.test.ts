import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { langSonDirectory } from '../../agency/history/lang-son.ts';
import { PROGRESS_COLUMN_WORDS, PROGRESS_COLUMNS } from './progress-columns.ts';
import { type ProgressItem, readProgressTable } from './read-progress-table.ts';

const directory = langSonDirectory();

const item = (over: Partial<ProgressItem>): ProgressItem => ({
  dueItemId: 'a',
  seq: 2,
  code: 'I.1',
  name: 'Rà soát văn bản',
  label: 'Quý II/2026',
  agencyId: 'so-tu-phap',
  agencyName: 'Sở Tư pháp',
  dueOn: '2026-06-30',
  text: 'Đã rà soát 10 văn bản',
  amount: { done: 10, whole: 40, unit: 'văn bản' },
  step: null,
  blocker: null,
  nextOn: null,
  barred: null,
  ...over,
});
const items = [
  item({}),
  item({ dueItemId: 'b', label: 'Quý III/2026', dueOn: '2026-09-30', text: null, amount: null, seq: 0 }),
  item({
    dueItemId: 'c',
    code: 'I.2',
    name: 'Tập huấn',
    text: null,
    amount: null,
    seq: 0,
    label: 'Cả nhiệm vụ',
  }),
  item({
    dueItemId: 'd',
    code: 'II.1',
    name: 'Niêm yết thủ tục',
    label: 'Cả nhiệm vụ',
    blocker: { words: 'Chưa có kinh phí', since: '2026-05-01' },
  }),
  item({
    dueItemId: 'e',
    code: 'II.1',
    name: 'Niêm yết thủ tục',
    label: 'Cả nhiệm vụ',
    agencyId: 'ubnd-xa-that-khe',
    agencyName: 'UBND xã Thất Khê',
  }),
  item({
    dueItemId: 'f',
    code: 'II.2',
    name: 'Khảo sát',
    barred: 'Kết quả đã được duyệt.',
    label: 'Cả nhiệm vụ',
  }),
];
const facts = { items, directory, today: '2026-06-02' };
const grid = (text: string) => text.split('\n').map((line) => line.split('\t'));
const read = (text: string, from = facts) => {
  const table = readProgressTable(grid(text), from);
  if (!table.ok) throw new Error(table.refusals.map(({ code }) => code).join());
  return table.value;
};

describe('a table people keep of their own', () => {
  test('is found below its title, by number within an area, by name, and by what is still open', () => {
    const { rows, problems } = read(
      [
        'BÁO CÁO TIẾN ĐỘ THÁNG 6',
        'STT\tNội dung nhiệm vụ\tCơ quan thực hiện\tThời gian hoàn thành\tTình hình thực hiện\tKhó khăn, vướng mắc',
        'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t',
        '2\tTập huấn\tSở Tư pháp\t\t45/129 xã\tKhông',
        'II\tTHỦ TỤC\t\t\t\t',
        '1\t\tUBND xã Thất Khê\t\tĐã niêm yết 12 thủ tục\tChưa có kinh phí',
        '2\tKhảo sát\t\t\t\t',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(rows.map((row) => [row.item.dueItemId, row.change, row.changed])).toEqual([
      ['c', 'report', ['text', 'done', 'whole', 'unit']],
      ['e', 'report', ['text', 'blocker']],
      ['f', 'nothing', []],
    ]);
    expect(rows[0]?.report.amount).toEqual({ done: 45, whole: 129, unit: 'xã' });
  });

  test('goes on counting what was counted, and takes a blocker away that is said to be none', () => {
    const { rows } = read(
      'TT\tCơ quan\tKết quả thực hiện\tĐã làm\tVướng mắc\tNgày báo tiếp\nII.1\tSở Tư pháp\tThêm 5 văn bản\t15\tKhông có\t15/6/2026',
    );
    expect(rows[0]).toMatchObject({
      item: { dueItemId: 'd' },
      report: {
        text: 'Thêm 5 văn bản',
        amount: { done: 15, whole: 40, unit: 'văn bản' },
        blocker: null,
        nextOn: '2026-06-15',
      },
      changed: ['text', 'done', 'blocker', 'nextOn'],
    });
  });

  test('a blocker worded as before goes on since its day', () => {
    const { rows } = read(
      'TT\tCơ quan\tKết quả\tVướng mắc\nII.1\tSở Tư pháp\tĐã xin kinh phí\tChưa có kinh phí',
    );
    expect(rows[0]?.report.blocker).toEqual({ words: 'Chưa có kinh phí', since: '2026-05-01' });
    expect(rows[0]?.changed).toEqual(['text']);
  });

  test('names the agency a work waits for', () => {
    const { rows } = read(
      'TT\tKết quả\tVướng mắc\tChờ cơ quan\nI.2\tĐã có dự thảo\tChờ thẩm định\tSở Tư pháp',
    );
    expect(rows[0]?.report.blocker).toEqual({
      words: 'Chờ thẩm định',
      agencyId: 'so-tu-phap',
      since: '2026-06-02',
    });
  });

  test.each([
    ['a per cent without what it is of', 'TT\tTiến độ\nI.2\t80%', /không có mẫu số/],
    [
      'a count with the words of last time',
      'TT\tCơ quan\tKết quả\tĐã làm\nII.1\tSở Tư pháp\t\t20',
      /như lần báo cáo trước/,
    ],
  ])('%s is taken with a warning', (_, text, warning) => {
    const [row] = read(text).rows;
    expect(row?.change).toBe('report');
    expect(row?.warnings.join()).toMatch(warning);
  });

  test.each([
    ['several periods open', 'TT\tKết quả\nI.1\tXong', 'label', /nhiều kỳ, mốc: Quý II\/2026; Quý III\/2026/],
    ['several agencies at it', 'TT\tKết quả\nII.1\tXong', 'agency', /nhiều cơ quan cùng làm/],
    [
      'an agency that does not exist',
      'TT\tCơ quan\tKết quả\nII.1\tSở Vũ trụ\tXong',
      'agency',
      /không có cơ quan/,
    ],
    [
      'an agency that is not at it',
      'TT\tCơ quan\tKết quả\nII.1\tSở Nội vụ\tXong',
      'label',
      /không có kỳ, mốc hay cơ quan/,
    ],
    ['a number that is no task', 'TT\tKết quả\nIX.9\tXong', 'code', /không thấy nhiệm vụ/],
    ['words that are no task', 'Nhiệm vụ\tKết quả\nBay lên sao Hỏa\tXong', 'task', /không thấy nhiệm vụ/],
    ['an identifier that is gone', 'Mã việc\tKết quả\nzz\tXong', 'item', /không còn/],
    ['work that is done', 'TT\tKết quả\nII.2\tLàm thêm', 'task', /đã được duyệt/],
    ['no words at all', 'TT\tKết quả\tBước\nI.2\t\tTrình ký', 'text', /chưa ghi kết quả/],
    ['a count that is no number', 'TT\tKết quả\tĐã làm\nI.2\tXong\tnhiều', 'done', /không phải một số/],
    ['a count of nothing named', 'TT\tKết quả\tĐã làm\tTổng số\nI.2\tXong\t3\t5', 'unit', /đếm cái gì/],
    ['a whole without what is done', 'TT\tKết quả\tĐã làm\tTổng số\nI.2\tXong\t\t5', 'done', /bao nhiêu/],
    [
      'a whole of nothing',
      'TT\tKết quả\tĐã làm\tTổng số\tĐơn vị tính\nI.2\tXong\t0\t0\txã',
      'whole',
      /lớn hơn 0/,
    ],
    [
      'a day that is none',
      'TT\tKết quả\tNgày báo tiếp\nI.2\tXong\t31/6/2026',
      'nextOn',
      /không phải một ngày/,
    ],
    ['a day gone by', 'TT\tKết quả\tNgày báo tiếp\nI.2\tXong\t01/6/2026', 'nextOn', /đã qua/],
    [
      'whom it waits for, unknown',
      'TT\tKết quả\tVướng mắc\tChờ cơ quan\nI.2\tXong\tChờ\tSở Vũ trụ',
      'waitsFor',
      /không có cơ quan/,
    ],
  ])('%s is a problem in its place', (_, text, column, problem) => {
    const table = read(text);
    expect(table.rows).toEqual([]);
    expect(table.problems).toEqual([expect.objectContaining({ row: 2, column })]);
    expect(table.problems[0]?.problem).toMatch(problem);
  });

  test('the same work twice', () => {
    const table = read('TT\tKết quả\nI.2\tXong\nI.2\tXong rồi');
    expect(table.rows).toHaveLength(1);
    expect(table.problems).toEqual([expect.objectContaining({ row: 3, column: 'task' })]);
  });

  test.each([
    ['table-empty', ''],
    ['table-empty', 'TT\tKết quả'],
    ['progress-table-headers', 'Tên\tGhi chú\nXã\tkhông'],
    ['table-too-long', `TT\tKết quả\n${'I.1\tXong\n'.repeat(5_001)}`],
  ])('is refused as a whole: %s', (code, text) => {
    expect(readProgressTable(grid(text), facts)).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});

describe('the table given out', () => {
  const HEAD = PROGRESS_COLUMNS.map((column) => PROGRESS_COLUMN_WORDS[column]).join('\t');
  const line = (one: ProgressItem, text: string, seen = one.seq) =>
    PROGRESS_COLUMNS.map((column) => {
      if (column === 'item') return one.dueItemId;
      if (column === 'seen') return String(seen);
      if (column === 'text') return text;
      return column === 'code' ? one.code : '';
    }).join('\t');

  test('every column is found by the words it is written with', () => {
    const counted = items[0];
    if (counted === undefined) throw new Error('no item');
    const filled = PROGRESS_COLUMNS.map((column) =>
      column === 'item'
        ? 'a'
        : column === 'seen'
          ? '2'
          : column === 'nextOn'
            ? '15/6/2026'
            : column === 'done'
              ? '11'
              : column === 'whole'
                ? '41'
                : column === 'waitsFor'
                  ? 'Sở Nội vụ'
                  : `mới ${column}`,
    ).join('\t');
    expect(read(`${HEAD}\n${filled}`).rows[0]?.changed).toEqual([
      'text',
      'done',
      'whole',
      'unit',
      'step',
      'blocker',
      'waitsFor',
      'nextOn',
    ]);
  });

  test('of what somebody reported since, what says otherwise is a conflict and what says the same is nothing', () => {
    const [counted] = items;
    if (counted === undefined) throw new Error('no item');
    expect(read(`${HEAD}\n${line(counted, 'Việc khác', 1)}`).rows[0]?.change).toBe('conflict');
    expect(read(`${HEAD}\n${line(counted, counted.text ?? '', 1)}`).rows[0]?.change).toBe('nothing');
    expect(read(`${HEAD}\n${line(counted, 'Việc khác', 2)}`).rows[0]?.change).toBe('report');
  });

  test('speaks of each work at most once and of no other, whatever is written', () => {
    const anyCell = fc.constantFrom(
      '',
      'I',
      'I.1',
      '1',
      'Tập huấn',
      'Sở Tư pháp',
      'a',
      'zz',
      '2',
      '15/6/2026',
      '45/129 xã',
      'xong',
    );
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 18 }), { maxLength: 12 }), (lines) => {
        const table = readProgressTable([HEAD.split('\t'), ...lines], facts);
        if (!table.ok) return;
        const written = table.value.rows.filter(({ change }) => change !== 'nothing');
        expect(new Set(written.map((row) => row.item.dueItemId)).size).toBe(written.length);
        for (const { item: spoken, report } of written) {
          expect(items).toContain(spoken);
          expect(spoken.barred).toBeNull();
          expect(report.text).not.toBe('');
        }
      }),
    );
  });
});
