import { lazy, Suspense, useEffect, useState } from 'react';
import { setProofAsker } from '../proof.ts';

const ProveDialog = lazy(async () => ({ default: (await import('./prove-dialog.tsx')).ProveDialog }));

/** Stands ready to ask for the password; most visits never do, and load nothing of the asking. */
export function ProofAsker() {
  const [asked, setAsked] = useState<{ readonly answer: (given: boolean) => void }>();
  useEffect(() => {
    setProofAsker(() => new Promise((answer) => setAsked({ answer })));
    return () => setProofAsker(undefined);
  }, []);
  if (asked === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ProveDialog
        onAnswer={(given) => {
          setAsked(undefined);
          asked.answer(given);
        }}
      />
    </Suspense>
  );
}
