import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Session, SignedIn } from '#contract/session.ts';
import type { Act } from '#domain/access/acts.ts';
import { decideAccess, type Subject } from '#domain/access/decide-access.ts';
import { SESSION_LIMITS } from '#domain/access/session-life.ts';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import { api, nameActor, SIGNED_OUT } from './api.ts';
import { dayOf } from './i18n/format.ts';
import {
  dropReadsOf,
  dropSignOut,
  findKeptSession,
  isSignOutKept,
  keepSession,
  keepSignOut,
} from './kept.ts';
import { isLineUp, isNoLine, watchLine } from './line.ts';
import { queries } from './queries.ts';

export const sessionQuery = {
  queryKey: ['session'],
  queryFn: loadSession,
  staleTime: 60_000,
} as const;

/** Who is signed in; without a line who was, as long as their session may last. */
async function loadSession(): Promise<Session> {
  try {
    if (await isSignOutKept()) {
      await api.session.signOut();
      await dropSignOut();
    }
    const kept = await findUsableSession();
    // A line that hangs must not keep a person from what is kept.
    const session = await api.session.get(undefined, {
      ...(kept === undefined ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) }),
    });
    takeFor(session);
    await keepSession(session);
    return session;
  } catch (error) {
    const kept = isNoLine(error) ? await findUsableSession() : undefined;
    if (kept === undefined) throw error;
    const isOut = await isSignOutKept();
    // Night falls without a line too.
    const session = { ...kept, signedIn: isOut ? null : kept.signedIn, today: dayOf(new Date()) };
    takeFor(session);
    return session;
  }
}

async function findUsableSession(): Promise<Session | undefined> {
  const kept = await findKeptSession<Session>();
  return kept === undefined || Date.now() - kept.at > SESSION_LIMITS.absolute * 1000 ? undefined : kept.value;
}

let last: string | undefined;

/** Asks who is signed in while the page itself still comes: on a slow line one way there and back less. */
export function askForSession(): void {
  void queries.prefetchQuery(sessionQuery);
}

/** Whatever this window loaded for somebody else goes. */
function takeFor({ signedIn }: Session): void {
  const personId = signedIn?.personId;
  nameActor(personId);
  if (last !== undefined && last !== personId)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  last = personId;
}

const PATIENCE_MS = 8_000;

const Held = createContext<Session | undefined>(undefined);

/** Who is signed in, for every page below; a session that ends brings the sign-in page in place of the page. */
export function SessionProvider({
  children,
}: {
  readonly children: (session: ReturnType<typeof useQuery<Session>>) => ReactNode;
}) {
  const query = useQuery<Session>(sessionQuery);
  useEffect(() => {
    const askAgain = () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    window.addEventListener(SIGNED_OUT, askAgain);
    const unwatchLine = watchLine(() => isLineUp() && askAgain());
    return () => {
      window.removeEventListener(SIGNED_OUT, askAgain);
      unwatchLine();
    };
  }, []);
  return <Held.Provider value={query.data}>{children(query)}</Held.Provider>;
}

/**
 * Signs out, and takes away what the person opened; what they wrote and is not sent waits until they are back.
 * Without a line the server is told as soon as there is one.
 */
export async function signOut(personId: string): Promise<void> {
  await keepSignOut();
  try {
    await api.session.signOut();
    await dropSignOut();
  } catch (error) {
    if (!isNoLine(error)) throw error;
  }
  const kept = await findKeptSession<Session>();
  if (kept !== undefined) await keepSession({ ...kept.value, signedIn: null } satisfies Session);
  // An answer still on its way would be kept after all.
  await queries.cancelQueries();
  await dropReadsOf(personId);
}

export function useSession(): Session {
  const session = useContext(Held);
  if (session === undefined) throw new Error('no session was loaded');
  return session;
}

export function useSignedIn(): SignedIn {
  const { signedIn } = useSession();
  if (signedIn === null) throw new Error('nobody is signed in');
  return signedIn;
}

/**
 * Whether the person may do an act, in the words the server would use where they may not: the same function decides
 * on both sides.
 */
export function useAccess(
  act: Act,
  subject?: Subject,
): { readonly allowed: boolean; readonly why: string | undefined } {
  const { signedIn } = useSession();
  if (signedIn === null) return { allowed: false, why: undefined };
  const decision = decideAccess(signedIn, act, subject);
  return decision.allowed
    ? { allowed: true, why: undefined }
    : { allowed: false, why: refusalSentence(decision.why) };
}
