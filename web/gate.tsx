import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy } from 'react';
import { ProveDialog } from './access/prove-dialog.tsx';
import { SignInPage } from './access/sign-in-page.tsx';
import { EvidencePanelHeld } from './evidence-slot.tsx';
import { pages } from './paths.ts';
import { SENDERS } from './senders.ts';
import { SessionProvider } from './session.tsx';
import { Shell } from './shell.tsx';
import { OutboxProvider } from './task/offline/outbox-context.tsx';
import { Loaded } from './ui/state.tsx';

/** Pages anybody may open with the link they were sent. */
const OPEN: readonly string[] = [pages.setup, pages.forgotten, pages.choosePassword, pages.invitation];

const EvidencePanel = lazy(async () => ({
  default: (await import('./evidence/evidence-panel.tsx')).EvidencePanel,
}));

/** Before every page: the sign-in page stands in its place until somebody is signed in. */
export function Gate() {
  const address = useRouterState({ select: (state) => state.location.pathname });
  if (OPEN.includes(address)) return <Outlet />;
  return (
    <SessionProvider>
      {(query) => (
        <Loaded query={query}>
          {(session) =>
            session.signedIn === null ? (
              <SignInPage session={session} />
            ) : (
              <OutboxProvider
                key={session.signedIn.personId}
                personId={session.signedIn.personId}
                senders={SENDERS}
              >
                <EvidencePanelHeld value={EvidencePanel}>
                  <Shell />
                </EvidencePanelHeld>
                <ProveDialog />
              </OutboxProvider>
            )
          }
        </Loaded>
      )}
    </SessionProvider>
  );
}
