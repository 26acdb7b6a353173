import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ProofAsker } from './access/proof-asker.tsx';
import { EvidencePanelHeld } from './evidence-slot.tsx';
import { isOpenToAnybody } from './paths.ts';
import { SENDERS } from './senders.ts';
import { SessionProvider } from './session.tsx';
import { Shell } from './shell.tsx';
import { OutboxProvider } from './task/offline/outbox-context.tsx';
import { Loaded, Loading } from './ui/state.tsx';

const SignInPage = lazy(async () => ({ default: (await import('./access/sign-in-page.tsx')).SignInPage }));

const EvidencePanel = lazy(async () => ({
  default: (await import('./evidence/evidence-panel.tsx')).EvidencePanel,
}));

/** Before every page: the sign-in page stands in its place until somebody is signed in. */
export function Gate() {
  const address = useRouterState({ select: (state) => state.location.pathname });
  if (isOpenToAnybody(address)) return <Outlet />;
  return (
    <SessionProvider>
      {(query) => (
        <Loaded query={query}>
          {(session) =>
            session.signedIn === null ? (
              <Suspense fallback={<Loading />}>
                <SignInPage session={session} />
              </Suspense>
            ) : (
              <OutboxProvider
                key={session.signedIn.personId}
                personId={session.signedIn.personId}
                senders={SENDERS}
              >
                <EvidencePanelHeld value={EvidencePanel}>
                  <Shell />
                </EvidencePanelHeld>
                <ProofAsker />
              </OutboxProvider>
            )
          }
        </Loaded>
      )}
    </SessionProvider>
  );
}
