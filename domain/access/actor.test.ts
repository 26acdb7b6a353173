import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachOf } from './actor.ts';
import { type HeldPost, isInForce } from './post.ts';
import { ACCESS_ROLES, type AccessRole } from './role.ts';

function held(role: AccessRole, agencyIds: readonly string[] = ['so-tu-phap']): HeldPost {
  const agencyId = agencyIds[0] ?? '';
  return {
    postId: 'p',
    role,
    title: 'Chuyên viên',
    agencyId,
    agencyName: agencyId,
    agencyIds,
    onBehalfOf: null,
  };
}

describe('sees of the work and of people', () => {
  test.each<[string, readonly HeldPost[], string, string, readonly string[]]>([
    ['nobody without a post', [], 'none', 'none', []],
    ['an owner: all', [held('owner')], 'province', 'province', ['so-tu-phap']],
    ['a leader: all', [held('leader')], 'province', 'province', ['so-tu-phap']],
    [
      'a head: the agencies of the post',
      [held('head', ['so-tu-phap', 'phong-1'])],
      'agency',
      'agency',
      ['phong-1', 'so-tu-phap'],
    ],
    ['an officer: the agency of the post', [held('officer')], 'agency', 'agency', ['so-tu-phap']],
    ['a verifier: all work, own colleagues', [held('verifier')], 'province', 'agency', ['so-tu-phap']],
    ['an inspector: all work, own colleagues', [held('inspector')], 'province', 'agency', ['so-tu-phap']],
    ['an auditor: all', [held('auditor')], 'province', 'province', ['so-tu-phap']],
    ['an administrator: no work, all people', [held('administrator')], 'none', 'province', []],
    [
      'an administrator who is an officer elsewhere: the work there, all people',
      [held('administrator', ['so-noi-vu']), held('officer')],
      'agency',
      'province',
      ['so-tu-phap'],
    ],
    [
      'an officer of two agencies: both',
      [held('officer', ['so-y-te']), held('officer')],
      'agency',
      'agency',
      ['so-tu-phap', 'so-y-te'],
    ],
  ])('%s', (_what, posts, figures, people, agencyIds) => {
    expect(reachOf({ posts })).toEqual({ figures, people, agencyIds });
  });
});

const BREADTH = ['none', 'agency', 'province'];

test('another post never narrows what is seen', () => {
  const post = fc
    .record({ role: fc.constantFrom(...ACCESS_ROLES), agency: fc.constantFrom('a', 'b', 'c') })
    .map(({ role, agency }) => held(role, [agency]));
  fc.assert(
    fc.property(fc.array(post, { maxLength: 4 }), post, (posts, one) => {
      const [before, after] = [reachOf({ posts }), reachOf({ posts: [...posts, one] })];
      expect(BREADTH.indexOf(after.figures)).toBeGreaterThanOrEqual(BREADTH.indexOf(before.figures));
      expect(BREADTH.indexOf(after.people)).toBeGreaterThanOrEqual(BREADTH.indexOf(before.people));
      expect(after.agencyIds).toEqual(expect.arrayContaining([...before.agencyIds]));
    }),
  );
});

describe('a post is in force', () => {
  test.each([
    ['on its first day', '2026-03-02', null, true],
    ['not the day before', '2026-03-03', null, false],
    ['on its last day', '2026-01-01', '2026-03-02', true],
    ['not the day after', '2026-01-01', '2026-03-01', false],
    ['never, where it was taken back before it began', '2026-03-02', '2026-03-01', false],
  ])('%s', (_what, validFrom, validTo, expected) => {
    expect(isInForce({ validFrom, validTo }, '2026-03-02')).toBe(expected);
  });
});
