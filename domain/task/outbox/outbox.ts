/**
 * What was written without a line waits here until the server has it: nothing is lost, nothing is sent twice, and what
 * is about one item goes in the order it was written. Where somebody else acted in between, nothing is decided here:
 * the entry is held until the person says what is to become of it.
 */

/** One act as it waits. `P` is what is sent; the outbox never looks into it. */
export interface OutboxEntry<P> {
  /** Made where it was written; the server stores what comes twice under one id once. */
  readonly id: string;
  /** Entries of one subject go in order; one held keeps back those after it. */
  readonly subject: string;
  /** Which sender takes it. */
  readonly kind: string;
  readonly payload: P;
  /** Number of acts of the subject the person had seen. */
  readonly seen: number;
  /** Instant of writing, ISO 8601 in UTC. */
  readonly writtenAt: string;
  /** Bytes of a file it carries. */
  readonly bytes: number;
  readonly attempts: number;
  /** Milliseconds of the epoch before which it is not tried again. */
  readonly notBefore: number;
  readonly held: Held | null;
}

/** Why an entry waits for the person rather than for the line. */
export interface Held {
  /** `changed`: somebody else acted since; `refused`: the server says no, whatever the reason. */
  readonly why: 'changed' | 'refused';
  readonly sentences: readonly string[];
}

/** In the order they were written. */
export type Outbox<P> = readonly OutboxEntry<P>[];

/** What came of sending one entry. */
export type Answer =
  | { readonly kind: 'done' }
  /** No answer, or one that says nothing of the entry: a proxy that found no server, too many requests. */
  | { readonly kind: 'no-line' }
  /** Nobody is signed in any more: waits until the same person is again. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'changed'; readonly sentences: readonly string[] }
  | { readonly kind: 'refused'; readonly sentences: readonly string[] };

export interface Draft<P> {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly payload: P;
  readonly seen: number;
  readonly writtenAt: string;
  readonly bytes?: number;
}

/** Adds what was just written, at the end; the same id once only. */
export function addEntry<P>(outbox: Outbox<P>, draft: Draft<P>): Outbox<P> {
  if (outbox.some(({ id }) => id === draft.id)) return outbox;
  return [...outbox, { ...draft, bytes: draft.bytes ?? 0, attempts: 0, notBefore: 0, held: null }];
}

/**
 * The entry to send now: the oldest whose time has come and before which none of the same subject waits. Undefined
 * where none may go.
 */
export function nextToSend<P>(outbox: Outbox<P>, now: number): OutboxEntry<P> | undefined {
  const waiting = new Set<string>();
  for (const entry of outbox) {
    if (waiting.has(entry.subject)) continue;
    if (entry.held === null && entry.notBefore <= now) return entry;
    waiting.add(entry.subject);
  }
  return undefined;
}

/** Milliseconds until something may be sent again; undefined where everything waits for the person, or nothing waits. */
export function waitBeforeNext<P>(outbox: Outbox<P>, now: number): number | undefined {
  const first = new Map<string, OutboxEntry<P>>();
  for (const entry of outbox) if (!first.has(entry.subject)) first.set(entry.subject, entry);
  const times = [...first.values()].filter(({ held }) => held === null).map(({ notBefore }) => notBefore);
  return times.length === 0 ? undefined : Math.max(0, Math.min(...times) - now);
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Twice as long each time; `lot` in [0, 1) spreads the people of one office whose line returns for all at once. */
export function waitAfter(attempts: number, lot: number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 20));
  return Math.round(whole * (0.5 + lot / 2));
}

/** What the answer makes of the entry: gone, tried later, or held for the person. An answer to nobody changes nothing. */
export function applyAnswer<P>(
  outbox: Outbox<P>,
  id: string,
  answer: Answer,
  { now, lot }: { readonly now: number; readonly lot: number },
): Outbox<P> {
  switch (answer.kind) {
    case 'done':
      return dropEntry(outbox, id);
    case 'no-line':
    case 'signed-out':
      return change(outbox, id, (entry) => ({
        ...entry,
        attempts: entry.attempts + 1,
        notBefore: now + waitAfter(entry.attempts, lot),
      }));
    case 'changed':
    case 'refused':
      return change(outbox, id, (entry) => ({
        ...entry,
        held: { why: answer.kind, sentences: answer.sentences },
      }));
  }
}

/** The line is back: what waited for it may go at once. */
export function wakeEntries<P>(outbox: Outbox<P>): Outbox<P> {
  return outbox.map((entry) => (entry.notBefore === 0 ? entry : { ...entry, notBefore: 0, attempts: 0 }));
}

/**
 * The person has seen what stands now (`seen` acts) and still says theirs: it goes as a further act. Whatever else of
 * theirs waits on the same subject was shown beside it, and goes on too.
 */
export function keepEntry<P>(outbox: Outbox<P>, id: string, seen: number): Outbox<P> {
  const kept = outbox.find((entry) => entry.id === id);
  if (kept === undefined) return outbox;
  return outbox.map((entry) => {
    if (entry.subject !== kept.subject) return entry;
    const raised = { ...entry, seen: Math.max(entry.seen, seen) };
    return entry.id === id ? { ...raised, held: null, attempts: 0, notBefore: 0 } : raised;
  });
}

/** Other words in its place; it keeps its place in the order, and goes unless it is held for what others did. */
export function rewriteEntry<P>(outbox: Outbox<P>, id: string, payload: P): Outbox<P> {
  return change(outbox, id, (entry) => ({
    ...entry,
    payload,
    held: entry.held?.why === 'changed' ? entry.held : null,
  }));
}

/** The person takes it back, or the server has it. */
export function dropEntry<P>(outbox: Outbox<P>, id: string): Outbox<P> {
  return outbox.filter((entry) => entry.id !== id);
}

function change<P>(outbox: Outbox<P>, id: string, to: (entry: OutboxEntry<P>) => OutboxEntry<P>): Outbox<P> {
  return outbox.map((entry) => (entry.id === id ? to(entry) : entry));
}
