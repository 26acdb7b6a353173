import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '#test/cpu-time.ts';
import type { Deadline } from './deadline.ts';
import { DEADLINE_PHRASES } from './deadline-phrases.cases.ts';
import { readDeadline } from './read-deadline.ts';

const year = (y: number): Deadline => ({ kind: 'year', start: `${y}-01-01`, end: `${y}-12-31` });

const CASES: readonly (readonly [string, Deadline])[] = [
  ['Trong năm 2024', year(2024)],
  ['NĂM 2025', year(2025)],
  ['2025', year(2025)],
  ['Quý I/2025', { kind: 'quarter', start: '2025-01-01', end: '2025-03-31' }],
  ['quí 2 năm 2026', { kind: 'quarter', start: '2026-04-01', end: '2026-06-30' }],
  ['Q1/2025', { kind: 'quarter', start: '2025-01-01', end: '2025-03-31' }],
  ['Hoàn thành trong quý II năm 2025', { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' }],
  ['Quý I-II/2025', { kind: 'range', start: '2025-01-01', end: '2025-06-30' }],
  [
    'Quý II, IV/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' },
        { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' },
      ],
    },
  ],
  ['Tháng 02/2024', { kind: 'month', start: '2024-02-01', end: '2024-02-29' }],
  ['6/2025', { kind: 'month', start: '2025-06-01', end: '2025-06-30' }],
  ['tháng 01-6/2025', { kind: 'range', start: '2025-01-01', end: '2025-06-30' }],
  ['Từ tháng 1 đến tháng 6/2025', { kind: 'range', start: '2025-01-01', end: '2025-06-30' }],
  [
    'tháng 6, 7/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'month', start: '2025-06-01', end: '2025-06-30' },
        { kind: 'month', start: '2025-07-01', end: '2025-07-31' },
      ],
    },
  ],
  ['Trước ngày 15/12/2025', { kind: 'date', end: '2025-12-15', endExclusive: true }],
  ['Chậm nhất ngày 20.12.2025', { kind: 'date', end: '2025-12-20' }],
  ['ngày 30 tháng 6 năm 2025', { kind: 'date', end: '2025-06-30' }],
  ['Từ ngày 01/01 đến ngày 30/6/2025', { kind: 'range', start: '2025-01-01', end: '2025-06-30' }],
  ['15/6 - 30/6/2025', { kind: 'range', start: '2025-06-15', end: '2025-06-30' }],
  ['6 tháng đầu năm 2025', { kind: 'range', start: '2025-01-01', end: '2025-06-30' }],
  ['Giai đoạn 2021 – 2025', { kind: 'range', start: '2021-01-01', end: '2025-12-31' }],
  ['Năm 2024 và các năm tiếp theo', { kind: 'range', start: '2024-01-01', openEnd: true }],
  ['Đến hết quý III/2025', { kind: 'range', end: '2025-09-30', openStart: true }],
  ['Hằng tháng trước ngày 25', { kind: 'recurring', recurrence: { freq: 'monthly', by: 'trước ngày 25' } }],
  ['Hàng năm', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  ['01 lần/quý', { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
  ['Thứ Sáu hàng tuần', { kind: 'recurring', recurrence: { freq: 'weekly', by: 'Thứ Sáu' } }],
  ['Định kỳ', { kind: 'recurring', recurrence: { freq: 'unspecified' } }],
  ['Thường xuyên, liên tục', { kind: 'continuous' }],
  [
    'Thường xuyên; báo cáo trước ngày 20/12/2025',
    {
      kind: 'multi',
      parts: [{ kind: 'continuous' }, { kind: 'date', end: '2025-12-20', endExclusive: true }],
    },
  ],
  ['Từ tháng 10/2025 đến tháng 3', { kind: 'range', start: '2025-10-01', end: '2026-03-31' }],
  ['Từ tháng 11 đến hết tháng 02/2024', { kind: 'range', start: '2023-11-01', end: '2024-02-29' }],
  ['Từ tháng 10/2023 đến tháng 2', { kind: 'range', start: '2023-10-01', end: '2024-02-29' }],
  ['Quý IV/2024 đến quý I', { kind: 'range', start: '2024-10-01', end: '2025-03-31' }],
  ['Từ ngày 15/12/2025 đến 15/01', { kind: 'range', start: '2025-12-15', end: '2026-01-15' }],
  [
    'Chậm nhất ngày 20.12.2025 Đến hết quý III/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'date', end: '2025-12-20' },
        { kind: 'range', end: '2025-09-30', openStart: true },
      ],
    },
  ],
  ['Theo Kế hoạch của Bộ Nội vụ', { kind: 'by_external_plan' }],
  ['Theo tiến độ cụ thể của từng nhiệm vụ', { kind: 'by_external_plan' }],
  [
    'chậm nhất 05 ngày làm việc trước ngày có hiệu lực',
    { kind: 'relative_working_days', n: 5, direction: 'before', anchor: 'ngày có hiệu lực' },
  ],
  [
    'Trong vòng 10 ngày kể từ ngày ký',
    { kind: 'relative_days', n: 10, direction: 'after', anchor: 'ngày ký' },
  ],
  [
    'Sau khi Nghị quyết được thông qua',
    { kind: 'relative_event', direction: 'after', anchor: 'Nghị quyết được thông qua' },
  ],
  ['Trong', { kind: 'fragment' }],
  ['hoạch của Bộ Nội vụ', { kind: 'fragment' }],
  ['nhiệm kỳ 2021 - 2026', { kind: 'none' }],
  ['Quyết định số 12/QĐ-UBND ngày 03/6/2024', { kind: 'none' }],
  ['31/02/2025', { kind: 'none' }],
  ['', { kind: 'none' }],
];

