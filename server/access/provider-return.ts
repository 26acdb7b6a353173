import type { FastifyInstance } from 'fastify';
import { askedBy } from '../guard.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Where an OpenID Connect provider sends people back to: the one address of the library that is served. */
export function registerProviderReturn(
  app: FastifyInstance,
  { authentication, oidc, publicUrl }: SignInDeps,
): void {
  if (oidc.length === 0 || publicUrl === undefined) return;
  app.get('/api/auth/callback/:provider', async (request, reply) => {
    const url = new URL(request.url, publicUrl);
    const answer = await authentication.handler(new Request(url, { headers: askedBy(request).headers }));
    for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
    return reply.redirect(ownAddress(answer.headers.get('location'), publicUrl));
  });
}

/** Only ever back to a page of ours: whatever else an answer names is the sign-in page. */
function ownAddress(location: string | null, publicUrl: string): string {
  const target = location === null ? undefined : URL.parse(location, publicUrl);
  if (target == null || target.origin !== new URL(publicUrl).origin) return '/dang-nhap';
  return target.pathname + target.search;
}
