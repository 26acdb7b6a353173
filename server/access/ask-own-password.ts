import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { SignedInSession } from './find-signed-in.ts';
import { findWaiting, recordAttempt } from './sign-in-attempts.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Guessing at it in a session that was left open waits as guessing at the door does. */
export async function askOwnPassword(
  deps: SignInDeps,
  address: string,
  own: SignedInSession,
  password: string,
): Promise<Result<true>> {
  const attempt = { account: own.actor.email, address, kind: 'password' } as const;
  const seconds = await findWaiting(deps, attempt);
  if (seconds > 0) return refuse(refusal('sign-in-wait', { seconds }));
  const isRight = await isOwnPassword(deps, own, password);
  await recordAttempt(deps, { ...attempt, succeeded: isRight });
  return isRight ? accept(true as const) : refuse(refusal('password-wrong'));
}

async function isOwnPassword(
  { authentication }: SignInDeps,
  own: SignedInSession,
  password: string,
): Promise<boolean> {
  const context = await authentication.$context;
  const credential = await context.internalAdapter.findCredentialAccount(own.userId);
  const hash = credential?.password;
  return hash != null && (await context.password.verify({ hash, password }));
}
