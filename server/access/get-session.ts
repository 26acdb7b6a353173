import type { Session } from '#contract/session.ts';
import { provedUntil, SESSION_LIMITS } from '#domain/access/session-life.ts';
import { todayOf } from '../deps.ts';
import type { Asked } from '../guard.ts';
import { findSignedIn } from './find-signed-in.ts';
import { needsSetup } from './set-up.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Who is signed in, and what a page needs to know before anybody is. */
export async function getSession(deps: SignInDeps, asked: Asked): Promise<Session> {
  const held = await findSignedIn(deps, asked.headers);
  return {
    signedIn:
      held === undefined
        ? null
        : {
            personId: held.actor.personId,
            name: held.actor.name,
            email: held.actor.email,
            posts: held.actor.posts.map((post) => ({ ...post, agencyIds: [...post.agencyIds] })),
            hasSecondFactor: held.hasSecondFactor,
            provedUntil: provedUntil(held.provedAt, SESSION_LIMITS).toString(),
          },
    demo: deps.demo,
    needsSetup: held === undefined && (await needsSetup(deps)),
    today: todayOf(deps.base),
    providers: deps.oidc.map(({ id, name }) => ({ id, name })),
    mail: deps.mailer.isConfigured,
  };
}
