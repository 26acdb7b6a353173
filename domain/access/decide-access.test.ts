import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACT_NAMES, ACTS, type Act, type ActRule } from './acts.ts';
import { decideAccess } from './decide-access.ts';
import { areIncompatible } from './incompatible-roles.ts';
import type { HeldPost } from './post.ts';
import { ACCESS_ROLES, type AccessRole } from './role.ts';

/**
 * What the offices agreed on, written out by hand so that a slip in the table of acts is seen. Columns: owner, leader,
 * head, officer, verifier, inspector, auditor, administrator. P anywhere in the province, A for the agencies of the
 * post, S for oneself, - not at all.
 */
const AGREED: Readonly<Record<string, string>> = {
  'calendar.read': 'PPPPPPPP',
  'calendar.edit': 'P------P',
  'plan.read': 'PPPPPPP-',
  'plan.edit': 'P-------',
  'schedule.read': 'PPPPPPP-',
  'schedule.accept': 'P-------',
  'plan.import': 'P-------',
  'import.read': 'PP----P-',
  'assignment.read': 'PPAAPPP-',
  'assignment.hold': 'P-A-----',
  'work.report': 'A-AA----',
  'work.review': 'P-AAP---',
  'work.close': 'P-------',
  'work.comment': 'PPAAPP--',
  'evidence.read': 'PPAAPPP-',
  'evidence.attach': 'A-AA----',
  'evidence.withdraw': 'A-AA----',
  'evidence.correct': 'P-AAP---',
  'letter.read': 'PPAAPPP-',
  'letter.issue': 'P-------',
  'feed.own': 'SSSSSSS-',
  'measurement.read': 'PPAAPPP-',
  'notice.own': 'SSSSSSSS',
  'notice.oversee': 'PP----PP',
  'notice.rules': 'P------P',
  'agency.read': 'PPPPPPPP',
  'reform.read': 'PP----P-',
  'reform.preview': 'PP----P-',
  'reform.draft': 'P-------',
  'reform.approve': 'PP------',
  'reform.return': 'PP------',
  'reform.apply': 'P-------',
  'reform.reverse': 'P-------',
  'person.read': 'PPAAAAPP',
  'person.invite': '-------P',
  'person.rename': '-------P',
  'person.update': 'SSSSSSSP',
  'person.disable': '-------P',
  'person.end-sessions': '-------P',
  'post.give': '-------P',
  'post.end': '-------P',
  'delegation.give': 'SSSSSSSP',
  handover: 'SSASSSSP',
  'account.self': 'SSSSSSSS',
  'audit.read': '-P----PP',
  'audit.export': '------P-',
};
/** Acts that alter nothing but the record that they were done. */
const READING = [
  'calendar.read',
  'plan.read',
  'schedule.read',
  'import.read',
  'assignment.read',
  'notice.oversee',
  'agency.read',
  'reform.read',
  'reform.preview',
  'measurement.read',
  'evidence.read',
  'letter.read',
  'person.read',
  'audit.read',
  'audit.export',
];
/** Acts on whatever is said of the work, which an administrator has no part in. */
const OF_FIGURES = /^(plan|schedule|import|assignment|work|reform|measurement)\./;
const ABOUT_ONESELF = [
  'account.self',
  'notice.own',
  'feed.own',
  'delegation.give',
  'handover',
  'person.update',
];
const LETTERS = { P: 'province', A: 'agency', S: 'self', '-': undefined } as const;

function held(role: AccessRole, changes: Partial<HeldPost> = {}): HeldPost {
  return {
    postId: `post of ${role}`,
    role,
    title: 'Chuyên viên',
    agencyId: 'so-tu-phap',
    agencyName: 'Sở Tư pháp',
    agencyIds: ['so-tu-phap', 'phong-cong-chung-so-1'],
    onBehalfOf: null,
    ...changes,
  };
}

const decide = (posts: readonly HeldPost[], act: Act, subject = {}) =>
  decideAccess({ personId: 'a', posts }, act, subject);
const codeOf = (decision: ReturnType<typeof decide>) => (decision.allowed ? 'allowed' : decision.why.code);

