import { type Refusal, refusal } from '../kernel/refusal.ts';
import type { Actor } from './actor.ts';
import { ACTS, type Act, type ActReach, type ActRule } from './acts.ts';
import type { HeldPost } from './post.ts';
import { type AccessRole, ROLE_WORDS } from './role.ts';

/** What an act is done to. Left out, the question is only whether the person may do it to anything at all. */
export interface Subject {
  /** The agencies it belongs to; reaching one of them is enough. */
  readonly agencyIds?: readonly string[];
  /** Whom it is about. */
  readonly personId?: string;
  /** Who made it. */
  readonly authorId?: string | null;
  readonly state?: string;
}

export type AccessDecision =
  | { readonly allowed: true; readonly post: HeldPost; readonly reauthenticate: boolean }
  | { readonly allowed: false; readonly why: Refusal };

/**
 * Whether a person may do an act, and in which of their posts: the first that allows it, their own before those
 * they hold by delegation. Server and screen ask this same function.
 */
export function decideAccess(
  actor: Pick<Actor, 'personId' | 'posts'>,
  act: Act,
  subject: Subject = {},
): AccessDecision {
  const rule: ActRule = ACTS[act];
  const posts = actor.posts
    .filter(({ role }) => rule.roles[role] !== undefined)
    .toSorted((a, b) => Number(a.onBehalfOf !== null) - Number(b.onBehalfOf !== null));
  if (posts.length === 0) return deny('access-role', { act: rule.words, roles: namesOfRoles(rule) });
  const post = posts.find((held) => reaches(held, rule.roles[held.role], actor.personId, subject));
  if (post === undefined) return deny('access-scope', { act: rule.words });
  if (rule.notBy === 'its-author' && subject.authorId === actor.personId)
    return deny('access-own-work', { act: rule.words });
  if (rule.notBy === 'its-subject' && subject.personId === actor.personId)
    return deny('access-oneself', { act: rule.words });
  if (rule.states !== undefined && subject.state !== undefined && !rule.states.includes(subject.state))
    return deny('access-state', { act: rule.words });
  return { allowed: true, post, reauthenticate: rule.reauthenticate === true };
}

function reaches(
  post: HeldPost,
  reach: ActReach | undefined,
  personId: string,
  { agencyIds, personId: about }: Subject,
): boolean {
  if (reach === 'province') return true;
  if (reach === 'self') return about === undefined || about === personId;
  return agencyIds === undefined || agencyIds.some((id) => post.agencyIds.includes(id));
}

function deny(
  code: 'access-role' | 'access-scope' | 'access-own-work' | 'access-oneself' | 'access-state',
  at: Refusal['at'],
): AccessDecision {
  return { allowed: false, why: refusal(code, at) };
}

function namesOfRoles({ roles }: ActRule): string {
  return (Object.keys(roles) as AccessRole[]).map((role) => ROLE_WORDS[role].name).join(', ');
}
