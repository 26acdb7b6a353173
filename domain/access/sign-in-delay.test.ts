import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, decideWaiting } from './sign-in-delay.ts';

const NOW = Temporal.Instant.from('2026-11-25T03:00:00Z');
const tried = (account: string, address: string, secondsAgo: number, succeeded = false): Attempt => ({
  account,
  address,
  succeeded,
  at: NOW.subtract({ seconds: secondsAgo }),
});
const times = (count: number, make: (at: number) => Attempt) =>
  Array.from({ length: count }, (_, at) => make(at));
const lan = { account: 'lan', address: 'office' };

describe('mistyping at one place', () => {
  test.each([
    ['four times costs nothing', 4, 0],
    ['five times costs a quarter of a minute', 5, 15],
    ['six times twice that', 6, 30],
    ['again and again no more than a quarter of an hour', 40, 900],
  ])('%s', (_what, count, seconds) => {
    expect(
      decideWaiting(
        times(count, () => tried('lan', 'office', 0)),
        lan,
        NOW,
      ),
    ).toBe(seconds);
  });

  test('is forgotten by signing in', () => {
    const attempts = [...times(9, () => tried('lan', 'office', 60)), tried('lan', 'office', 30, true)];
    expect(decideWaiting(attempts, lan, NOW)).toBe(0);
  });

  test('is forgotten after a quarter of an hour', () => {
    expect(
      decideWaiting(
        times(9, () => tried('lan', 'office', 901)),
        lan,
        NOW,
      ),
    ).toBe(0);
  });
});

describe('an office behind one address', () => {
  test('is not shut out by one person who keeps mistyping', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
        expect(
          decideWaiting(
            times(count, (at) => tried('minh', 'office', at % 60)),
            lan,
            NOW,
          ),
        ).toBe(0);
      }),
    );
  });

  test('is not shut out by fifty people who each mistype', () => {
    expect(
      decideWaiting(
        times(50, (at) => tried(`p${at}`, 'office', 5)),
        lan,
        NOW,
      ),
    ).toBe(0);
  });

  test('is slowed where someone goes through a list of accounts', () => {
    expect(
      decideWaiting(
        times(60, (at) => tried(`p${at}`, 'office', 0)),
        lan,
        NOW,
      ),
    ).toBe(60);
  });
});

test('whoever tries from elsewhere does not lock a person out of where they sign in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 3_000 }), (count, ago) => {
      const attempts = [
        tried('lan', 'office', ago, true),
        ...times(count, (at) => tried('lan', `elsewhere-${at}`, at % 30)),
      ];
      expect(decideWaiting(attempts, lan, NOW)).toBe(0);
    }),
  );
});

test('one account tried from many places is slowed everywhere it did not sign in before', () => {
  const attempts = times(20, (at) => tried('lan', `place-${at}`, 0));
  expect(decideWaiting(attempts, { account: 'lan', address: 'a new place' }, NOW)).toBe(60);
});

test('more failures never shorten the waiting', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 899 }), { maxLength: 40 }), (agos) => {
      const attempts = agos.map((ago) => tried('lan', 'office', ago));
      const one = tried('lan', 'office', 0);
      expect(decideWaiting([...attempts, one], lan, NOW)).toBeGreaterThanOrEqual(
        decideWaiting(attempts, lan, NOW),
      );
    }),
  );
});
