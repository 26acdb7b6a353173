import { describe, expect, test } from 'vitest';
import type { DueRow } from '#contract/task/work.ts';
import { exportFilter, groupWork, spanOf } from './my-work-view.ts';

const item = (given: Partial<DueRow>): DueRow => ({
  id: given.code ?? 'I.1',
  assignmentId: 'part',
  taskId: 'task',
  planId: 'plan',
  code: 'I.1',
  name: 'Rà soát văn bản',
  areaId: null,
  agencyId: 'so-tu-phap',
  agencyName: 'Sở Tư pháp',
  role: 'lead',
  kind: 'whole',
  label: 'Cả nhiệm vụ',
  startsOn: null,
  dueOn: null,
  why: [],
  deadlineText: '',
  workingDaysLeft: null,
  state: 'waiting',
  asked: null,
  seq: 0,
  amount: null,
  step: null,
  lastReportOn: null,
  lastText: null,
  nextOn: null,
  silentSince: null,
  blocker: null,
  submittedOn: null,
  finishedOn: null,
  flags: [],
  evidenceCount: 0,
  holder: null,
  ...given,
});

describe('when of my days an item is due, on Wednesday 22/05/2024', () => {
  test.each([
    ['without a day', null, 'undated'],
    ['yesterday', '2024-05-21', 'late'],
    ['today', '2024-05-22', 'today'],
    ['on Friday', '2024-05-24', 'week'],
    ['on Sunday, the last day of the week', '2024-05-26', 'week'],
    ['on Monday', '2024-05-27', 'later'],
  ])('%s', (_what, dueOn, span) => expect(spanOf({ dueOn }, '2024-05-22')).toBe(span));

  test('a Sunday ends its own week', () => {
    expect(spanOf({ dueOn: '2024-05-27' }, '2024-05-26')).toBe('later');
  });
});

describe('what the address asks for', () => {
  const work = {
    today: '2024-05-22',
    personId: 'me',
    todo: [
      item({ code: 'II.10', dueOn: '2024-05-21' }),
      item({ code: 'II.9', dueOn: '2024-05-20', holder: { personId: 'me', name: 'Tôi' } }),
      item({ code: 'III.1', dueOn: '2024-05-24', role: 'coordinate', state: 'returned' }),
    ],
    toReview: [item({ code: 'V.1', state: 'submitted', agencyId: 'so-y-te', agencyName: 'Sở Y tế' })],
    waiting: [item({ code: 'VI.1', state: 'submitted' })],
  };
  const codesOf = (view: Parameters<typeof groupWork>[1]) =>
    groupWork(work, view).map(({ group, items }) => [group, ...items.map(({ code }) => code)]);

  test('nothing: everything, soonest first, empty groups left out', () => {
    expect(codesOf({})).toEqual([
      ['late', 'II.9', 'II.10'],
      ['week', 'III.1'],
      ['review', 'V.1'],
      ['handed-in', 'VI.1'],
    ]);
  });
  test('words without diacritics, in any order, also of the agency', () => {
    expect(codesOf({ search: 'te so y' })).toEqual([['review', 'V.1']]);
  });
  test.each([
    [{ group: 'late' }, [['late', 'II.9', 'II.10']]],
    [{ state: 'returned' }, [['week', 'III.1']]],
    [{ role: 'coordinate' }, [['week', 'III.1']]],
    [{ agency: 'so-y-te' }, [['review', 'V.1']]],
    [{ holder: 'toi' }, [['late', 'II.9']]],
  ])('%j', (view, groups) => expect(codesOf(view)).toEqual(groups));

  test.each([
    [{}, { view: 'open', agencyId: 'so-tu-phap' }],
    [
      { group: 'week', search: 'thu tuc' },
      {
        view: 'open',
        dueFrom: '2024-05-23',
        dueTo: '2024-05-26',
        agencyId: 'so-tu-phap',
        search: 'thu tuc',
      },
    ],
    [
      { group: 'later', agency: 'so-y-te' },
      { view: 'open', dueFrom: '2024-05-27', agencyId: 'so-y-te' },
    ],
    [{ group: 'review' }, undefined],
    [{ holder: 'toi' }, undefined],
  ])('%j is asked for as a workbook', (view, filter) => expect(exportFilter(work, view)).toEqual(filter));
});
