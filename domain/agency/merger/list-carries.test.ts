import { describe, expect, test } from 'vitest';
import type { AgencyEvent, Heir } from '../history/agency-event.ts';
import { listCarries } from './list-carries.ts';

const ON = '2025-07-01';
const base = {
  id: 'event',
  decision: { number: '1672/NQ-UBTVQH15', date: '2025-06-16', title: null },
  source: 'test',
  confidence: 'A',
  verified: true,
  effectiveOn: ON,
} as const;
const founding = (id: string): Heir => ({
  kind: 'founded',
  founding: {
    id,
    name: id,
    shortNames: [],
    level: 'commune',
    kind: 'peoples-committee',
    parentId: null,
    codes: [],
    groups: [],
  },
});
const held = (agencyId: string): Heir => ({ kind: 'held', agencyId });
const linesOf = (events: readonly AgencyEvent[]) =>
  Object.fromEntries(
    listCarries(events).map(({ heirId, lines }) => [
      heirId,
      Object.fromEntries(lines.map(({ fromId, share }) => [fromId, share])),
    ]),
  );

describe('who takes over whose figures', () => {
  test.each<readonly [string, readonly AgencyEvent[], object]>([
    [
      'three communes become a new one',
      [{ ...base, kind: 'merge', agencyIds: ['xa-a', 'xa-b', 'xa-c'], heir: founding('xa-moi') }],
      { 'xa-moi': { 'xa-a': 'whole', 'xa-b': 'whole', 'xa-c': 'whole' } },
    ],
    [
      'one department takes in another and goes on',
      [{ ...base, kind: 'merge', agencyIds: ['so-noi-vu', 'so-lao-dong'], heir: held('so-noi-vu') }],
      { 'so-noi-vu': { 'so-noi-vu': 'whole', 'so-lao-dong': 'whole' } },
    ],
    [
      'one passes into another that is not named among those merged',
      [{ ...base, kind: 'merge', agencyIds: ['so-lao-dong'], heir: held('so-noi-vu') }],
      { 'so-noi-vu': { 'so-noi-vu': 'whole', 'so-lao-dong': 'whole' } },
    ],
    [
      'a commune is divided between a new one and one that was there',
      [
        {
          ...base,
          kind: 'split',
          agencyId: 'xa-a',
          heirs: [founding('xa-moi'), held('xa-b')],
          goesOn: false,
        },
      ],
      { 'xa-moi': { 'xa-a': 'unknown' }, 'xa-b': { 'xa-a': 'unknown', 'xa-b': 'whole' } },
    ],
    [
      'a commune that gives a piece away no longer has all it had',
      [{ ...base, kind: 'split', agencyId: 'xa-a', heirs: [held('xa-b')], goesOn: true }],
      { 'xa-a': { 'xa-a': 'unknown' }, 'xa-b': { 'xa-a': 'unknown', 'xa-b': 'whole' } },
    ],
    [
      'an abolished agency with one successor passes whole',
      [{ ...base, kind: 'abolish', agencyId: 'ban-a', successorIds: ['so-b'] }],
      { 'so-b': { 'ban-a': 'whole', 'so-b': 'whole' } },
    ],
    [
      'an abolished agency with none keeps its figures',
      [{ ...base, kind: 'abolish', agencyId: 'ban-a', successorIds: [] }],
      {},
    ],
    [
      'a new commune of two whole ones and a piece of a third',
      [
        { ...base, kind: 'merge', agencyIds: ['xa-a', 'xa-b'], heir: founding('xa-moi') },
        {
          ...base,
          kind: 'split',
          agencyId: 'xa-c',
          heirs: [held('xa-moi'), founding('xa-khac')],
          goesOn: false,
        },
      ],
      { 'xa-moi': { 'xa-a': 'whole', 'xa-b': 'whole', 'xa-c': 'unknown' }, 'xa-khac': { 'xa-c': 'unknown' } },
    ],
    [
      'a chain of mergers on one day comes to one merger',
      [
        { ...base, kind: 'merge', agencyIds: ['xa-a', 'xa-b'], heir: held('xa-b') },
        { ...base, kind: 'merge', agencyIds: ['xa-b', 'xa-c'], heir: founding('xa-moi') },
      ],
      { 'xa-moi': { 'xa-a': 'whole', 'xa-b': 'whole', 'xa-c': 'whole' } },
    ],
    [
      'a new name changes no figure',
      [{ ...base, kind: 'rename', agencyId: 'xa-a', name: 'Xã B', shortNames: [] }],
      {},
    ],
  ])('%s', (_what, events, lines) => {
    expect(linesOf(events)).toEqual(lines);
  });

  test('a duty that passes marks both agencies', () => {
    const carries = listCarries([
      { ...base, kind: 'transfer', fromId: 'so-a', toId: 'so-b', duty: 'quản lý giảm nghèo' },
    ]);
    expect(carries).toEqual([
      {
        heirId: 'so-a',
        on: ON,
        lines: [{ fromId: 'so-a', share: 'whole' }],
        duties: [{ code: 'duty-given', agencyId: 'so-b', on: ON, duty: 'quản lý giảm nghèo' }],
      },
      {
        heirId: 'so-b',
        on: ON,
        lines: [{ fromId: 'so-b', share: 'whole' }],
        duties: [{ code: 'duty-received', agencyId: 'so-a', on: ON, duty: 'quản lý giảm nghèo' }],
      },
    ]);
  });
});
