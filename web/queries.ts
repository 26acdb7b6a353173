import { ORPCError } from '@orpc/client';
import { type Query, QueryClient } from '@tanstack/react-query';
import { dropReadsBefore, dropReadsOfOthers, keepRead, listKeptReads } from './kept.ts';
import { isNoLine } from './line.ts';

/** First word of the key of a query whose answer is kept for when the line is cut. */
export const KEPT = 'kept';

const KEEP_FOR_MS = 30 * 24 * 3_600_000;
const TRIES = 3;

/** What the server has said no to is not asked again; a line that dropped the question is, ever later. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  if (isNoLine(error)) return navigator.onLine && failures < TRIES;
  return !(error instanceof ORPCError && error.status < 500) && failures < 1;
}

/** All that was asked of the server. Asked even where the browser believes it has no line: it may be wrong. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: isWorthRetrying,
      retryDelay: (failures) => Math.min(8_000, 1_000 * 2 ** failures),
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
queries.setQueryDefaults([KEPT], { gcTime: Number.POSITIVE_INFINITY });

interface Read {
  readonly key: readonly unknown[];
  readonly data: unknown;
}

/** Shows what the person opened before, and keeps what they open from now on; answers with the way to stop. */
export async function openKeptReads(personId: string): Promise<() => void> {
  await dropReadsOfOthers(personId);
  await dropReadsBefore(personId, Date.now() - KEEP_FOR_MS);
  for (const { value, at } of await listKeptReads<Read>(personId))
    if ((queries.getQueryState(value.key)?.dataUpdatedAt ?? 0) < at)
      queries.setQueryData(value.key, value.data, { updatedAt: at });
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    if (isKept(event.query))
      void keepRead(personId, event.query.queryHash, {
        value: { key: event.query.queryKey, data: event.query.state.data } satisfies Read,
        at: event.query.state.dataUpdatedAt,
      });
  });
}

function isKept({ queryKey }: Query): boolean {
  return queryKey[0] === KEPT;
}
