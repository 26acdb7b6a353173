import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DelegationFacts,
  type DelegationProposal,
  decideDelegation,
  decideRevocation,
} from './decide-delegation.ts';
import type { HeldBeside } from './decide-post.ts';

const POST = {
  id: 'p',
  personId: 'lan',
  agencyId: 'so-noi-vu-2025',
  title: 'Phó Giám đốc',
  role: 'verifier' as const,
  validFrom: '2025-03-01',
  validTo: '2026-12-31',
};
const PROPOSAL: DelegationProposal = { toPersonId: 'minh', validFrom: '2026-11-25', validTo: '2026-12-05' };
const FACTS: DelegationFacts = {
  post: POST,
  byPersonId: 'lan',
  byAdministrator: false,
  others: [],
  to: { name: 'Minh', disabled: false, held: [] },
  today: '2026-11-25',
  mostDays: 30,
};
const holds = (role: HeldBeside['role']): DelegationFacts['to'] => ({
  ...FACTS.to,
  held: [{ role, agencyId: 'so-tu-phap', validFrom: '2026-12-05', validTo: null }],
});
const codes = (result: ReturnType<typeof decideDelegation | typeof decideRevocation>) =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

describe('while absent, a post is acted in', () => {
  test.each<[string, Partial<DelegationProposal>, Partial<DelegationFacts>, string[]]>([
    ['by whom its holder names', {}, {}, []],
    [
      'by whom an administrator names for a holder who cannot',
      {},
      { byPersonId: 'quan-tri', byAdministrator: true },
      [],
    ],
    ['not by whom another names', {}, { byPersonId: 'hoa' }, ['delegation-chain']],
    ['not by its holder', { toPersonId: 'lan' }, {}, ['delegation-to-oneself']],
    [
      'not by the administrator who says so',
      { toPersonId: 'quan-tri' },
      { byPersonId: 'quan-tri', byAdministrator: true },
      ['delegation-to-oneself'],
    ],
    ['not by who may not sign in', {}, { to: { ...FACTS.to, disabled: true } }, ['person-disabled']],
    [
      'not by who does what it verifies, one day only though it be',
      {},
      { to: holds('officer') },
      ['post-roles-incompatible'],
    ],
    ['by who verifies too', {}, { to: holds('verifier') }, []],
    ['not in the past', { validFrom: '2026-11-24' }, {}, ['delegation-past']],
    ['not backwards', { validTo: '2026-11-24' }, {}, ['post-days-reversed']],
    [
      'not beyond its own end',
      { validFrom: '2026-12-20', validTo: '2027-01-05' },
      {},
      ['delegation-outside-post'],
    ],
    ['for as long as is allowed', { validTo: '2026-12-24' }, {}, []],
    ['not a day longer', { validTo: '2026-12-25' }, {}, ['delegation-too-long']],
    [
      'not by two at a time',
      {},
      { others: [{ toName: 'Hoa', validFrom: '2026-12-05', validTo: '2026-12-06' }] },
      ['delegation-overlap'],
    ],
    [
      'by another the day after',
      {},
      { others: [{ toName: 'Hoa', validFrom: '2026-12-06', validTo: '2026-12-07' }] },
      [],
    ],
  ])('%s', (_what, changes, facts, expected) => {
    expect(codes(decideDelegation({ ...PROPOSAL, ...changes }, { ...FACTS, ...facts }))).toEqual(expected);
  });

  test('only on days of the post, within the limit', () => {
    const day = fc
      .integer({ min: 0, max: 120 })
      .map((days) => Temporal.PlainDate.from('2026-11-01').add({ days }).toString());
    fc.assert(
      fc.property(day, day, (validFrom, validTo) => {
        const decided = decideDelegation({ ...PROPOSAL, validFrom, validTo }, FACTS);
        if (!decided.ok) return;
        expect(validFrom >= FACTS.today && validTo <= POST.validTo && validFrom <= validTo).toBe(true);
        expect(Temporal.PlainDate.from(validFrom).until(validTo).days).toBeLessThan(FACTS.mostDays);
      }),
    );
  });
});

describe('a delegation is taken back', () => {
  test.each([
    ['while it runs', '2026-12-05', null, []],
    ['not twice', '2026-12-05', '2026-11-20', ['delegation-ended-already']],
    ['not after its last day', '2026-11-24', null, ['delegation-ended-already']],
  ])('%s', (_what, validTo, revokedOn, expected) => {
    expect(codes(decideRevocation({ validTo, revokedOn }, '2026-11-25'))).toEqual(expected);
  });
});
