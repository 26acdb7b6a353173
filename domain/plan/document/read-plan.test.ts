import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from './parse-text.ts';
import type { LeadCell, PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';

const OPTIONS = { asOf: '2024-06-03', file: 'ke-hoach.txt' };

function read(text: string): PlanReading {
  const result = readPlan(parseText(text), OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

function refusalOf(text: string): string | undefined {
  const result = readPlan(parseText(text), OPTIONS);
  return result.ok ? undefined : result.refusals[0]?.code;
}

const table = (...rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');
const HEADER = [
  'STT',
  'Nhiệm vụ cụ thể',
  'Tiến độ',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Kết quả/sản phẩm',
];

describe('the plan of Lạng Sơn, 2024', () => {
  const plan = read(
    readFileSync(new URL('../../../samples/ke-hoach-126-kh-ubnd-lang-son-2024.txt', import.meta.url), 'utf8'),
  );
  const row = (code: string) => plan.rows.find((found) => found.code === code);

  const [, ...expected] = readFileSync(new URL('./seed-expected.tsv', import.meta.url), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

  test.each(expected)('%s is the %s a careful reader sees', (...fields) => {
    const [code = ''] = fields;
    const found = row(code);
    if (found === undefined) throw new Error(`no row ${code}`);
    const lead = (cell: LeadCell) =>
      cell.coordinators === undefined
        ? cell.text
        : `${cell.text} {${cell.coordinators.map(({ text }) => text).join(' | ')}}`;
    expect([
      found.code,
      found.kind,
      found.name,
      found.deadline.text,
      found.leads.map(lead).join(' | '),
      found.coordinators.map(({ text }) => text).join(' | '),
      String(found.deliverables.length),
      found.inherited.join(','),
    ]).toEqual(fields);
  });

  test('has no row beyond those', () => {
    expect(plan.rows.map(({ code }) => code)).toEqual(expected.map(([code]) => code));
  });

  test('thirteen rows cut by a page break are joined', () => {
    const joined = plan.rows.filter(({ fields }) =>
      Object.values(fields).some(({ places }) => new Set(places.map(({ line }) => line)).size > 1),
    );
    expect(joined.filter(({ leads }) => leads.length === 1)).toHaveLength(13);
  });

  test('has 8 areas, 19 headings and 82 tasks', () => {
    const count = (kind: string) => plan.rows.filter((found) => found.kind === kind).length;
    expect([count('area'), count('heading'), count('task')]).toEqual([8, 19, 82]);
  });

  test('is number 126/KH-UBND of 03/6/2024', () => {
    expect(plan.plan).toMatchObject({
      number: '126/KH-UBND',
      date: '2024-06-03',
      issuer: 'Ủy ban nhân dân tỉnh',
      period: '2024',
    });
  });

  test('loses no word, and counts each once', () => {
    const { words, kept, header, markup, repeated, lost } = plan.receipt;
    expect(lost).toEqual([]);
    expect(repeated).toEqual(['độc thực hiện', 'doanh nghiệp vào thu ngân sách tỉnh']);
    expect(kept + header + markup + repeated.join(' ').split(' ').length).toBe(words);
  });

  test('keeps a true second lead apart, with coordinators of its own where it has them', () => {
    expect(row('I.6')?.leads.map(({ text }) => text)).toEqual([
      'Sở Kế hoạch và Đầu tư chủ trì, tham mưu UBND tỉnh tổ chức đối thoại/diễn đàn với doanh nghiệp',
      'Ban Tiếp công dân tỉnh: tham mưu tổ chức đối thoại với người dân.',
    ]);
    expect(row('V.2')?.leads.map(({ coordinators }) => coordinators?.map(({ text }) => text))).toEqual([
      ['Các cơ quan, đơn vị, địa phương'],
      ['Sở Nội vụ hướng dẫn, giám sát'],
    ]);
    expect(plan.rows.filter(({ leads }) => leads.length === 2)).toHaveLength(2);
  });

  test.each([
    ['I.8', 'deadline', 'Theo kế hoạch của Bộ Nội vụ'],
    ['III.4.5', 'deadline', 'Trong năm 2024'],
    [
      'III.2.2.2',
      'name',
      'Công khai TTHC đầy đủ, kịp thời trên Hệ thống thông tin giải quyết TTHC của tỉnh và các Website của cơ quan có thẩm quyền giải quyết TTHC',
    ],
    ['VIII.4', 'deadline', 'Trong năm 2024'],
    ['VII.3.6', 'coordinators', 'Văn phòng UBND tỉnh theo dõi, đôn đốc thực hiện'],
  ])('%s: its %s is one again after the page break', (code, field, words) => {
    const found = row(code);
    const text =
      field === 'name'
        ? found?.name
        : field === 'deadline'
          ? found?.deadline.text
          : found?.coordinators[0]?.text;
    expect(text).toBe(words);
  });

  test('takes a deadline that stands on the heading', () => {
    expect(row('VI.2.2.1')).toMatchObject({ inherited: ['deadline'], deadline: { text: 'Trong năm 2024' } });
  });

  test.each([
    ['I.3', 2],
    ['I.4.4', 0],
    ['II.1.2', 2],
    ['III.4.5', 2],
    ['V.1.1', 2],
    ['V.1.2', 3],
    ['VI.1.1', 2],
    ['VI.2.2.2', 0],
    ['VII.2.3', 2],
  ])('%s has %i products', (code, count) => {
    expect(row(code)?.deliverables).toHaveLength(count);
  });

  test('leaves no HTML in any product', () => {
    expect(plan.rows.flatMap(({ deliverables }) => deliverables).filter((item) => /[<>]/.test(item))).toEqual(
      [],
    );
  });

  test('offers scanning slips as corrections and keeps the source', () => {
    const slips = plan.findings.filter(({ code }) => code === 'scanning-slip').map(({ row: code }) => code);
    expect(slips).toEqual(expect.arrayContaining(['VI.2.6', 'VIII.1', 'VIII.5', 'III.4.5']));
    expect(row('VIII.1')?.name).toContain('Phân đầu');
  });
});

describe('plans of other forms', () => {
  test('columns may stand in any order and have other names', () => {
    const plan = read(
      table(
        [
          'Sản phẩm đầu ra',
          'Đơn vị chủ trì',
          'TT',
          'Thời gian hoàn thành',
          'Nội dung công việc',
          'Đơn vị phối hợp',
        ],
        ['Báo cáo', 'Phòng Văn hóa - Xã hội', '1', 'Quý II/2026', 'Rà soát hộ nghèo', 'Các thôn'],
      ),
    );
    expect(plan.rows[0]).toMatchObject({
      code: '1',
      kind: 'task',
      name: 'Rà soát hộ nghèo',
      deliverables: ['Báo cáo'],
      deadline: { text: 'Quý II/2026' },
    });
    expect(plan.rows[0]?.coordinators[0]?.text).toBe('Các thôn');
  });

  test('a row without a number of its own is a task where it has a lead', () => {
    const plan = read(
      table(
        HEADER,
        ['1', 'Việc một', 'Năm 2026', 'Sở A', '', ''],
        ['', 'Việc hai', 'Năm 2026', 'Sở B', '', ''],
      ),
    );
    expect(plan.rows.map(({ name }) => name)).toEqual(['Việc một', 'Việc hai']);
  });

  test('numbers that are missing or stand twice are told', () => {
    const plan = read(
      table(
        HEADER,
        ['1', 'a', 'Năm 2026', 'Sở A', '', 'x'],
        ['3', 'b', 'Năm 2026', 'Sở A', '', 'x'],
        ['3', 'c', 'Năm 2026', 'Sở A', '', 'x'],
      ),
    );
    expect(plan.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['numbering-gap', 'numbering-doubled']),
    );
  });

  test('ten thousand rows and names of 300 letters are read', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [
      String(at + 1),
      'Nhiệm vụ '.repeat(33),
      'Năm 2026',
      'Sở Nội vụ',
      '',
      'Báo cáo',
    ]);
    expect(read(table(HEADER, ...rows)).rows).toHaveLength(10_000);
  });
});

describe('what is no plan', () => {
  test.each([
    ['no-table', 'Chỉ có chữ'],
    [
      'no-plan-table',
      table(['Thứ', 'Nội dung', 'Thời gian', 'Chủ trì', 'Địa điểm'], ['Hai', 'Họp', '8h', 'Giám đốc', 'P.1']),
    ],
    ['no-plan-table', table(['Họ tên', 'Tuổi'], ['An', '30'])],
    ['no-rows', table(HEADER)],
  ])('%s', (code, text) => {
    expect(refusalOf(text)).toBe(code);
  });
});

describe('whatever the cells hold', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\t\r\n]/g, ' '));

  test('reading never breaks, and every word is counted', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const result = readPlan(parseText(table(HEADER, ...rows)), OPTIONS);
        if (!result.ok) return;
        const { words, kept, header, markup, repeated, lost } = result.value.receipt;
        expect(
          kept + header + markup + repeated.flatMap((text) => text.split(/\s+/u)).length + lost.length,
        ).toBe(words);
        expect(lost).toEqual([]);
      }),
    );
  });
});
