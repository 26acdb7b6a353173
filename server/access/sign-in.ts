import { isAPIError } from 'better-auth/api';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { recordAccess } from './record-access.ts';
import { findWaiting, recordAttempt } from './sign-in-attempts.ts';
import type { SignInDeps } from './sign-in-deps.ts';

export interface SignInAnswer {
  readonly next: 'in' | 'code';
  readonly cookies: Headers;
}

/**
 * Signs in by password. Whether the address has an account is not told: an unknown one takes as long and is answered
 * in the same words, and so is an account that is locked until its password was right.
 */
export async function signIn(
  deps: SignInDeps,
  asked: Asked,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<SignInAnswer>> {
  const address = email.trim().toLowerCase();
  const attempt = { account: address, address: asked.address, kind: 'password' } as const;
  const seconds = await findWaiting(deps, attempt);
  if (seconds > 0) return refuse(refusal('sign-in-wait', { seconds }));
  const answer = await ask(deps, asked, { email: address, password });
  await recordAttempt(deps, { ...attempt, succeeded: answer !== undefined });
  if (answer === undefined) {
    await recordAccess(deps, asked, { act: 'session.refused', email: address });
    return refuse(refusal('sign-in-wrong'));
  }
  const { response, headers } = answer;
  if ('twoFactorRedirect' in response) return accept({ next: 'code', cookies: headers });
  await recordAccess(deps, asked, { act: 'session.begin', email: address });
  return accept({ next: 'in', cookies: headers });
}

async function ask(
  { authentication }: SignInDeps,
  { headers }: Asked,
  body: { email: string; password: string },
) {
  try {
    return await authentication.api.signInEmail({ body, headers, returnHeaders: true });
  } catch (error) {
    if (isAPIError(error)) return undefined;
    throw error;
  }
}
