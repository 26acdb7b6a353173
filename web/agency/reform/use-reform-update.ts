import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DraftEvent } from '#contract/agency/event.ts';
import type { OwnerChoices, Reform } from '#contract/agency/reform.ts';
import { api } from '../../api.ts';
import type { FrameWords } from './reform-frame.tsx';
import { reformQuery, reformsQuery } from './reform-queries.ts';

type OwnerChoicesInput = (typeof OwnerChoices)['_zod']['input'];

export interface ReformChanges extends Partial<FrameWords> {
  readonly events?: DraftEvent[];
  readonly choices?: OwnerChoicesInput;
}

/** Changes a draft as it was seen; `onDone` follows once the page shows it. */
export function useReformUpdate(reform: Reform, onDone: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (changes: ReformChanges) =>
      api.agency.reform.update({ reformId: reform.id, revision: reform.revision, ...changes }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: reformQuery(reform.id).queryKey });
      void queries.invalidateQueries({ queryKey: reformsQuery.queryKey });
      onDone();
    },
  });
}
