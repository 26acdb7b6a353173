import { expect, test } from 'vitest';
import type { ProgressRow } from '#contract/task/progress-table.ts';
import { reportsOf, writeCells } from './table-queries.ts';

const standing = { text: null, amount: null, step: null, blocker: null, nextOn: null };
const row = (over: Partial<ProgressRow>): ProgressRow => ({
  row: 2,
  dueItemId: 'a',
  seq: 3,
  work: 'I.1',
  agencyName: 'Sở Tư pháp',
  dueOn: null,
  change: 'report',
  changed: ['text'],
  before: standing,
  after: standing,
  report: { text: 'Xong' },
  warnings: [],
  ...over,
});

test('a row that changes nothing reports nothing; a conflict goes by what stands now', () => {
  const { report: _, ...nothing } = row({ dueItemId: 'b', change: 'nothing' });
  expect(
    reportsOf([row({}), nothing, row({ dueItemId: 'c', change: 'conflict', seq: 9 })], () => 'id'),
  ).toEqual([
    { dueItemId: 'a', id: 'id', seen: 3, text: 'Xong' },
    { dueItemId: 'c', id: 'id', seen: 9, text: 'Xong' },
  ]);
});

test('cells are copied as a spreadsheet copies them', () => {
  expect(
    writeCells([
      ['TT', 'Kết quả'],
      ['I.1', 'hai\ndòng\tmột ô'],
    ]),
  ).toBe('TT\tKết quả\nI.1\thai dòng một ô');
});