describe('deadline phrases', () => {
  test.each(DEADLINE_PHRASES)('%s', (text, expected) => {
    expect(readDeadline(text)).toEqual(expected);
  });

  test.each(CASES)('%s', (text, expected) => {
    expect(readDeadline(text)).toEqual(expected);
  });

  test('the year of the plan serves only a phrase without one', () => {
    expect(readDeadline('Trước 30/6', 2026)).toEqual({ kind: 'date', end: '2026-06-30', endExclusive: true });
    expect(readDeadline('Quý I/2025', 2026)).toMatchObject({ start: '2025-01-01' });
    expect(readDeadline('Quý I')).toEqual({ kind: 'quarter' });
    expect(readDeadline('Từ tháng 10 đến tháng 3', 2026)).toEqual({
      kind: 'range',
      start: '2026-10-01',
      end: '2027-03-31',
    });
  });
});

describe('whatever is written', () => {
  const phrase = fc.oneof(fc.constantFrom(...CASES.map(([text]) => text)), fc.string({ unit: 'grapheme' }));

  test.each([...CASES, ...DEADLINE_PHRASES].map(([text]) => text))(
    'composition of letters, kind of spaces and dashes change nothing: %s',
    (text) => {
      const expected = readDeadline(text);
      expect(readDeadline(text.normalize('NFD'))).toEqual(expected);
      expect(readDeadline(text.replaceAll(' ', '\u00a0'))).toEqual(expected);
      expect(readDeadline(text.replace(/(?<=\d)\s*-\s*(?=\d)/g, ' – '))).toEqual(expected);
    },
  );

  test('dates are real days, and a period begins before it ends', () => {
    const days = ({ start, end, parts }: Deadline): void => {
      for (const day of [start, end])
        if (day !== undefined)
          expect(Temporal.PlainDate.from(day, { overflow: 'reject' }).toString()).toBe(day);
      if (start !== undefined && end !== undefined) expect(start <= end).toBe(true);
      parts?.forEach(days);
    };
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 3 }), (texts) => days(readDeadline(texts.join(' '), 2026))),
    );
  });

  test('a hundred thousand letters are read without delay', () => {
    const spent = cpuTime(() => {
      for (const unit of ['tháng 6, ', 'từ ngày ', '1/', 'quý i - ', ' '])
        readDeadline(unit.repeat(100_000 / unit.length));
    });
    expect(spent).toBeLessThan(10_000);
  });
});
