import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { MyWorkFilter } from '#contract/task/work.ts';
import { api } from '../../api.ts';
import { KEPT } from '../../kept-reads.ts';

/** What is kept for when the line is cut. */
export const myWorkQuery = queryOptions({ queryKey: [KEPT, 'my-work'], queryFn: () => api.work.mine() });

/** Of what waits for a decision. */
export const REVIEW_PAGE = 50;

export function toReviewQuery(filter: MyWorkFilter, page: number) {
  const isWhole = page === 1 && Object.keys(filter).length === 0;
  return queryOptions({
    queryKey: isWhole ? [KEPT, 'my-work', 'to-review'] : ['to-review', filter, page],
    queryFn: () => api.work.toReview({ ...filter, limit: REVIEW_PAGE, offset: (page - 1) * REVIEW_PAGE }),
    placeholderData: keepPreviousData,
  });
}

export function partQuery(assignmentId: string) {
  return queryOptions({
    queryKey: [KEPT, 'part', assignmentId],
    queryFn: () => api.work.part({ assignmentId }),
  });
}

/** What was done to an item since the person last saw it. */
export function changesQuery(dueItemId: string, after: number) {
  return queryOptions({
    queryKey: ['changes', dueItemId, after],
    queryFn: () => api.work.changes({ dueItemId, after }),
    staleTime: 0,
  });
}

export function chainsQuery(planId: string | undefined) {
  return queryOptions({
    queryKey: [KEPT, 'chains', planId],
    queryFn: () => api.work.blockers(planId === undefined ? {} : { planId }),
  });
}
