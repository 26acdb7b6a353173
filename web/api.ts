import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '#contract/router.ts';
import { t } from './i18n/translate.ts';

/** Calls the acts of the contract. */
export const api: ContractRouterClient<typeof contract> = createORPCClient(
  new OpenAPILink(contract, { url: `${window.location.origin}/api` }),
);

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
