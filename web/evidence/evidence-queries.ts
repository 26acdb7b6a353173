import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { EvidenceFilter } from '#contract/evidence.ts';
import { api } from '../api.ts';
import type { EvidencePlace } from '../evidence-slot.tsx';
import { KEPT } from '../kept-reads.ts';

/** While a file is being read the list is asked for again. */
const READING_MS = 1_500;

export function evidenceQuery({ assignmentId, dueItemId }: EvidencePlace) {
  return queryOptions({
    queryKey: [KEPT, 'evidence', assignmentId, dueItemId ?? null],
    queryFn: () => api.evidence.list(dueItemId === undefined ? { assignmentId } : { dueItemId }),
    refetchInterval: ({ state }) =>
      state.data?.claims.some(({ evidence }) => evidence.reading === 'pending') === true ? READING_MS : false,
  });
}

export function evidenceDetailQuery(evidenceId: string) {
  return queryOptions({
    queryKey: ['evidence', 'one', evidenceId],
    queryFn: () => api.evidence.get({ evidenceId }),
  });
}

export function previewQuery(evidenceId: string, version: number) {
  return queryOptions({
    queryKey: ['evidence', 'preview', evidenceId, version],
    queryFn: () => api.evidence.preview({ evidenceId, version }),
  });
}

export function searchQuery(filter: EvidenceFilter) {
  return infiniteQueryOptions({
    queryKey: ['evidence', 'search', filter],
    queryFn: ({ pageParam }) => api.evidence.search({ ...filter, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ nextOffset }) => nextOffset ?? undefined,
    placeholderData: (held) => held,
  });
}
