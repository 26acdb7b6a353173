import { describe, expect, test } from 'vitest';
import { groupWork, type MyWorkRow, spanOf } from './my-work.ts';

const item = (given: Partial<MyWorkRow>): MyWorkRow => ({
  code: 'I.1',
  name: 'Rà soát văn bản',
  label: 'Cả nhiệm vụ',
  agencyId: 'so-tu-phap',
  agencyName: 'Sở Tư pháp',
  role: 'lead',
  state: 'waiting',
  dueOn: null,
  lastText: null,
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

describe('what of my work is asked for', () => {
  const work = {
    today: '2024-05-22',
    personId: 'me',
    todo: [
      item({ code: 'II.10', dueOn: '2024-05-21' }),
      item({ code: 'II.9', dueOn: '2024-05-20', holder: { personId: 'me' } }),
      item({ code: 'III.1', dueOn: '2024-05-24', role: 'coordinate', state: 'returned' }),
      item({ code: 'IV.1', agencyId: 'so-y-te', agencyName: 'Sở Y tế', lastText: 'Đã họp tổ soạn thảo' }),
    ],
    waiting: [item({ code: 'VI.1', state: 'submitted' })],
  };
  const codesOf = (filter: Parameters<typeof groupWork>[1]) =>
    groupWork(work, filter).map(({ group, items }) => [group, ...items.map(({ code }) => code)]);

  test('nothing: everything, soonest first, empty groups left out', () => {
    expect(codesOf({})).toEqual([
      ['late', 'II.9', 'II.10'],
      ['week', 'III.1'],
      ['undated', 'IV.1'],
      ['handed-in', 'VI.1'],
    ]);
  });
  test.each([
    [{ search: 'te so y' }, [['undated', 'IV.1']]],
    [{ search: '  soan thao ' }, [['undated', 'IV.1']]],
    [{ state: 'returned' }, [['week', 'III.1']]],
    [{ role: 'coordinate' }, [['week', 'III.1']]],
    [{ agencyId: 'so-y-te' }, [['undated', 'IV.1']]],
    [{ holder: 'me' }, [['late', 'II.9']]],
    [{ holder: 'me', state: 'returned' }, []],
  ] as const)('%j', (filter, groups) => expect(codesOf(filter)).toEqual(groups));
});
