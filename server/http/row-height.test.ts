import { expect, test } from 'vitest';
import { rowHeight } from './row-height.ts';

const linesOf = (...cells: readonly (readonly [string, number])[]) =>
  (rowHeight(cells.map(([words, width]) => ({ words, width }))) - 2) / 15.75;

test.each([
  ['nothing takes a line', [['', 10]], 1],
  ['what fits takes one', [['Sở Tư pháp', 10]], 1],
  ['a word that does not fit begins the next', [['Sở Tư pháp tỉnh', 10]], 2],
  ['words are not broken where they fit a line', [['aaaaaa bbbbbb cccccc', 8]], 3],
  ['one longer than a line is', [['aaaaaaaaaaaaaaaaaaaaa', 10]], 3],
  ['lines of their own count', [['a\nb\n\nc', 10]], 4],
  [
    'the highest cell makes the row',
    [
      ['a', 10],
      ['a b', 1],
      ['a\nb\nc', 10],
    ],
    3,
  ],
] as const)('%s', (_what, cells, lines) => expect(linesOf(...cells)).toBe(lines));

test('a row is never higher than Excel shows', () => {
  expect(rowHeight([{ words: 'a '.repeat(5000), width: 10 }])).toBe(409);
});
