import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';

test.each([
  ['01/7/2025', '2025-07-01'],
  ['1-7-2025', '2025-07-01'],
  ['2025-07-01', '2025-07-01'],
  ['2025-07-01T00:00:00', '2025-07-01'],
  ['ngày 01 tháng 7 năm 2025', '2025-07-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2025', null],
  ['31.4.2025', null],
  ['7/2025', null],
  ['quý III', null],
  ['', null],
])('%j', (words, day) => expect(readDay(words)).toBe(day));
