import type { Query, QueryClient } from '@tanstack/react-query';
import { dropReadsBefore, dropReadsOfOthers, type Kept, keepRead, listKeptReads } from './kept.ts';

/** First word of the key of a query whose answer is kept for when the line is cut. */
export const KEPT = 'kept';

const KEEP_FOR_MS = 30 * 24 * 3_600_000;

interface Read {
  readonly key: readonly unknown[];
  readonly data: unknown;
}

/** Where answers outlive the window. */
export interface ReadStore {
  readonly keepRead: (personId: string, name: string, read: Kept<Read>) => Promise<void>;
  readonly listKeptReads: (personId: string) => Promise<readonly Kept<Read>[]>;
  readonly dropReadsOfOthers: (personId: string) => Promise<void>;
  readonly dropReadsBefore: (personId: string, at: number) => Promise<void>;
}

const BROWSER: ReadStore = { keepRead, listKeptReads, dropReadsOfOthers, dropReadsBefore };

/**
 * Shows what the person opened before, and keeps what they open from now on; answers with the way to stop. Watched
 * before anything is read: an answer may come sooner than the database of a slow machine opens.
 */
export function openKeptReads(
  queries: QueryClient,
  personId: string,
  store: ReadStore = BROWSER,
): () => void {
  const stop = queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    if (isKept(event.query))
      void store.keepRead(personId, event.query.queryHash, {
        value: { key: event.query.queryKey, data: event.query.state.data },
        at: event.query.state.dataUpdatedAt,
      });
  });
  let isOver = false;
  const showKept = async () => {
    await store.dropReadsOfOthers(personId);
    await store.dropReadsBefore(personId, Date.now() - KEEP_FOR_MS);
    for (const { value, at } of await store.listKeptReads(personId))
      if (!isOver && (queries.getQueryState(value.key)?.dataUpdatedAt ?? 0) < at)
        queries.setQueryData(value.key, value.data, { updatedAt: at });
  };
  void showKept();
  return () => {
    isOver = true;
    stop();
  };
}

function isKept({ queryKey }: Query): boolean {
  return queryKey[0] === KEPT;
}
