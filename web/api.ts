import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '#contract/router.ts';

/** Calls the acts of the contract. */
export const api: ContractRouterClient<typeof contract> = createORPCClient(
  new OpenAPILink(contract, { url: `${window.location.origin}/api` }),
);

/** What to tell the reader of a failed call: the server's own sentence, or that the line is down. */
export function explainFailure(error: unknown): string {
  if (error instanceof ORPCError && error.message !== '') return error.message;
  return 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.';
}
