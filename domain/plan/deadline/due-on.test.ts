import { expect, test } from 'vitest';
import { dueOn } from './due-on.ts';
import { readDeadline } from './read-deadline.ts';

test.each([
  ['Trước ngày 01/3/2026', '2026-02-28'],
  ['Chậm nhất ngày 15/12/2026', '2026-12-15'],
  ['Quý II/2026', '2026-06-30'],
  ['Tháng 6 và tháng 12/2026', '2026-12-31'],
  ['Thường xuyên', undefined],
  ['Theo Kế hoạch của Bộ Nội vụ', undefined],
])('%s is in time until %s', (words, day) => {
  expect(dueOn(readDeadline(words, 2026))).toBe(day);
});
