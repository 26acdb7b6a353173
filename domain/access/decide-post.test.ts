import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agency } from '../agency/agency.ts';
import { decidePost, decidePostEnd, type HeldBeside, type PostProposal } from './decide-post.ts';
import { areIncompatible, overlap } from './incompatible-roles.ts';
import { ACCESS_ROLES } from './role.ts';

const agency = (validFrom: string | null, validTo: string | null): Agency => ({
  id: 'so-tu-phap',
  name: 'Sở Tư pháp',
  shortNames: [],
  level: 'province',
  kind: 'department',
  validFrom,
  validTo,
  successors: [],
  verified: true,
  source: '',
});
const JUSTICE = agency(null, null);
const NEW: PostProposal = {
  agencyId: 'so-tu-phap',
  title: 'Chuyên viên',
  role: 'officer',
  validFrom: '2026-03-01',
  validTo: null,
};
const held = (
  role: HeldBeside['role'],
  validFrom: string,
  validTo: string | null,
  agencyId = 'so-noi-vu',
): HeldBeside => ({
  agencyId,
  role,
  validFrom,
  validTo,
});
const codes = (result: ReturnType<typeof decidePost | typeof decidePostEnd>) =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

describe('a post is', () => {
  test.each<[string, Partial<PostProposal>, readonly HeldBeside[], Agency | undefined, string[]]>([
    ['given to whoever holds none', {}, [], JUSTICE, []],
    ['given beside another of the same kind elsewhere', {}, [held('head', '2020-01-01', null)], JUSTICE, []],
    ['not given without a title', { title: ' ' }, [], JUSTICE, ['post-title-missing']],
    ['not given where there is no such agency', {}, [], undefined, ['not-found']],
    ['not given before its agency began', {}, [], agency('2026-03-02', null), ['post-agency-away']],
    ['not given for longer than its agency lasts', {}, [], agency(null, '2026-06-30'), ['post-agency-away']],
    ['given up to the last day of its agency', { validTo: '2026-06-30' }, [], agency(null, '2026-06-30'), []],
    ['not given backwards', { validTo: '2026-02-01' }, [], JUSTICE, ['post-days-reversed']],
    [
      'not given to an auditor',
      {},
      [held('auditor', '2026-01-01', null)],
      JUSTICE,
      ['post-roles-incompatible'],
    ],
    ['given the day after the audit is over', {}, [held('auditor', '2026-01-01', '2026-02-28')], JUSTICE, []],
    [
      'not given to who verifies',
      {},
      [held('verifier', '2026-01-01', '2026-03-01')],
      JUSTICE,
      ['post-roles-incompatible'],
    ],
    [
      'not given twice',
      {},
      [held('officer', '2026-01-01', null, 'so-tu-phap')],
      JUSTICE,
      ['post-held-already'],
    ],
    [
      'refused for everything at once',
      { title: '', role: 'auditor', validTo: '2026-02-01' },
      [],
      agency('2027-01-01', null),
      ['post-title-missing', 'post-agency-away', 'post-days-reversed'],
    ],
  ])('%s', (_what, changes, beside, where, expected) => {
    expect(codes(decidePost({ ...NEW, ...changes }, beside, where))).toEqual(expected);
  });

  test('never held together with one that is incompatible, in whichever order they are given', () => {
    const role = fc.constantFrom(...ACCESS_ROLES);
    const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-03-${String(of).padStart(2, '0')}`);
    const post = fc.record({ role, validFrom: day, validTo: fc.option(day) });
    fc.assert(
      fc.property(post, post, (one, other) => {
        const asked = decidePost({ ...NEW, ...one }, [{ ...other, agencyId: 'so-noi-vu' }], JUSTICE);
        const turned = decidePost({ ...NEW, ...other }, [{ ...one, agencyId: 'so-noi-vu' }], JUSTICE);
        const isOpposed = areIncompatible(one.role, other.role) && overlap(one, other);
        expect(codes(asked).includes('post-roles-incompatible')).toBe(isOpposed);
        expect(codes(turned).includes('post-roles-incompatible')).toBe(isOpposed);
      }),
    );
  });
});

describe('a post ends', () => {
  const post = { ...NEW, id: 'p', personId: 'a' };
  test.each([
    ['on any day after it began', null, '2026-05-31', []],
    ['on the day before it began, taken back', null, '2026-02-28', []],
    ['not earlier than that', null, '2026-02-27', ['post-end-before-start']],
    ['earlier than was said', '2026-12-31', '2026-05-31', []],
    ['not twice', '2026-05-31', '2026-05-31', ['post-ended-already']],
    ['not later than it ended', '2026-05-31', '2026-06-30', ['post-ended-already']],
  ])('%s', (_what, validTo, endsOn, expected) => {
    expect(codes(decidePostEnd({ ...post, validTo }, endsOn))).toEqual(expected);
  });
});
