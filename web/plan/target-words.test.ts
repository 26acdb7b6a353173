import { describe, expect, test } from 'vitest';
import type { Target } from '#contract/reading.ts';
import { formatTarget } from './target-words.ts';

describe('a target is said in a few words', () => {
  test.each<[Target, string]>([
    [{ comparator: '>=', value: 90, unit: '%' }, '≥ 90 %'],
    [{ comparator: '=', value: 0, unit: 'dòng' }, '= 0 dòng'],
    [{ comparator: 'between', value: 10, upper: 15 }, '10–15'],
    [
      { comparator: 'decrease', bound: '>=', value: 3, unit: '%', baseline: '2021' },
      'giảm ≥ 3 % so với 2021',
    ],
    [{ comparator: 'increase' }, 'tăng'],
    [{ comparator: 'count', value: 1234.5, unit: 'lần/năm' }, '1.234,5 lần/năm'],
    [{ comparator: 'exists', subject: 'Quyết định của UBND tỉnh' }, 'phải có'],
    [{ comparator: '<', value: 15, unit: '%', approx: true }, 'khoảng < 15 %'],
  ])('%o', (target, words) => expect(formatTarget(target)).toBe(words));
});
