import { ACTOR_HEADER } from '#contract/actor-header.ts';
import { type Actor, reachOf } from '#domain/access/actor.ts';
import type { Act } from '#domain/access/acts.ts';
import { decideAccess, type Subject } from '#domain/access/decide-access.ts';
import { provedUntil, SESSION_LIMITS } from '#domain/access/session-life.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { BaseDeps, Deps } from '../deps.ts';
import type { Asked } from '../guard.ts';
import { findSignedIn, type SignedInSession } from './find-signed-in.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Lets in whoever may do the act to anything at all; what it is done to is decided in the act, by `deps.decide`. */
export async function enter(signIn: SignInDeps, asked: Asked, act: Act): Promise<Result<Deps>> {
  const signedIn = await findSignedIn(signIn, asked.headers);
  if (signedIn === undefined) return refuse(refusal('sign-in-required'));
  const taken = asked.headers.get(ACTOR_HEADER);
  if (taken !== null && taken !== signedIn.actor.personId) return refuse(refusal('session-of-another'));
  return depsFor(signIn.base, signedIn, asked.address, act);
}

function depsFor(
  base: BaseDeps,
  signedIn: SignedInSession,
  address: string,
  act: Act,
  subject?: Subject,
): Result<Deps> {
  const { actor, sessionId } = signedIn;
  const decision = decideAccess(actor, act, subject);
  if (!decision.allowed) return refuse(decision.why);
  const until = provedUntil(signedIn.provedAt, SESSION_LIMITS);
  if (decision.reauthenticate && Temporal.Instant.compare(until, base.now()) < 0)
    return refuse(refusal('reauthenticate'));
  return accept({
    ...base,
    scope: scopeOf(base.provinceId, actor),
    acting: { actor, post: decision.post, sessionId, address },
    decide: (other, thing) => depsFor(base, signedIn, address, other, thing),
  });
}

function scopeOf(provinceId: string, actor: Actor): Deps['scope'] {
  return { provinceId, ...reachOf(actor), personId: actor.personId };
}
