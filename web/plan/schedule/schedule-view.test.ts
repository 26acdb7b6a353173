import { expect, test } from 'vitest';
import type { ScheduleItem, ScheduleProposal, TaskSchedule } from '#contract/plan/schedule.ts';
import { countSchedule, filterSchedule, type ScheduleView } from './schedule-view.ts';

const derivation = {
  words: '',
  part: '',
  rules: [],
  steps: [],
  skipped: [],
  madeUp: [],
  missing: [],
  fixed: false,
};
const given = { author: null, recordedAt: '2026-03-02T00:00:00.000Z' };
const proposal = (label: string, more: Partial<ScheduleProposal> = {}): ScheduleProposal => ({
  kind: 'milestone',
  label,
  startsOn: null,
  dueOn: '2026-06-12',
  ground: 'report',
  reason: 'vì',
  derivation,
  workingDaysLeft: 5,
  declined: null,
  ...more,
});
const whole = (dueOn: string | null): ScheduleItem => ({
  id: 'x',
  kind: 'whole',
  label: 'Cả nhiệm vụ',
  startsOn: null,
  dueOn,
  origin: 'document',
  derivation,
  event: null,
  ...given,
  workingDaysLeft: null,
  isAfterWhole: false,
  isRestDay: false,
});
const task = (code: string, name: string, more: Partial<TaskSchedule>): TaskSchedule => ({
  taskId: code,
  planId: 'p',
  code,
  name,
  areaId: code.split('.')[0] ?? null,
  deadline: 'Trong năm 2026',
  items: [whole('2026-12-31')],
  proposals: [],
  ...more,
});

const TASKS = [
  task('I.1', 'Đối thoại', { proposals: [proposal('a'), proposal('b', { ground: 'product' })] }),
  task('I.2', 'Tuyên truyền', { items: [whole(null)], proposals: [proposal('c')] }),
  task('II.1', 'Rà soát', { proposals: [proposal('d', { declined: { reason: null, ...given } })] }),
  task('II.2', 'Họp', {}),
];
const shown = (view: ScheduleView) =>
  filterSchedule(TASKS, view).map(
    ({ task: { code }, proposals }) => `${code}: ${proposals.map(({ label }) => label).join(' ')}`,
  );

test.each<[string, ScheduleView, string[]]>([
  ['what waits for a decision, unless asked otherwise', {}, ['I.1: a b', 'I.2: c']],
  ['a word that means nothing is as none', { show: 'x' }, ['I.1: a b', 'I.2: c']],
  ['tasks without a day', { show: 'undated' }, ['I.2: c']],
  ['what was declined', { show: 'declined' }, ['II.1: d']],
  ['everything, tasks without proposals too', { show: 'all' }, ['I.1: a b', 'I.2: c', 'II.1: d', 'II.2: ']],
  ['by what the day goes by', { show: 'all', ground: 'product' }, ['I.1: b']],
  ['by area', { show: 'all', area: 'II' }, ['II.1: d', 'II.2: ']],
  ['by words without diacritics', { search: 'doi thoai' }, ['I.1: a b']],
])('%s', (_title, view, expected) => expect(shown(view)).toEqual(expected));

test('what is where is counted', () => {
  expect(countSchedule(TASKS)).toEqual({ open: 3, undated: 1, declined: 1 });
});
