import { ORPCError } from '@orpc/client';
import type { WorkDone } from '#contract/task/work.ts';
import type { Answer } from '#domain/task/outbox/outbox.ts';
import { api, explainFailure, hasCode } from '../../api.ts';
import { dayOf } from '../../i18n/format.ts';
import { isNoLine } from '../../line.ts';
import type { Send } from './held-outbox.ts';

type Acts = typeof api.work;
/** Acts on a due item that can be written without a line. */
export type WorkDeedName = {
  [K in keyof Acts]: Acts[K] extends (input: infer I) => Promise<WorkDone>
    ? I extends { dueItemId: string; seen: number }
      ? K
      : never
    : never;
}[keyof Acts];
type InputOf<K extends WorkDeedName> = Omit<Parameters<Acts[K]>[0], 'dueItemId' | 'id' | 'seen'>;

/** One act as it waits in the outbox: which, and its words. */
export type WorkInput = { [K in WorkDeedName]: { readonly deed: K } & InputOf<K> }[WorkDeedName];

/** Sends one act on a due item under the identifier it got when it was written. */
export const sendWork: Send = async ({ id, subject, seen, payload, writtenAt }) => {
  const { deed, ...words } = payload.input as WorkInput;
  const written = deed === 'submit' ? { writtenOn: dayOf(writtenAt) } : {};
  const act = api.work[deed] as (input: object) => Promise<WorkDone>;
  return await answerOf(() => act({ ...words, ...written, dueItemId: subject, id, seen }));
};

/** What an answer of the server means for an entry. */
export async function answerOf(call: () => Promise<unknown>): Promise<Answer> {
  try {
    await call();
    return { kind: 'done' };
  } catch (error) {
    const sentences = explainFailure(error);
    if (hasCode(error, 'sign-in-required') || hasCode(error, 'session-of-another'))
      return { kind: 'signed-out' };
    if (hasCode(error, 'work-changed')) return { kind: 'changed', sentences };
    if (isNoLine(error) || !(error instanceof ORPCError) || error.status === 429 || error.status >= 500)
      return { kind: 'no-line' };
    return { kind: 'refused', sentences };
  }
}
