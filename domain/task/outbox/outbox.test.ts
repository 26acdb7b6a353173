import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import { findKeepFault } from './decide-keep-file.ts';
import {
  addEntry,
  applyAnswer,
  type Draft,
  dropEntry,
  keepEntry,
  nextToSend,
  type Outbox,
  rewriteEntry,
  waitAfter,
  waitBeforeNext,
  wakeEntries,
} from './outbox.ts';

const draft = (id: string, subject: string, seen = 0): Draft<string> => ({
  id,
  subject,
  kind: 'report',
  payload: `lời của ${id}`,
  seen,
  writtenAt: '2024-05-20T03:00:00Z',
});
const filled = (...drafts: Draft<string>[]): Outbox<string> => drafts.reduce<Outbox<string>>(addEntry, []);
const later = { now: 1_000, lot: 0 };

describe('what waits', () => {
  test('goes in the order it was written', () => {
    expect(nextToSend(filled(draft('a', 'x'), draft('b', 'x')), 0)?.id).toBe('a');
  });
  test('is in it once, however often it is added', () => {
    expect(filled(draft('a', 'x'), draft('a', 'x'))).toHaveLength(1);
  });
  test('is tried again later where no answer came, and what follows on the same item waits with it', () => {
    const outbox = applyAnswer(filled(draft('a', 'x'), draft('b', 'x')), 'a', { kind: 'no-line' }, later);
    expect(nextToSend(outbox, 1_500)).toBeUndefined();
    expect(waitBeforeNext(outbox, 1_500)).toBe(500);
    expect(nextToSend(outbox, 2_000)?.id).toBe('a');
  });
  test('goes at once when the line is back', () => {
    const outbox = applyAnswer(filled(draft('a', 'x')), 'a', { kind: 'no-line' }, later);
    expect(nextToSend(wakeEntries(outbox), 1_000)?.id).toBe('a');
  });
  test('of another item is not kept back by one held', () => {
    const outbox = applyAnswer(
      filled(draft('a', 'x'), draft('b', 'x'), draft('c', 'y')),
      'a',
      { kind: 'changed', sentences: ['Có việc mới.'] },
      later,
    );
    expect(nextToSend(outbox, 2_000)?.id).toBe('c');
    expect(waitBeforeNext(dropEntry(outbox, 'c'), 2_000)).toBeUndefined();
  });
});

describe('what somebody else overtook', () => {
  const conflicted = applyAnswer(
    filled(draft('a', 'x', 3), draft('b', 'x', 3), draft('c', 'y', 3)),
    'a',
    { kind: 'changed', sentences: ['Có việc mới.'] },
    later,
  );
  test('is kept with the words of the server until the person decides', () => {
    expect(conflicted.find(({ id }) => id === 'a')?.held).toEqual({
      why: 'changed',
      sentences: ['Có việc mới.'],
    });
  });
  test('goes as a further act once it is kept, with what else was written on the item', () => {
    const kept = keepEntry(conflicted, 'a', 5);
    expect(kept.map(({ seen }) => seen)).toEqual([5, 5, 3]);
    expect(nextToSend(kept, 2_000)?.id).toBe('a');
  });
  test('stays held while it is being reworded', () => {
    expect(nextToSend(rewriteEntry(conflicted, 'a', 'lời khác'), 2_000)?.id).toBe('c');
  });
  test('is gone when it is dropped, and the next goes', () => {
    expect(nextToSend(dropEntry(conflicted, 'a'), 2_000)?.id).toBe('b');
  });
});

test('what the server refused for its words goes again when it is reworded', () => {
  const refused = applyAnswer(
    filled(draft('a', 'x')),
    'a',
    { kind: 'refused', sentences: ['Đã khóa.'] },
    later,
  );
  expect(nextToSend(refused, 9_000)).toBeUndefined();
  const reworded = rewriteEntry(refused, 'a', 'lời khác');
  expect(nextToSend(reworded, 9_000)).toMatchObject({ id: 'a', payload: 'lời khác' });
});

