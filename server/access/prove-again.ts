import { provedUntil, SESSION_LIMITS } from '#domain/access/session-life.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { askOwnPassword } from './ask-own-password.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { withOwn } from './with-own.ts';

/** Gives the password again, so that dangerous acts may be done for a while. */
export function proveAgain(
  deps: SignInDeps,
  from: Asked,
  password: string,
): Promise<Result<{ provedUntil: string }>> {
  return withOwn(deps, from, async ({ authentication, base }, { address }, own) => {
    const asked = await askOwnPassword(deps, address, own, password);
    if (!asked.ok) return asked;
    const { internalAdapter } = await authentication.$context;
    const now = base.now();
    await internalAdapter.updateSession(own.token, { provedAt: new Date(now.epochMilliseconds) });
    return accept({ provedUntil: provedUntil(now, SESSION_LIMITS).toString() });
  });
}
