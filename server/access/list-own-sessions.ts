import type { OpenSession } from '#contract/session.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { withOwn } from './with-own.ts';

/** Where one is signed in. */
export function listOwnSessions(deps: SignInDeps, asked: Asked): Promise<Result<OpenSession[]>> {
  return withOwn(deps, asked, async ({ authentication }, _asked, own) => {
    const { internalAdapter } = await authentication.$context;
    const sessions = await internalAdapter.listSessions(own.userId);
    return accept(
      sessions.map((session) => {
        const seen = (session as { lastSeenAt?: Date | null }).lastSeenAt ?? session.createdAt;
        return {
          id: session.id,
          current: session.id === own.sessionId,
          createdAt: session.createdAt.toISOString(),
          lastSeenAt: seen.toISOString(),
          address: session.ipAddress ?? null,
          device: session.userAgent ?? null,
        };
      }),
    );
  });
}
