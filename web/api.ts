import routes from 'virtual:routes';
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { ACTOR_HEADER } from '#contract/actor-header.ts';
import type { contract } from '#contract/router.ts';
import { t } from './i18n/translate.ts';
import { isNoLine, noteLine } from './line.ts';
import { askProof } from './proof.ts';

const LONGEST_WAIT_MS = 60_000;

/** Who this window believes is signed in: another may have signed in beside it, in whose name nothing may be done. */
let person: string | undefined;

export function nameActor(personId: string | undefined): void {
  person = personId;
}

/** Calls the acts of the contract. */
export const api: ContractRouterClient<typeof contract> = createORPCClient(
  new OpenAPILink(routes, {
    url: `${window.location.origin}/api`,
    headers: () => (person === undefined ? {} : { [ACTOR_HEADER]: person }),
    // A line can hang without breaking.
    fetch: (request, init) =>
      fetch(request, {
        ...init,
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_WAIT_MS)]),
      }),
    interceptors: [
      async ({ next }) => {
        try {
          const answer = await next();
          noteLine(true);
          return answer;
        } catch (error) {
          noteLine(!isNoLine(error));
          // A dangerous act asks for the password and is done once that was given.
          if (hasCode(error, 'reauthenticate') && (await askProof())) return await next();
          if (hasCode(error, 'sign-in-required') || hasCode(error, 'session-of-another'))
            window.dispatchEvent(new Event(SIGNED_OUT));
          throw error;
        }
      },
    ],
  }),
);

/** The event of a session that has run out. */
export const SIGNED_OUT = 'don-doc:signed-out';

/** Whether the server refused with this code of the catalogue. */
export function hasCode(error: unknown, code: string): boolean {
  if (!(error instanceof ORPCError)) return false;
  const { refusals } = (error.data ?? {}) as { readonly refusals?: readonly { readonly code?: unknown }[] };
  return refusals?.some((one) => one.code === code) === true;
}

/** What to tell the reader of a failed call: every sentence the server answered with, or that the line is down. */
export function explainFailure(error: unknown): readonly string[] {
  if (error instanceof ORPCError) {
    const sentences = listSentences(error.data);
    if (sentences.length > 0) return sentences;
    if (error.status < 500 && error.message !== '') return [error.message];
    return [t('Máy chủ gặp lỗi ngoài dự kiến. Hãy thử lại sau ít phút.')];
  }
  return [t('Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.')];
}

/** The sentences of a REFUSED answer. */
export function listSentences(data: unknown): readonly string[] {
  const refusals = (data as { readonly refusals?: readonly { readonly message?: unknown }[] } | undefined)
    ?.refusals;
  return (refusals ?? []).flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
}