test('every act of the table was agreed on, and nothing was agreed on that is not in it', () => {
  expect([...ACT_NAMES].sort()).toEqual(Object.keys(AGREED).sort());
});

describe.each(ACT_NAMES)('%s', (act) => {
  test.each(ACCESS_ROLES.map((role, at) => [role, AGREED[act]?.[at]] as const))(
    'by %s: %s',
    (role, letter) => {
      const reach = LETTERS[letter as keyof typeof LETTERS];
      const state = (ACTS[act] as ActRule).states?.[0];
      const subject = state === undefined ? {} : { state };
      const onOwnAgency = { ...subject, agencyIds: ['phong-cong-chung-so-1'], personId: 'a' };
      const elsewhere = { ...subject, agencyIds: ['so-y-te'], personId: 'b' };
      const notBy = (ACTS[act] as ActRule).notBy === 'its-subject' ? 'access-oneself' : 'allowed';
      expect(codeOf(decide([held(role)], act, subject))).toBe(
        reach === undefined ? 'access-role' : 'allowed',
      );
      expect(codeOf(decide([held(role)], act, onOwnAgency))).toBe(
        reach === undefined ? 'access-role' : notBy,
      );
      expect(codeOf(decide([held(role)], act, elsewhere))).toBe(
        reach === undefined ? 'access-role' : reach === 'province' ? 'allowed' : 'access-scope',
      );
    },
  );
});

describe('whoever', () => {
  test.each<[string, Act, readonly HeldPost[], object, string]>([
    [
      'drafted a reform does not approve it',
      'reform.approve',
      [held('owner')],
      { authorId: 'a', state: 'submitted' },
      'access-own-work',
    ],
    [
      'drafted a reform does not approve it as a leader either',
      'reform.approve',
      [held('owner'), held('leader')],
      { authorId: 'a', state: 'submitted' },
      'access-own-work',
    ],
    [
      'acts for the leader does not approve what they drafted',
      'reform.approve',
      [held('leader', { onBehalfOf: { personId: 'l', name: 'L' } })],
      { authorId: 'a', state: 'submitted' },
      'access-own-work',
    ],
    [
      'did not draft it approves it',
      'reform.approve',
      [held('leader')],
      { authorId: 'b', state: 'submitted' },
      'allowed',
    ],
    [
      'approves does so only once it is handed in',
      'reform.approve',
      [held('leader')],
      { authorId: 'b', state: 'draft' },
      'access-state',
    ],
    [
      'applies does so only once it is approved',
      'reform.apply',
      [held('owner')],
      { state: 'submitted' },
      'access-state',
    ],
    [
      'drafts does not alter what is handed in',
      'reform.draft',
      [held('owner')],
      { state: 'submitted' },
      'access-state',
    ],
    [
      'reverses does so only what was applied',
      'reform.reverse',
      [held('owner')],
      { state: 'approved' },
      'access-state',
    ],
    [
      'manages people gives no post to themselves',
      'post.give',
      [held('administrator')],
      { personId: 'a' },
      'access-oneself',
    ],
    [
      'manages people does not lock themselves out',
      'person.disable',
      [held('administrator')],
      { personId: 'a' },
      'access-oneself',
    ],
    ['holds no post today may do nothing', 'plan.read', [], {}, 'access-role'],
    ['holds no post today has no account page by right of one', 'account.self', [], {}, 'access-role'],
    [
      'reaches one of the agencies of a thing reaches the thing',
      'assignment.hold',
      [held('head')],
      { agencyIds: ['so-y-te', 'so-tu-phap'] },
      'allowed',
    ],
    [
      'asks about a thing of no agency does not reach it by agency',
      'assignment.hold',
      [held('head')],
      { agencyIds: [] },
      'access-scope',
    ],
  ])('%s', (_what, act, posts, subject, expected) => {
    expect(codeOf(decide(posts, act, subject))).toBe(expected);
  });
});

