import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const reformsQuery = queryOptions({ queryKey: ['reforms'], queryFn: () => api.agency.reform.list() });

export function reformQuery(reformId: string) {
  return queryOptions({
    queryKey: ['reform', reformId],
    queryFn: () => api.agency.reform.get({ reformId }),
  });
}

/** How many of the things moved stand on one page. */
export const ITEMS_ON_PAGE = 100;

interface PreviewAsked {
  readonly reformId: string;
  /** Of the reform, so that a changed draft is asked about anew. */
  readonly revision: number;
  readonly agencyId?: string | undefined;
  readonly mover?: string | undefined;
  readonly page?: number | undefined;
}

export function previewQuery({ reformId, revision, agencyId, mover, page = 1 }: PreviewAsked) {
  return queryOptions({
    queryKey: ['reform', reformId, 'preview', revision, agencyId, mover, page],
    queryFn: () =>
      api.agency.reform.preview({
        reformId,
        offset: (page - 1) * ITEMS_ON_PAGE,
        limit: ITEMS_ON_PAGE,
        ...(agencyId === undefined ? {} : { agencyId }),
        ...(mover === undefined ? {} : { mover }),
      }),
    placeholderData: keepPreviousData,
  });
}
