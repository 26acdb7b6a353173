import { type ComponentType, createContext, Suspense, useContext } from 'react';

export interface EvidencePlace {
  readonly assignmentId: string;
  readonly dueItemId?: string;
}

/** The part of the product that keeps evidence, for pages of nouns that may not know of it. */
export const EvidencePanelHeld = createContext<ComponentType<EvidencePlace> | undefined>(undefined);

/** The evidence of a part or of one thing due of it; nothing where no panel is given. */
export function EvidenceSlot(place: EvidencePlace) {
  const Panel = useContext(EvidencePanelHeld);
  return Panel === undefined ? null : (
    <Suspense fallback={null}>
      <Panel {...place} />
    </Suspense>
  );
}
