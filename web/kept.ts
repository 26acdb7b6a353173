import { createStore, del, delMany, entries, get, keys, set, update } from 'idb-keyval';

/**
 * What this browser keeps for when the line is cut: who was signed in, what they opened, what they wrote. Everything
 * but the first carries the person in its key, for a PC of a commune has several users.
 */
const store = createStore('don-doc', 'kept');

export interface Kept<T> {
  readonly value: T;
  /** Milliseconds of the epoch. */
  readonly at: number;
}

/** Where nothing can be kept (a private window, a full disk) the pages work as if there were nothing. */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}

const SESSION = 'session';

export async function keepSession<T>(value: T): Promise<void> {
  await orNothing(set(SESSION, { value, at: Date.now() } satisfies Kept<T>, store));
}

export function findKeptSession<T>(): Promise<Kept<T> | undefined> {
  return orNothing<Kept<T> | undefined>(get<Kept<T>>(SESSION, store));
}

const readKey = (personId: string, name: string) => `read ${personId} ${name}`;

export async function keepRead<T>(personId: string, name: string, read: Kept<T>): Promise<void> {
  await orNothing(set(readKey(personId, name), read, store));
}

/** Everything the person opened. */
export async function listKeptReads<T>(personId: string): Promise<readonly Kept<T>[]> {
  const all = (await orNothing(entries<string, Kept<T>>(store))) ?? [];
  return all.filter(([key]) => key.startsWith(readKey(personId, ''))).map(([, read]) => read);
}

/** On a shared PC the pages one person opened go when another signs in; what they wrote waits for them. */
export async function dropReadsOfOthers(personId: string): Promise<void> {
  const held = (await orNothing(keys<string>(store))) ?? [];
  const others = held.filter((key) => key.startsWith('read ') && !key.startsWith(readKey(personId, '')));
  await orNothing(delMany(others, store));
}

export async function dropReadsBefore(personId: string, at: number): Promise<void> {
  const all = (await orNothing(entries<string, Kept<unknown>>(store))) ?? [];
  const old = all.filter(([key, read]) => key.startsWith(readKey(personId, '')) && read.at < at);
  await orNothing(
    delMany(
      old.map(([key]) => key),
      store,
    ),
  );
}

/** Nothing the person opened stays behind; what they wrote and is not sent yet waits until they are back. */
export async function dropReadsOf(personId: string): Promise<void> {
  const held = (await orNothing(keys<string>(store))) ?? [];
  await orNothing(
    delMany(
      held.filter((key) => key.startsWith(readKey(personId, ''))),
      store,
    ),
  );
}

const SIGN_OUT = 'sign-out';

/** Without a line the server cannot be told: it is, before anything else, once the line is back. */
export async function keepSignOut(): Promise<void> {
  await orNothing(set(SIGN_OUT, Date.now(), store));
}

export async function isSignOutKept(): Promise<boolean> {
  return (await orNothing(get<number>(SIGN_OUT, store))) !== undefined;
}

export async function dropSignOut(): Promise<void> {
  await orNothing(del(SIGN_OUT, store));
}

const outboxKey = (personId: string) => `outbox ${personId}`;

export async function findOutbox<T>(personId: string): Promise<T | undefined> {
  return await orNothing<T | undefined>(get<T>(outboxKey(personId), store));
}

/** Reads and writes in one go, so that two windows never undo one another. */
export async function updateOutbox<T>(personId: string, change: (held: T | undefined) => T): Promise<T> {
  let changed: T | undefined;
  await update<T>(
    outboxKey(personId),
    (held) => {
      changed = change(held);
      return changed;
    },
    store,
  );
  return changed as T;
}

/** Bytes stand apart from the outbox, which is written anew at each change. */
const fileKey = (personId: string, id: string) => `file ${personId} ${id}`;

export async function keepFile(personId: string, id: string, file: File): Promise<void> {
  await set(fileKey(personId, id), file, store);
}

export async function findKeptFile(personId: string, id: string): Promise<File | undefined> {
  return await orNothing<File | undefined>(get<File>(fileKey(personId, id), store));
}

export async function dropKeptFile(personId: string, id: string): Promise<void> {
  await orNothing(del(fileKey(personId, id), store));
}
