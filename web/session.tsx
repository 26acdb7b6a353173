import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Session, SignedIn } from '#contract/session.ts';
import type { Act } from '#domain/access/acts.ts';
import { decideAccess, type Subject } from '#domain/access/decide-access.ts';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import { api, SIGNED_OUT } from './api.ts';

export const sessionQuery = {
  queryKey: ['session'],
  queryFn: () => api.session.get(),
  staleTime: 60_000,
} as const;

const Held = createContext<Session | undefined>(undefined);

/** Who is signed in, for every page below; a session that ends brings the sign-in page in place of the page. */
export function SessionProvider({
  children,
}: {
  readonly children: (session: ReturnType<typeof useQuery<Session>>) => ReactNode;
}) {
  const queries = useQueryClient();
  const query = useQuery<Session>(sessionQuery);
  useEffect(() => {
    const onSignedOut = () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    window.addEventListener(SIGNED_OUT, onSignedOut);
    return () => window.removeEventListener(SIGNED_OUT, onSignedOut);
  }, [queries]);
  return <Held.Provider value={query.data}>{children(query)}</Held.Provider>;
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