describe('the post acted in', () => {
  const absent = { onBehalfOf: { personId: 'h', name: 'Thủ trưởng' } };

  test('is one of one’s own before one held for somebody absent', () => {
    const decision = decide(
      [held('head', { ...absent, postId: 'theirs' }), held('head', { postId: 'mine' })],
      'assignment.hold',
    );
    expect(decision).toMatchObject({ allowed: true, post: { postId: 'mine' } });
  });

  test('is the delegated one where only that reaches the thing', () => {
    const theirs = held('head', { ...absent, postId: 'theirs', agencyIds: ['so-y-te'] });
    const decision = decide([held('head', { postId: 'mine' }), theirs], 'assignment.hold', {
      agencyIds: ['so-y-te'],
    });
    expect(decision).toMatchObject({ allowed: true, post: { postId: 'theirs' } });
  });

  test('is asked for the password again exactly for acts that can do harm', () => {
    const dangerous = ACT_NAMES.filter((act) => (ACTS[act] as ActRule).reauthenticate === true);
    expect(dangerous.toSorted()).toEqual([
      'audit.export',
      'person.disable',
      'person.end-sessions',
      'person.invite',
      'post.end',
      'post.give',
      'reform.apply',
      'reform.approve',
      'reform.reverse',
    ]);
  });
});

describe('of any posts and any act', () => {
  const role = fc.constantFrom(...ACCESS_ROLES);
  const agencyIds = fc.uniqueArray(fc.constantFrom('so-tu-phap', 'so-y-te', 'xa-that-khe'), { minLength: 1 });
  const post = fc
    .record({ role, agencyIds, isDelegated: fc.boolean() })
    .map(({ role: of, agencyIds: reached, isDelegated }) =>
      held(of, { agencyIds: reached, onBehalfOf: isDelegated ? { personId: 'x', name: 'X' } : null }),
    );
  const posts = fc.array(post, { maxLength: 4 });
  const act = fc.constantFrom(...ACT_NAMES);
  const subject = fc.record(
    {
      agencyIds,
      personId: fc.constantFrom('a', 'b'),
      authorId: fc.constantFrom('a', 'b'),
      state: fc.constantFrom('draft', 'submitted', 'approved', 'applied'),
    },
    { requiredKeys: [] },
  );

  test('another post never takes a right away', () => {
    fc.assert(
      fc.property(posts, post, act, subject, (some, one, asked, thing) => {
        if (decide(some, asked, thing).allowed)
          expect(decide([...some, one], asked, thing).allowed).toBe(true);
      }),
    );
  });

  test('whoever is let in acts in a post of theirs whose role the table names', () => {
    fc.assert(
      fc.property(posts, act, subject, (some, asked, thing) => {
        const decision = decide(some, asked, thing);
        if (!decision.allowed) return;
        expect(some).toContainEqual(decision.post);
        expect((ACTS[asked] as ActRule).roles[decision.post.role]).toBeDefined();
      }),
    );
  });

  test('an auditor alters nothing but their own account and absence', () => {
    fc.assert(
      fc.property(act, subject, (asked, thing) => {
        if (READING.includes(asked) || ABOUT_ONESELF.includes(asked)) return;
        expect(decide([held('auditor')], asked, thing).allowed).toBe(false);
      }),
    );
    for (const asked of ABOUT_ONESELF)
      expect(codeOf(decide([held('auditor')], asked as Act, { personId: 'b' }))).toBe('access-scope');
  });

  test('an administrator has no part in the work', () => {
    fc.assert(
      fc.property(act, subject, (asked, thing) => {
        if (OF_FIGURES.test(asked))
          expect(codeOf(decide([held('administrator')], asked, thing))).toBe('access-role');
      }),
    );
  });
});

test('who watches does nothing else, and who verifies has no part in the result', () => {
  const opposed = ACCESS_ROLES.flatMap((one, at) =>
    ACCESS_ROLES.slice(at + 1)
      .filter((other) => areIncompatible(one, other))
      .map((other) => `${one} ${other}`),
  );
  expect(opposed).toEqual([
    'owner auditor',
    'leader auditor',
    'head verifier',
    'head auditor',
    'officer verifier',
    'officer auditor',
    'verifier auditor',
    'inspector auditor',
    'auditor administrator',
  ]);
});
