import { isAPIError } from 'better-auth/api';
import type { OpenSession } from '#contract/session.ts';
import { provedUntil, SESSION_LIMITS } from '#domain/access/session-life.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { findSignedIn, type SignedInSession } from './find-signed-in.ts';
import { judgeChosen } from './judge-chosen.ts';
import { recordAccess } from './record-access.ts';
import { findWaiting, recordAttempt } from './sign-in-attempts.ts';
import type { SignInDeps } from './sign-in-deps.ts';

// What people do to their own account: sessions, password, second factor. Each asks the library and puts it on record.

type Own<T> = (deps: SignInDeps, asked: Asked, own: SignedInSession) => Promise<Result<T>>;

export async function withOwn<T>(deps: SignInDeps, asked: Asked, act: Own<T>): Promise<Result<T>> {
  const own = await findSignedIn(deps, asked.headers);
  return own === undefined ? refuse(refusal('sign-in-required')) : act(deps, asked, own);
}

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

export function startTotp(deps: SignInDeps, asked: Asked, password: string) {
  return withOwn(deps, asked, async ({ authentication }, { address }, own) => {
    const right = await askOwnPassword(deps, address, own, password);
    if (!right.ok) return right;
    try {
      const begun = await authentication.api.enableTwoFactor({ body: { password }, headers: asked.headers });
      if (!('totpURI' in begun)) throw new Error('no key was made');
      const secret = new URL(begun.totpURI).searchParams.get('secret') ?? '';
      return accept({ uri: begun.totpURI, secret, recoveryCodes: [...begun.backupCodes] });
    } catch (error) {
      if (!isAPIError(error)) throw error;
      return refuse(refusal('password-wrong'));
    }
  });
}

export function confirmTotp(
  deps: SignInDeps,
  asked: Asked,
  code: string,
): Promise<Result<{ cookies: Headers }>> {
  return withOwn(deps, asked, async ({ authentication }, _asked, own) => {
    try {
      const { headers } = await authentication.api.verifyTOTP({
        body: { code: code.replace(/\s/g, '') },
        headers: asked.headers,
        returnHeaders: true,
      });
      await recordAccess(deps, asked, { act: 'second-factor.begin', email: own.actor.email });
      return accept({ cookies: headers });
    } catch (error) {
      if (!isAPIError(error)) throw error;
      return refuse(refusal('code-wrong'));
    }
  });
}

export function endTotp(
  deps: SignInDeps,
  asked: Asked,
  password: string,
): Promise<Result<{ cookies: Headers }>> {
  return withOwn(deps, asked, async ({ authentication }, { address }, own) => {
    const right = await askOwnPassword(deps, address, own, password);
    if (!right.ok) return right;
    try {
      const { headers } = await authentication.api.disableTwoFactor({
        body: { password },
        headers: asked.headers,
        returnHeaders: true,
      });
      await recordAccess(deps, asked, { act: 'second-factor.end', email: own.actor.email });
      return accept({ cookies: headers });
    } catch (error) {
      if (!isAPIError(error)) throw error;
      return refuse(refusal('password-wrong'));
    }
  });
}

/** Guessing at it in a session that was left open waits as guessing at the door does. */
async function askOwnPassword(
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
