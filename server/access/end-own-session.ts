import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { recordAccess } from './record-access.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { withOwn } from './with-own.ts';

/** Ends one session of one's own, or with null all but the one that asks. */
export function endOwnSession(
  deps: SignInDeps,
  asked: Asked,
  sessionId: string | null,
): Promise<Result<{ done: true }>> {
  return withOwn(deps, asked, async ({ authentication }, _asked, own) => {
    const { internalAdapter } = await authentication.$context;
    const sessions = await internalAdapter.listSessions(own.userId);
    const ended = sessions.filter(({ id }) => (sessionId === null ? id !== own.sessionId : id === sessionId));
    if (sessionId !== null && ended.length === 0) return refuse(refusal('not-found', { what: 'phiên này' }));
    for (const { token } of ended) await internalAdapter.deleteSession(token);
    await recordAccess(deps, asked, { act: 'session.revoke', email: own.actor.email });
    return accept({ done: true as const });
  });
}
