import { implement } from '@orpc/server';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { contract } from '#contract/router.ts';
import type { Act } from '#domain/access/acts.ts';
import type { Result } from '#domain/kernel/result.ts';
import type { Deps } from './deps.ts';
import { orRefuse } from './http/refused.ts';

/** What a request says of who asks. */
export interface Asked {
  readonly headers: Headers;
  /** Network address it came from. */
  readonly address: string;
}

/** Lets in whoever may do an act, or says why not. The one way from a request to `Deps`. */
export type Enter = (asked: Asked, act: Act) => Promise<Result<Deps>>;

export interface RequestContext extends Asked {
  readonly log: FastifyBaseLogger;
  readonly enter: Enter;
  /** Adds a cookie to the answer, as a line of Set-Cookie. */
  readonly setCookie: (line: string) => void;
}

export const os = implement(contract).$context<RequestContext>();

/** Before the handler of an act: who asks must be signed in and hold a post that may do it. */
export function may(act: Act) {
  return os.middleware(async ({ context, next }) => {
    const deps = orRefuse(await context.enter(context, act));
    return next({ context: { deps } });
  });
}

/** The library behind sign-in reads the network address from a header; it is always the server that wrote this one. */
export const ADDRESS_HEADER = 'x-don-doc-address';

export function askedBy(request: FastifyRequest): Asked {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  headers.set(ADDRESS_HEADER, request.ip);
  return { headers, address: request.ip };
}
