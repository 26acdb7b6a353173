import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal } from '#domain/kernel/refusal.ts';
import { RefusedRequest } from './present-error.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what changes something and comes from another site's page. Browsers say themselves where a request comes
 * from, and no page can make them say otherwise; a request with cookies that says nothing is refused too. Programs
 * without cookies have no session to misuse.
 */
export function registerSameSite(app: FastifyInstance, publicUrl: string | undefined): void {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  app.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method) || !comesFromBrowser(request)) return;
    if (!isFromOwnPage(request, own)) throw new RefusedRequest(refusal('cross-site'));
  });
}

/** Asked without cookies too: signing somebody in to an account of another's choosing needs none. */
function comesFromBrowser({ headers }: FastifyRequest): boolean {
  return [headers.cookie, headers.origin, headers['sec-fetch-site']].some((said) => said !== undefined);
}

function isFromOwnPage({ headers }: FastifyRequest, own: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return site === 'same-origin';
  const hosts = [own, headers.host].filter((host) => host !== undefined);
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
