import { type Refusal, refusal } from '../kernel/refusal.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { HeldBeside } from './decide-post.ts';
import { formatDays } from './format-days.ts';
import { areIncompatible, overlap } from './incompatible-roles.ts';
import type { Delegation, Post } from './post.ts';
import { ROLE_WORDS } from './role.ts';

/** Days a post may be acted in by another; a longer absence is a hand-over. */
export const MOST_DELEGATED_DAYS = 90;

export interface DelegationProposal {
  readonly toPersonId: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface DelegationFacts {
  readonly post: Post;
  /** Who gives it: the holder, or an administrator for a holder who cannot. */
  readonly byPersonId: string;
  readonly byAdministrator: boolean;
  /** Of the same post, those taken back left out. */
  readonly others: readonly (Pick<Delegation, 'validFrom' | 'validTo'> & { readonly toName: string })[];
  readonly to: { readonly name: string; readonly disabled: boolean; readonly held: readonly HeldBeside[] };
  readonly today: string;
  readonly mostDays: number;
}

/**
 * Whether another may act in a post for some days. Who acts in a post by delegation does not pass it on, and nobody
 * comes to approve their own work by it.
 */
export function decideDelegation(
  proposal: DelegationProposal,
  facts: DelegationFacts,
): Result<DelegationProposal> {
  const refusals = [
    ...judgeParties(proposal, facts),
    ...judgeDays(proposal, facts),
    ...judgeDuties(proposal, facts),
  ];
  return refusals.length === 0 ? accept(proposal) : refuse(...refusals);
}

function judgeParties(
  { toPersonId }: DelegationProposal,
  { post, byPersonId, byAdministrator, to }: DelegationFacts,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (post.personId !== byPersonId && !byAdministrator) refusals.push(refusal('delegation-chain'));
  if (toPersonId === post.personId || toPersonId === byPersonId)
    refusals.push(refusal('delegation-to-oneself'));
  if (to.disabled) refusals.push(refusal('person-disabled', { name: to.name }));
  return refusals;
}

function judgeDays(
  { validFrom, validTo }: DelegationProposal,
  { post, today, mostDays }: DelegationFacts,
): readonly Refusal[] {
  if (validTo < validFrom) return [refusal('post-days-reversed')];
  const refusals: Refusal[] = [];
  if (validFrom < today) refusals.push(refusal('delegation-past'));
  if (validFrom < post.validFrom || (post.validTo !== null && validTo > post.validTo))
    refusals.push(refusal('delegation-outside-post', { days: formatDays(post) }));
  const days = Temporal.PlainDate.from(validFrom).until(validTo).days + 1;
  if (days > mostDays) refusals.push(refusal('delegation-too-long', { days, most: mostDays }));
  return refusals;
}

function judgeDuties(
  proposal: DelegationProposal,
  { post, others, to }: DelegationFacts,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const same = others.find((one) => overlap(one, proposal));
  if (same !== undefined)
    refusals.push(refusal('delegation-overlap', { name: same.toName, days: formatDays(same) }));
  const opposed = to.held.find((one) => overlap(one, proposal) && areIncompatible(post.role, one.role));
  if (opposed !== undefined)
    refusals.push(
      refusal('post-roles-incompatible', {
        role: ROLE_WORDS[post.role].name,
        other: ROLE_WORDS[opposed.role].name,
      }),
    );
  return refusals;
}

/** Takes a delegation back from a day on; one that is over or taken back stays as it is. */
export function decideRevocation(
  { validTo, revokedOn }: Pick<Delegation, 'validTo' | 'revokedOn'>,
  today: string,
): Result<{ readonly revokedOn: string }> {
  return revokedOn !== null || validTo < today
    ? refuse(refusal('delegation-ended-already'))
    : accept({ revokedOn: today });
}
