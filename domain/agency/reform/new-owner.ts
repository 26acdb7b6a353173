import type { EndedAgency, ReformEffects } from './reform-effects.ts';

/** Who goes on with something an ended agency had: another agency, or nobody. */
export type NewOwner = { readonly kind: 'agency'; readonly agencyId: string } | { readonly kind: 'closed' };

/** What was chosen for a reform: for everything of an ended agency, and otherwise for single things. */
export interface OwnerChoices {
  readonly byAgency: Readonly<Record<string, NewOwner>>;
  /** Keys as `itemKey` makes them. */
  readonly byItem: Readonly<Record<string, NewOwner>>;
}

export const NO_CHOICES: OwnerChoices = { byAgency: {}, byItem: {} };

export function itemKey(mover: string, itemId: string): string {
  return `${mover}:${itemId}`;
}

/**
 * Who would go on without anybody choosing: the one heir there is. Several heirs are never chosen between, nor is
 * something closed unasked.
 */
export function proposeOwner({ heirIds }: Pick<EndedAgency, 'heirIds'>): NewOwner | null {
  const [only] = heirIds;
  return heirIds.length === 1 && only !== undefined ? { kind: 'agency', agencyId: only } : null;
}

/** Who goes on with one thing: as chosen for it, else for its agency, else as proposed; null where a choice is missing. */
export function ownerOf(
  { ended }: Pick<ReformEffects, 'ended'>,
  choices: OwnerChoices,
  item: { readonly mover: string; readonly id: string; readonly agencyId: string },
): NewOwner | null {
  const own = choices.byItem[itemKey(item.mover, item.id)] ?? choices.byAgency[item.agencyId];
  if (own !== undefined) return own;
  const agency = ended.find(({ agencyId }) => agencyId === item.agencyId);
  return agency === undefined ? null : proposeOwner(agency);
}
