import type { Actor } from '#domain/access/actor.ts';
import { decideSession, SESSION_LIMITS } from '#domain/access/session-life.ts';
import { listSubtree } from '../agency/list-subtree.ts';
import { type Tx, wholeProvince, withScope } from '../db/executor.ts';
import { todayOf } from '../deps.ts';
import { findPersonById, findPersonOfUser, listPostsOf } from './actor.store.ts';
import type { SignInDeps } from './sign-in-deps.ts';

export interface SignedInSession {
  readonly actor: Actor;
  readonly userId: string;
  readonly sessionId: string;
  readonly token: string;
  readonly hasSecondFactor: boolean;
  /** When the password was last given, or the session began. */
  readonly provedAt: Temporal.Instant;
}

const MINUTE_MS = 60_000;

/** Who is signed in by the cookies of a request; undefined where nobody is, or the session has run out. */
export async function findSignedIn(
  { base, authentication, demo }: SignInDeps,
  headers: Headers,
): Promise<SignedInSession | undefined> {
  const held = await authentication.api.getSession({ headers });
  if (held === null) return undefined;
  const { session, user } = held;
  const now = base.now();
  const { internalAdapter } = await authentication.$context;
  const [createdAt, lastSeenAt, provedAt] = [session.createdAt, session.lastSeenAt, session.provedAt].map(
    (date) => (date == null ? undefined : Temporal.Instant.fromEpochMilliseconds(new Date(date).getTime())),
  );
  const began = createdAt ?? now;
  const seen = lastSeenAt ?? began;
  if (!decideSession({ createdAt: began, lastSeenAt: seen }, now, SESSION_LIMITS).alive) {
    await internalAdapter.deleteSession(session.token);
    return undefined;
  }
  // Written once a minute: idling is counted in minutes, and most requests need no write.
  if (Math.abs(now.epochMilliseconds - seen.epochMilliseconds) >= MINUTE_MS)
    await internalAdapter.updateSession(session.token, { lastSeenAt: new Date(now.epochMilliseconds) });
  const found = await findActor(base, user.id);
  if (found === undefined) return undefined;
  const { isDemo, ...actor } = found;
  // The people of a demonstration are entered without a password; a server that is none knows them no more.
  if (isDemo && !demo) return undefined;
  // Nobody knows the password of an invented person.
  const proved = isDemo ? now : (provedAt ?? began);
  return {
    actor,
    userId: user.id,
    sessionId: session.id,
    token: session.token,
    hasSecondFactor: user.twoFactorEnabled === true,
    provedAt: proved,
  };
}

async function findActor(
  base: SignInDeps['base'],
  userId: string,
): Promise<(Actor & { readonly isDemo: boolean }) | undefined> {
  return withScope(base.db, wholeProvince(base.provinceId), async (tx) => {
    const person = await findPersonOfUser(tx, userId);
    if (person === undefined || person.disabled_at !== null) return undefined;
    return { ...(await loadActor(tx, base, person)), isDemo: person.demo };
  });
}

/** Someone who may act although they did not sign in just now, with their posts of today. */
export async function findActorOfPerson(
  { base, demo }: Pick<SignInDeps, 'base' | 'demo'>,
  personId: string,
): Promise<Actor | undefined> {
  return withScope(base.db, wholeProvince(base.provinceId), async (tx) => {
    const person = await findPersonById(tx, personId);
    if (person === undefined || person.disabled_at !== null || (person.demo && !demo)) return undefined;
    return loadActor(tx, base, person);
  });
}

async function loadActor(
  tx: Tx,
  base: SignInDeps['base'],
  person: { readonly id: string; readonly name: string; readonly email: string },
): Promise<Actor> {
  const today = todayOf(base);
  const posts = await listPostsOf(tx, person.id, today);
  const subtrees = await listSubtree(
    tx,
    posts.map((post) => post.agency_id),
    today,
  );
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    posts: posts.map((post) => ({
      postId: post.post_id,
      role: post.role,
      title: post.title,
      agencyId: post.agency_id,
      agencyName: post.agency_name,
      agencyIds: [...(subtrees.get(post.agency_id) ?? [post.agency_id])],
      onBehalfOf: post.holder_id === person.id ? null : { personId: post.holder_id, name: post.holder_name },
    })),
  };
}
