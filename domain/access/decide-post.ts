import type { Agency } from '../agency/agency.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { formatDay, formatDays } from './format-days.ts';
import { areIncompatible, overlap } from './incompatible-roles.ts';
import type { Post } from './post.ts';
import { ROLE_WORDS } from './role.ts';

export type PostProposal = Omit<Post, 'id' | 'personId'>;

/** What the person would hold at the same time; posts acted in by delegation count. */
export type HeldBeside = Pick<Post, 'agencyId' | 'role' | 'validFrom' | 'validTo'>;

/** Whether a post may be given, with all that stands in its way. `agency` is undefined where there is none such. */
export function decidePost(
  proposal: PostProposal,
  held: readonly HeldBeside[],
  agency: Agency | undefined,
): Result<PostProposal> {
  const { role, title, validFrom, validTo } = proposal;
  const refusals: Refusal[] = [];
  if (title.trim() === '') refusals.push(refusal('post-title-missing'));
  if (agency === undefined) refusals.push(refusal('not-found', { what: 'cơ quan này' }));
  else if (!existsThroughout(agency, proposal))
    refusals.push(refusal('post-agency-away', { agency: agency.name, days: formatDays(agency) }));
  if (validTo !== null && validTo < validFrom) refusals.push(refusal('post-days-reversed'));
  const beside = held.filter((one) => overlap(one, proposal));
  const opposed = beside.find((one) => areIncompatible(role, one.role));
  if (opposed !== undefined)
    refusals.push(
      refusal('post-roles-incompatible', {
        role: ROLE_WORDS[role].name,
        other: ROLE_WORDS[opposed.role].name,
      }),
    );
  if (beside.some((one) => one.agencyId === proposal.agencyId && one.role === role))
    refusals.push(
      refusal('post-held-already', { role: ROLE_WORDS[role].name, agency: agency?.name ?? 'cơ quan này' }),
    );
  return refusals.length === 0 ? accept({ ...proposal, title: title.trim() }) : refuse(...refusals);
}

/** A post without an end outlasts an agency whose last day is known. */
function existsThroughout(agency: Agency, { validFrom, validTo }: PostProposal): boolean {
  const begun = (agency.validFrom ?? '') <= validFrom;
  return begun && (agency.validTo === null || (validTo !== null && validTo <= agency.validTo));
}

/** Ends a post on its last day; the day before it began takes it back as if it never was. */
export function decidePostEnd(post: Post, endsOn: string): Result<{ readonly validTo: string }> {
  if (post.validTo !== null && post.validTo <= endsOn)
    return refuse(refusal('post-ended-already', { day: formatDay(post.validTo) }));
  if (endsOn < dayBefore(post.validFrom))
    return refuse(refusal('post-end-before-start', { day: formatDay(post.validFrom) }));
  return accept({ validTo: endsOn });
}

function dayBefore(iso: string): string {
  return Temporal.PlainDate.from(iso).subtract({ days: 1 }).toString();
}
