import { refusal } from '#domain/kernel/refusal.ts';
import { type Result, refuse } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { findSignedIn, type SignedInSession } from './find-signed-in.ts';
import type { SignInDeps } from './sign-in-deps.ts';

type Own<T> = (deps: SignInDeps, asked: Asked, own: SignedInSession) => Promise<Result<T>>;

/** An act on one's own account: needs a session and no post. */
export async function withOwn<T>(deps: SignInDeps, asked: Asked, act: Own<T>): Promise<Result<T>> {
  const own = await findSignedIn(deps, asked.headers);
  return own === undefined ? refuse(refusal('sign-in-required')) : act(deps, asked, own);
}
