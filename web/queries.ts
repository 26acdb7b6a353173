import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { KEPT } from './kept-reads.ts';
import { isNoLine } from './line.ts';

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
