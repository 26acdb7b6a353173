import { accept, type Result } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { askOwnPassword } from './ask-own-password.ts';
import { judgeChosen } from './judge-chosen.ts';
import { recordAccess } from './record-access.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { withOwn } from './with-own.ts';

/** Changes the password; every other session ends. */
export function changePassword(
  deps: SignInDeps,
  asked: Asked,
  { current, chosen }: { readonly current: string; readonly chosen: string },
): Promise<Result<{ done: true }>> {
  return withOwn(deps, asked, async ({ authentication }, _asked, own) => {
    const right = await askOwnPassword(deps, asked.address, own, current);
    if (!right.ok) return right;
    const judged = judgeChosen(chosen, own.actor);
    if (!judged.ok) return judged;
    const context = await authentication.$context;
    await context.internalAdapter.updatePassword(own.userId, await context.password.hash(chosen));
    const sessions = await context.internalAdapter.listSessions(own.userId);
    for (const { id, token } of sessions)
      if (id !== own.sessionId) await context.internalAdapter.deleteSession(token);
    await recordAccess(deps, asked, { act: 'password.change', email: own.actor.email });
    return accept({ done: true as const });
  });
}
