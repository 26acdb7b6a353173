import { refusalSentence } from '#domain/kernel/refusal.ts';
import { findKeepFault } from '#domain/task/outbox/decide-keep-file.ts';
import {
  type Answer,
  addEntry,
  applyAnswer,
  type Draft,
  dropEntry,
  keepEntry,
  nextToSend,
  type Outbox,
  type OutboxEntry,
  rewriteEntry,
  waitBeforeNext,
  wakeEntries,
} from '#domain/task/outbox/outbox.ts';
import { dropKeptFile, findOutbox, keepFile, updateOutbox } from '../../kept.ts';
import { isLineUp, watchLine } from '../../line.ts';

/** Words that tell the person what an entry is about, kept beside what is sent. */
export interface About {
  readonly assignmentId: string;
  /** "I.3. Kiểm tra công tác CCHC" */
  readonly task: string;
  readonly label: string;
}

export interface Waiting {
  readonly about: About;
  /** What the sender of the kind takes. */
  readonly input: unknown;
}

export type WaitingEntry = OutboxEntry<Waiting>;
export type WaitingOutbox = Outbox<Waiting>;

/** Sends one entry; never throws for what the server or the line says. */
export type Send = (entry: WaitingEntry, personId: string) => Promise<Answer>;
export type Senders = Readonly<Record<string, Send>>;

/** What came of the first try: `waiting` where there was no line or others go before it. */
export type Outcome = Exclude<Answer, { kind: 'no-line' | 'signed-out' }> | { readonly kind: 'waiting' };

/** The outbox of one person in this window. */
export interface HeldOutbox {
  readonly list: () => WaitingOutbox;
  readonly watch: (watcher: () => void) => () => void;
  /** Whether what waits outlives this window. */
  readonly isKept: () => boolean;
  /** Keeps it, then tries to send it. */
  readonly write: (draft: Draft<Waiting>) => Promise<Outcome>;
  /** The same for something that carries a file, whose bytes stand apart; refused where it is too large to keep. */
  readonly writeFile: (draft: Draft<Waiting>, file: File) => Promise<Outcome>;
  readonly keep: (id: string, seen: number) => Promise<Outcome>;
  readonly rewrite: (id: string, waiting: Waiting) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  readonly sendNow: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens it and begins to send. Each change is one transaction of the browser's database, and one window at a time
 * sends; where the browser has no locks two may send the same, which the server stores once.
 */
export function openOutbox(personId: string, senders: Senders, onSent: () => void): HeldOutbox {
  let held: WaitingOutbox = [];
  let isClosed = false;
  // A browser that keeps nothing still sends what this window holds.
  let isKept = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;
  const answers = new Map<string, Answer>();
  const watchers = new Set<() => void>();
  const others = new BroadcastChannel(`don-doc outbox ${personId}`);

  const show = (outbox: WaitingOutbox) => {
    held = outbox;
    for (const watch of watchers) watch();
  };
  const read = async () => {
    if (isKept) show((await findOutbox<WaitingOutbox>(personId)) ?? []);
    return held;
  };
  const change = async (by: (outbox: WaitingOutbox) => WaitingOutbox) => {
    try {
      if (isKept) show(await updateOutbox<WaitingOutbox>(personId, (outbox) => by(outbox ?? [])));
    } catch {
      isKept = false;
    }
    if (!isKept) show(by(held));
    else if (!isClosed) others.postMessage('changed');
  };

  const sendAll = async () => {
    for (;;) {
      const entry = isClosed ? undefined : nextToSend(await read(), Date.now());
      if (entry === undefined) return;
      const send = senders[entry.kind];
      if (send === undefined) throw new Error(`nothing sends "${entry.kind}"`);
      const answer = await send(entry, personId);
      if (isClosed && answer.kind !== 'done') return;
      answers.set(entry.id, answer);
      await change((outbox) =>
        applyAnswer(outbox, entry.id, answer, { now: Date.now(), lot: Math.random() }),
      );
      if (answer.kind === 'done') {
        await dropKeptFile(personId, entry.id);
        onSent();
      }
      if (answer.kind === 'no-line' || answer.kind === 'signed-out') return;
    }
  };
  const sendNow = (): Promise<void> => {
    clearTimeout(timer);
    sending ??= alone(`don-doc outbox ${personId}`, sendAll).finally(() => {
      sending = undefined;
      sendLater();
    });
    return sending;
  };
  const sendLater = () => {
    clearTimeout(timer);
    const wait = isClosed ? undefined : waitBeforeNext(held, Date.now());
    if (wait !== undefined) timer = setTimeout(() => void sendNow(), Math.max(wait, 100));
  };
  /** What was just added may come after the look of a round already under way. */
  const sendOne = async (id: string): Promise<Outcome> => {
    answers.delete(id);
    await sending;
    await sendNow();
    const answer = answers.get(id);
    return answer === undefined || answer.kind === 'no-line' || answer.kind === 'signed-out'
      ? { kind: 'waiting' }
      : answer;
  };

  const onLine = () => {
    if (!isLineUp()) return;
    void change(wakeEntries).then(sendNow);
  };
  const unwatchLine = watchLine(onLine);
  others.onmessage = () => void read().then(sendLater);
  void change(wakeEntries).then(sendNow);

  return {
    list: () => held,
    isKept: () => isKept,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    write: async (draft) => {
      await change((outbox) => addEntry(outbox, draft));
      return await sendOne(draft.id);
    },
    writeFile: async (draft, file) => {
      const fault = findKeepFault(held, { name: file.name, bytes: file.size });
      if (fault !== undefined) return { kind: 'refused', sentences: [refusalSentence(fault)] };
      await keepFile(personId, draft.id, file);
      await change((outbox) => addEntry(outbox, { ...draft, bytes: file.size }));
      return await sendOne(draft.id);
    },
    keep: async (id, seen) => {
      await change((outbox) => keepEntry(outbox, id, seen));
      return await sendOne(id);
    },
    rewrite: async (id, waiting) => {
      await change((outbox) => rewriteEntry(outbox, id, waiting));
      sendLater();
    },
    drop: async (id) => {
      await change((outbox) => dropEntry(outbox, id));
      await dropKeptFile(personId, id);
      sendLater();
    },
    sendNow: async () => {
      await change(wakeEntries);
      await sendNow();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      unwatchLine();
      others.close();
    },
  };
}

async function alone(name: string, work: () => Promise<void>): Promise<void> {
  // Browsers have locks over https and on the machine itself only.
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) await work();
  else await locks.request(name, work);
}
