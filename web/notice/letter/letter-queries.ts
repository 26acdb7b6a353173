import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LetterInput } from '#contract/notice/letter.ts';
import { api } from '../../api.ts';

export interface OverdueAsked {
  readonly planId?: string | undefined;
  readonly agencyId?: string | undefined;
}

/** First word of the keys of all that changes when a letter is issued or withdrawn. */
export const LETTERS = 'letters';

export function overdueQuery(asked: OverdueAsked) {
  return queryOptions({
    queryKey: [LETTERS, 'overdue', asked],
    queryFn: () => api.letter.overdue(asked),
    placeholderData: keepPreviousData,
  });
}

export type Overdue = Awaited<ReturnType<typeof api.letter.overdue>>;

/** The letter as it would be issued; the last one stays in sight while the next is written. */
export function previewQuery(input: LetterInput) {
  return queryOptions({
    queryKey: [LETTERS, 'preview', input],
    queryFn: () => api.letter.preview(input),
    placeholderData: keepPreviousData,
  });
}

export function registerQuery(year: number | undefined) {
  return queryOptions({
    queryKey: [LETTERS, 'register', year],
    queryFn: () => api.letter.list(year === undefined ? {} : { year }),
    placeholderData: keepPreviousData,
  });
}