test('waits grow, and never beyond five minutes', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, lot) => {
      const wait = waitAfter(attempts, lot);
      expect(wait).toBeGreaterThanOrEqual(1_000);
      expect(wait).toBeLessThanOrEqual(300_000);
      expect(waitAfter(attempts + 1, lot)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

describe('a file chosen without a line', () => {
  const MB = 1024 * 1024;
  const holding = (bytes: number) => addEntry([], { ...draft('a', 'x'), bytes });
  test.each([
    ['small, is kept', 10 * MB, 0, undefined],
    ['of just the limit, is kept', 50 * MB, 0, undefined],
    ['larger than the server takes, is not', 50 * MB + 1, 0, /^Tệp "bien-ban\.pdf" lớn hơn 50 MB/],
    ['beside too much else, is not', 20 * MB, 190 * MB, /^Hộp chờ gửi đã gần đầy \(200 MB\)/],
  ])('%s', (_what, bytes, held, sentence) => {
    const fault = findKeepFault(holding(held), { name: 'bien-ban.pdf', bytes });
    if (sentence === undefined) expect(fault).toBeUndefined();
    else expect(fault === undefined ? '' : refusalSentence(fault)).toMatch(sentence);
  });
});

/** A server as the acts have it: stores an id once, refuses what was written before somebody else's act. */
class Server {
  readonly stored: { readonly id: string; readonly subject: string; readonly by: 'me' | 'other' }[] = [];
  count(subject: string): number {
    return this.stored.filter((act) => act.subject === subject).length;
  }
  othersSince(subject: string, seen: number): boolean {
    return this.stored
      .filter((act) => act.subject === subject)
      .slice(seen)
      .some(({ by }) => by === 'other');
  }
  take({ id, subject, seen }: { id: string; subject: string; seen: number }): 'done' | 'changed' {
    if (this.stored.some((act) => act.id === id)) return 'done';
    if (this.othersSince(subject, seen)) return 'changed';
    this.stored.push({ id, subject, by: 'me' });
    return 'done';
  }
}

type Step =
  | { readonly do: 'write'; readonly subject: string }
  | { readonly do: 'other'; readonly subject: string }
  | { readonly do: 'look'; readonly subject: string }
  | { readonly do: 'send'; readonly line: 'whole' | 'lost-before' | 'lost-after' }
  | { readonly do: 'restart' }
  | { readonly do: 'decide'; readonly how: 'keep' | 'drop' | 'reword' };

const subject = fc.constantFrom('x', 'y', 'z');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), subject }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('other' as const), subject }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), subject }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      line: fc.constantFrom('whole' as const, 'lost-before' as const, 'lost-after' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      how: fc.constantFrom('keep' as const, 'drop' as const, 'reword' as const),
    }),
  },
);

test('under whatever cuts of the line, nothing is lost, nothing is stored twice, and each item keeps its order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = new Server();
      const looked = new Map<string, number>();
      const written: { readonly id: string; readonly subject: string }[] = [];
      const dropped = new Set<string>();
      let outbox: Outbox<string> = [];
      let now = 0;

      const send = (line: 'whole' | 'lost-before' | 'lost-after') => {
        const entry = nextToSend(outbox, now);
        if (entry === undefined) return false;
        const taken = line === 'lost-before' ? undefined : server.take(entry);
        const answer =
          line === 'whole' && taken !== undefined
            ? taken === 'done'
              ? ({ kind: 'done' } as const)
              : ({ kind: 'changed', sentences: [] } as const)
            : ({ kind: 'no-line' } as const);
        outbox = applyAnswer(outbox, entry.id, answer, { now, lot: 0.5 });
        return true;
      };
      const decide = (how: 'keep' | 'drop' | 'reword') => {
        const held = outbox.find((entry) => entry.held !== null);
        if (held === undefined) return;
        if (how === 'keep') outbox = keepEntry(outbox, held.id, server.count(held.subject));
        if (how === 'reword') outbox = rewriteEntry(outbox, held.id, 'lời khác');
        if (how === 'drop') {
          outbox = dropEntry(outbox, held.id);
          dropped.add(held.id);
        }
      };

      for (const one of steps) {
        now += 1_000;
        if (one.do === 'write') {
          const id = `act ${written.length}`;
          written.push({ id, subject: one.subject });
          outbox = addEntry(outbox, draft(id, one.subject, looked.get(one.subject) ?? 0));
        }
        if (one.do === 'other')
          server.stored.push({ id: `other ${server.stored.length}`, subject: one.subject, by: 'other' });
        if (one.do === 'look') looked.set(one.subject, server.count(one.subject));
        if (one.do === 'send') send(one.line);
        if (one.do === 'restart') outbox = structuredClone(outbox) as Outbox<string>;
        if (one.do === 'decide') decide(one.how);

        // At every moment each act is on the server, in the outbox, or was dropped by the person.
        for (const { id } of written)
          expect(
            dropped.has(id) ||
              server.stored.some((act) => act.id === id) ||
              outbox.some((entry) => entry.id === id),
          ).toBe(true);
      }

      // The line is back for good, and what is held is kept.
      outbox = wakeEntries(outbox);
      for (let turns = 0; outbox.length > 0; turns += 1) {
        expect(turns).toBeLessThan(1_000);
        now += 600_000;
        if (!send('whole')) decide('keep');
      }
      const mine = server.stored.filter(({ by }) => by === 'me').map(({ id }) => id);
      expect(new Set(mine).size).toBe(mine.length);
      for (const name of ['x', 'y', 'z']) {
        const wanted = written.filter((act) => act.subject === name && mine.includes(act.id));
        const got = server.stored.filter((act) => act.subject === name && act.by === 'me');
        expect(got.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      }
      for (const { id } of written) expect(mine.includes(id) || dropped.has(id)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
