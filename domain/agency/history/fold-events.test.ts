import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../kernel/refusal.ts';
import { refusalSentence } from '../../kernel/refusal.ts';
import type { AgencyEvent } from './agency-event.ts';
import { type AgencyLives, dayBefore, holdsOn, nameOn, parentOn } from './agency-life.ts';
import { foldEvents } from './fold-events.ts';
import { LANG_SON_EVENTS, LANG_SON_GAPS } from './lang-son.ts';
import { lifeOf, listChangeDays } from './life-of.ts';
import { buildHistory, event, founding } from './random-history.cases.ts';
import { pathTo, subtreeOf, treeOn } from './tree-on.ts';

const histories = fc
  .array(
    fc.record({
      op: fc.nat(6),
      one: fc.nat(40),
      other: fc.nat(40),
      days: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 40 },
  )
  .map(buildHistory);

const fold = (...events: readonly AgencyEvent[]): AgencyLives => {
  const lives = foldEvents(events);
  if (!lives.ok) throw new Error(lives.refusals.map(refusalSentence).join('\n'));
  return lives.value;
};
const refusals = (...events: readonly AgencyEvent[]): readonly Refusal[] => {
  const lives = foldEvents(events);
  return lives.ok ? [] : lives.refusals;
};

const old = (id: string, parentId: string | null = null) =>
  event({ id: `e-${id}`, kind: 'establish', effectiveOn: null, founding: founding(id, parentId) });
const DAY = '2025-07-01';
const on = (id: string, day = DAY) => ({ id, effectiveOn: day });
const into = (id: string, parentId: string | null = null) =>
  ({ kind: 'founded', founding: founding(id, parentId) }) as const;
const held = (agencyId: string) => ({ kind: 'held', agencyId }) as const;

describe('what an event does', () => {
  test('agencies that unite end the day before the new one begins, and each knows the other', () => {
    const lives = fold(
      old('a'),
      old('b'),
      event({ ...on('m'), kind: 'merge', agencyIds: ['a', 'b'], heir: into('c') }),
    );
    expect(lives.get('a')).toMatchObject({
      validTo: '2025-06-30',
      successors: [{ agencyId: 'c', on: DAY, whole: true }],
    });
    expect(lives.get('c')).toMatchObject({
      validFrom: DAY,
      predecessors: [{ agencyId: 'a' }, { agencyId: 'b' }],
    });
  });

  test('one of those that unite may go on', () => {
    const lives = fold(
      old('a'),
      old('b'),
      event({ ...on('m'), kind: 'merge', agencyIds: ['a', 'b'], heir: held('b') }),
    );
    expect(lives.get('b')).toMatchObject({
      validTo: null,
      predecessors: [{ agencyId: 'a' }],
      successors: [],
    });
  });

  test('an agency that is divided ends; one that only gives something off goes on', () => {
    const divided = event({
      ...on('s'),
      kind: 'split',
      agencyId: 'a',
      heirs: [into('b'), into('c')],
      goesOn: false,
    });
    expect(fold(old('a'), divided).get('a')).toMatchObject({
      validTo: '2025-06-30',
      successors: [{ whole: false }, { whole: false }],
    });
    const gives = event({ ...on('s'), kind: 'split', agencyId: 'a', heirs: [into('b')], goesOn: true });
    expect(fold(old('a'), gives).get('a')).toMatchObject({ validTo: null, successors: [{ agencyId: 'b' }] });
  });

  test('a name holds in its days', () => {
    const lives = fold(
      old('a'),
      event({ ...on('r'), kind: 'rename', agencyId: 'a', name: 'Tên mới', shortNames: ['TM'] }),
    );
    const life = lives.get('a');
    expect(life && [nameOn(life, '2025-06-30'), nameOn(life, DAY)]).toEqual(['Cơ quan a', 'Tên mới']);
  });

  test('units of an agency that passes whole into another go with it', () => {
    const lives = fold(
      old('root'),
      old('a', 'root'),
      old('u', 'a'),
      event({ ...on('m'), kind: 'merge', agencyIds: ['a'], heir: into('c', 'root') }),
    );
    expect(pathTo(lives, 'u', '2025-06-30')).toEqual(['root', 'a']);
    expect(pathTo(lives, 'u', DAY)).toEqual(['root', 'c']);
    expect(subtreeOf(lives, 'c', DAY)).toEqual(['c', 'u']);
    expect(subtreeOf(lives, 'root', '2025-06-30')).toEqual(['root', 'a', 'u']);
  });

  test('a duty may pass from an agency that ends on the same day', () => {
    const lives = fold(
      old('a'),
      old('b'),
      event({ ...on('t'), kind: 'transfer', fromId: 'a', toId: 'b', duty: 'tôn giáo' }),
      event({ ...on('m'), kind: 'merge', agencyIds: ['a'], heir: into('c') }),
    );
    expect(lives.get('b')?.eventIds).toEqual(['e-b', 't']);
  });
});

describe('histories that cannot be', () => {
  const WRONG: readonly (readonly [string, string, readonly AgencyEvent[]])[] = [
    [
      'an agency that is not there is renamed',
      'history-agency-missing',
      [event({ ...on('r'), kind: 'rename', agencyId: 'x', name: 'Y', shortNames: [] })],
    ],
    [
      'an agency ends twice',
      'history-agency-ended',
      [
        old('a'),
        event({ ...on('1'), kind: 'abolish', agencyId: 'a', successorIds: [] }),
        event({ ...on('2', '2025-08-01'), kind: 'abolish', agencyId: 'a', successorIds: [] }),
      ],
    ],
    [
      'an agency ends twice on one day',
      'history-agency-ended',
      [
        old('a'),
        old('b'),
        event({ ...on('1'), kind: 'abolish', agencyId: 'a', successorIds: [] }),
        event({ ...on('2'), kind: 'merge', agencyIds: ['a'], heir: held('b') }),
      ],
    ],
    [
      'an agency ends before it began',
      'history-before-founding',
      [
        event({ ...on('e', '2026-01-01'), kind: 'establish', founding: founding('a') }),
        event({ ...on('1'), kind: 'abolish', agencyId: 'a', successorIds: [] }),
      ].map((one) => (one.id === '1' ? { ...one, effectiveOn: '2026-01-01' } : one)) as AgencyEvent[],
    ],
    [
      'an id is taken',
      'history-id-taken',
      [old('a'), event({ ...on('e'), kind: 'establish', founding: founding('a') })],
    ],
    [
      'an heir is no more',
      'history-heir-missing',
      [
        old('a'),
        old('b'),
        event({ ...on('1'), kind: 'merge', agencyIds: ['a'], heir: held('b') }),
        event({ ...on('2'), kind: 'abolish', agencyId: 'b', successorIds: [] }),
      ],
    ],
    [
      'a parent is not there',
      'history-parent-missing',
      [old('a'), event({ ...on('1'), kind: 'move', agencyId: 'a', parentId: 'x' })],
    ],
    [
      'two agencies stand below each other',
      'history-parent-circle',
      [
        old('a'),
        old('b'),
        event({ ...on('1'), kind: 'move', agencyId: 'a', parentId: 'b' }),
        event({ ...on('2'), kind: 'move', agencyId: 'b', parentId: 'a' }),
      ],
    ],
    [
      'a unit is left behind',
      'history-orphan',
      [old('a'), old('u', 'a'), event({ ...on('1'), kind: 'abolish', agencyId: 'a', successorIds: [] })],
    ],
    [
      'an agency is its own heir',
      'history-own-heir',
      [old('a'), event({ ...on('1'), kind: 'abolish', agencyId: 'a', successorIds: ['a'] })],
    ],
    [
      'a merger ends nobody',
      'history-event-empty',
      [old('a'), event({ ...on('1'), kind: 'merge', agencyIds: ['a'], heir: held('a') })],
    ],
    [
      'an agency gets two names on one day',
      'history-twice',
      [
        old('a'),
        ...['1', '2'].map((id) =>
          event({ ...on(id), kind: 'rename', agencyId: 'a', name: `N${id}`, shortNames: [] }),
        ),
      ],
    ],
    ['an event is there twice', 'history-event-twice', [old('a'), old('a')]],
    [
      'a day is not in the calendar',
      'history-day-unknown',
      [event({ ...on('e', '2025-02-31'), kind: 'establish', founding: founding('a') })],
    ],
  ];

  test.each(WRONG)('%s', (_title, code, events) => {
    const found = refusals(...events);
    expect(found.map((one) => one.code)).toContain(code);
    for (const one of found) {
      expect(one.at['eventId']).toBeTypeOf('string');
      expect(refusalSentence(one)).not.toMatch(/undefined|""|\{|\}/);
    }
  });

  test('all that is wrong is told at once', () => {
    const found = refusals(
      event({ ...on('1'), kind: 'abolish', agencyId: 'x', successorIds: [] }),
      event({ ...on('2'), kind: 'abolish', agencyId: 'y', successorIds: [] }),
    );
    expect(found.map(({ at }) => at['eventId'])).toEqual(['1', '2']);
  });
});

describe('whatever happens', () => {
  const daysOf = (events: readonly AgencyEvent[]) => [
    '1900-01-01',
    ...events.flatMap(({ effectiveOn }) =>
      effectiveOn === null ? [] : [effectiveOn, dayBefore(effectiveOn)],
    ),
  ];

  test('the order in which events are told does not matter', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length }),
          ),
        ),
        ([events, shuffled]) => {
          expect([...fold(...shuffled)]).toEqual([...fold(...events)]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('on every day each agency has one name and stands below one that is there', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const lives = fold(...events);
        for (const day of daysOf(events)) {
          const living = [...lives.values()].filter((life) => holdsOn(life, day));
          for (const life of living) {
            expect(life.names.filter((span) => holdsOn(span, day))).toHaveLength(1);
            const parent = parentOn(life, day);
            expect(parent === null || living.some(({ id }) => id === parent)).toBe(true);
          }
          expect(
            treeOn(lives, day)
              .map(({ life }) => life.id)
              .sort(),
          ).toEqual(living.map(({ id }) => id).sort());
          expect([...subtreeOf(lives, 'root', day)].sort()).toEqual(living.map(({ id }) => id).sort());
        }
      }),
      { numRuns: 60 },
    );
  });

  test('lineage is closed: whoever is named lived on that day, and says the same from the other side', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const lives = fold(...events);
        for (const life of lives.values())
          for (const { agencyId, on: day, eventId } of life.successors) {
            const heir = lives.get(agencyId);
            expect(heir !== undefined && holdsOn(heir, day)).toBe(true);
            expect(heir?.predecessors).toContainEqual(
              expect.objectContaining({ agencyId: life.id, on: day, eventId }),
            );
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('Lạng Sơn', () => {
  const lives = fold(...LANG_SON_EVENTS);
  const count = (day: string, level: string) =>
    treeOn(lives, day).filter(({ life }) => life.level === level).length;

  test.each([
    ['2024-06-03', 'district', 11],
    ['2025-06-30', 'district', 11],
    ['2025-07-01', 'district', 0],
    ['2025-06-30', 'commune', 0],
    ['2025-07-01', 'commune', 65],
  ])('on %s there are, of level %s, %i agencies whose names are known', (day, level, expected) => {
    expect(count(day, level)).toBe(expected);
  });

  test('six departments came of the merger of 01/3/2025, and duties passed', () => {
    const [first] = listChangeDays(lives, LANG_SON_EVENTS);
    expect(first).toMatchObject({ day: '2025-03-01', founded: 6, ended: 11, other: 2 });
    expect(lifeOf(lives, LANG_SON_EVENTS, 'so-noi-vu-2025')).toMatchObject([
      {
        on: '2025-03-01',
        words: 'Hợp nhất Sở Nội vụ, Sở Lao động - Thương binh và Xã hội thành Sở Nội vụ',
        decision: { number: '04/NQ-HĐND', date: '2025-02-18' },
        verified: true,
      },
    ]);
    expect(lifeOf(lives, LANG_SON_EVENTS, 'so-noi-vu').map(({ kind }) => kind)).toContain('transfer');
  });

  test('every commune has a code of five figures, each once', () => {
    const codes = [...lives.values()]
      .filter(({ level }) => level === 'commune')
      .flatMap((life) => life.codes.map(({ code }) => code));
    expect(new Set(codes).size).toBe(65);
    expect(codes.every((code) => /^0[56]\d{3}$/.test(code))).toBe(true);
  });

  test('what is only presumed is not verified', () => {
    expect(LANG_SON_EVENTS.filter(({ confidence, verified }) => confidence === 'C' && verified)).toEqual([]);
  });

  test('what is not known is listed, with the number of the communes without names', () => {
    expect(LANG_SON_GAPS.find(({ id }) => id === 'xa-truoc-01-12-2024')).toMatchObject({
      count: 200,
      to: '2024-11-30',
    });
    expect(LANG_SON_GAPS.find(({ id }) => id === 'xa-tu-01-12-2024')).toMatchObject({
      count: 194,
      from: '2024-12-01',
    });
    expect(LANG_SON_GAPS.flatMap(({ agencyIds }) => agencyIds).filter((id) => !lives.has(id))).toEqual([]);
  });
});
