import { expect, test } from 'vitest';
import type { DraftEvent } from '#contract/agency/event.ts';
import { draftOf, eventOf, NO_EVENT, NO_FOUNDING } from './event-draft.ts';

const founding = { ...NO_FOUNDING, name: 'Sở Tài chính', parentId: 'ubnd-tinh' };
const base = { id: 'e1', effectiveOn: '2025-03-01', decision: null };

const EVENTS: readonly DraftEvent[] = [
  { ...base, kind: 'establish', founding },
  { ...base, kind: 'rename', agencyId: 'so-y-te', name: 'Sở Y tế và Dân số', shortNames: ['Sở Y tế'] },
  { ...base, kind: 'move', agencyId: 'ban-dan-toc', parentId: null },
  { ...base, kind: 'merge', agencyIds: ['a', 'b'], heir: { kind: 'founded', founding } },
  { ...base, kind: 'merge', agencyIds: ['a'], heir: { kind: 'held', agencyId: 'b' } },
  {
    ...base,
    kind: 'split',
    agencyId: 'a',
    heirs: [
      { kind: 'held', agencyId: 'b' },
      { kind: 'founded', founding },
    ],
    goesOn: true,
  },
  { ...base, kind: 'abolish', agencyId: 'a', successorIds: ['b', 'c'] },
  { ...base, kind: 'transfer', fromId: null, toId: 'b', duty: 'quản lý báo chí' },
];

test.each(EVENTS)('an event of kind $kind is the same after being opened in the form and kept', (event) => {
  expect(eventOf(draftOf(event))).toEqual(event);
});

test.each(EVENTS.map(({ kind }) => kind))('an empty form makes no %s', (kind) => {
  expect(eventOf({ ...NO_EVENT, kind })).toBeUndefined();
});
