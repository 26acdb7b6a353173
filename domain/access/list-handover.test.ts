import { describe, expect, test } from 'vitest';
import { decideReceiver, type LeaverFacts, listHandover, type Receiver } from './list-handover.ts';

const POST = {
  id: 'p',
  personId: 'lan',
  agencyId: 'so-tu-phap',
  title: 'Chuyên viên',
  role: 'officer' as const,
  validFrom: '2025-03-01',
  validTo: null,
};
const NOTHING: LeaverFacts = {
  assignments: [],
  imports: [],
  reforms: [],
  given: [],
  received: [],
  isLastPost: true,
};
const ALL: LeaverFacts = {
  assignments: [
    { id: 'a1', code: 'I.6', name: 'Hội nghị đối thoại', agencyName: 'Sở Tư pháp', dueOn: '2026-12-31' },
  ],
  imports: [{ id: 'i1', fileName: 'ke-hoach.docx' }],
  reforms: [{ id: 'r1', title: 'Sắp xếp xã 2026' }],
  given: [{ id: 'd1', name: 'Minh', validFrom: '2026-11-01', validTo: '2026-11-30' }],
  received: [{ id: 'd2', name: 'Hoa', validFrom: '2026-11-01', validTo: '2026-12-31' }],
  isLastPost: true,
};
const MINH: Receiver = {
  personId: 'minh',
  name: 'Minh',
  disabled: false,
  posts: [{ agencyId: 'so-tu-phap', role: 'officer' }],
};
const leaving = { post: POST, agencyName: 'Sở Tư pháp', endsOn: '2026-11-30' };
const codes = (facts: LeaverFacts, to: Receiver) => {
  const decided = decideReceiver(listHandover(facts), leaving, to);
  return decided.ok ? [] : decided.refusals.map(({ code }) => code);
};

describe('a leaver hands over', () => {
  test('open work and drafts, and what they did for others ends', () => {
    expect(listHandover(ALL).map(({ words, fate }) => `${fate}: ${words}`)).toEqual([
      'passes: I.6. Hội nghị đối thoại (Sở Tư pháp, hạn 31/12/2026)',
      'passes: Bản nhập chờ xác nhận: ke-hoach.docx',
      'passes: Phương án sắp xếp đang soạn: Sắp xếp xã 2026',
      'ends: Ủy quyền cho Minh từ 01/11/2026 đến 30/11/2026',
      'ends: Làm thay Hoa từ 01/11/2026 đến 31/12/2026',
    ]);
  });

  test('nothing of what they do for others while they keep another post', () => {
    expect(listHandover({ ...ALL, isLastPost: false }).map(({ kind }) => kind)).not.toContain(
      'delegation-received',
    );
  });

  test.each<[string, LeaverFacts, Partial<Receiver>, string[]]>([
    ['to a colleague', { ...ALL, imports: [], reforms: [] }, {}, []],
    ['not to themselves', NOTHING, { personId: 'lan' }, ['handover-to-oneself']],
    ['not to who may not sign in', NOTHING, { disabled: true }, ['person-disabled']],
    [
      'not to another agency',
      { ...NOTHING, assignments: ALL.assignments },
      { posts: [{ agencyId: 'so-noi-vu', role: 'officer' }] },
      ['handover-receiver-outside'],
    ],
    [
      'not to an administrator, who sees no work',
      { ...NOTHING, assignments: ALL.assignments },
      { posts: [{ agencyId: 'so-tu-phap', role: 'administrator' }] },
      ['handover-receiver-role'],
    ],
    ['drafts only to who may draft', ALL, {}, ['handover-receiver-role', 'handover-receiver-role']],
    ['drafts to who may draft', ALL, { posts: [{ agencyId: 'so-tu-phap', role: 'owner' }] }, []],
    ['to anybody where nothing passes', NOTHING, { posts: [] }, []],
  ])('%s', (_what, facts, to, expected) => {
    expect(codes(facts, { ...MINH, ...to })).toEqual(expected);
  });
});
