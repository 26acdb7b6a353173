import { expect, test } from 'vitest';
import { countSchedule, filterSchedule, type ScheduleFilter } from './filter-schedule.ts';
import type { ProposalGround } from './schedule-item.ts';

interface Proposal {
  readonly label: string;
  readonly ground: ProposalGround;
  readonly declined: object | null;
}
const proposal = (label: string, more: Partial<Proposal> = {}): Proposal => ({
  label,
  ground: 'report',
  declined: null,
  ...more,
});
const task = (
  code: string,
  name: string,
  { dueOn = '2026-12-31', proposals = [] }: { dueOn?: string | null; proposals?: readonly Proposal[] },
) => ({
  code,
  name,
  areaId: code.split('.')[0] ?? null,
  deadline: 'Trong năm 2026',
  items: [{ dueOn }],
  proposals,
});

const TASKS = [
  task('I.1', 'Đối thoại', { proposals: [proposal('a'), proposal('b', { ground: 'product' })] }),
  task('I.2', 'Tuyên truyền', { dueOn: null, proposals: [proposal('c')] }),
  task('II.1', 'Rà soát', { proposals: [proposal('d', { declined: {} })] }),
  task('II.2', 'Họp', {}),
];
const shown = (filter: ScheduleFilter) =>
  filterSchedule(TASKS, filter).map(
    ({ task: { code }, proposals }) => `${code}: ${proposals.map(({ label }) => label).join(' ')}`,
  );

test.each<[string, ScheduleFilter, string[]]>([
  ['what waits for a decision, unless asked otherwise', {}, ['I.1: a b', 'I.2: c']],
  ['tasks without a day', { show: 'undated' }, ['I.2: c']],
  ['what was declined', { show: 'declined' }, ['II.1: d']],
  ['everything, tasks without proposals too', { show: 'all' }, ['I.1: a b', 'I.2: c', 'II.1: d', 'II.2: ']],
  ['by what the day goes by', { show: 'all', ground: 'product' }, ['I.1: b']],
  ['by area', { show: 'all', areaId: 'II' }, ['II.1: d', 'II.2: ']],
  ['by words without diacritics', { search: 'doi thoai' }, ['I.1: a b']],
])('%s', (_title, filter, expected) => expect(shown(filter)).toEqual(expected));

test('what is where is counted', () => {
  expect(countSchedule(TASKS)).toEqual({ open: 3, undated: 1, declined: 1 });
});
