import { type Delegation, isInForce, type Post } from '../access/post.ts';
import type { NoticeRecipient } from './notice-rule.ts';

export interface NoticePerson {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
}

/** Somebody to remind: as what, and in whose place. */
export interface Recipient {
  readonly personId: string;
  readonly as: NoticeRecipient;
  /** The agency reminded; whatever it does afterwards counts. */
  readonly agencyId: string;
  readonly onBehalfOf: string | null;
}

export interface Staff {
  readonly people: readonly NoticePerson[];
  readonly posts: readonly Post[];
  readonly delegations: readonly Delegation[];
  readonly today: string;
}

/** Who holds which post today, with those absent replaced by whom they named. */
export function createDirectory({ people, posts, delegations, today }: Staff) {
  const active = new Map(people.filter(({ disabled }) => !disabled).map((person) => [person.id, person]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const stand = new Map<string, string>();
  for (const { postId, toPersonId, validFrom, validTo, revokedOn } of delegations)
    if (isInForce({ validFrom, validTo }, today) && (revokedOn === null || today < revokedOn))
      if (active.has(toPersonId)) stand.set(postId, toPersonId);
  const held = posts.filter((post) => isInForce(post, today));
  const byPlace = Map.groupBy(held, ({ role, agencyId }) => `${role}|${agencyId}`);
  const byRole = Map.groupBy(held, ({ role }) => role);
  const byAgency = Map.groupBy(
    held.filter(({ role }) => role !== 'administrator'),
    ({ agencyId }) => agencyId,
  );
  const byPerson = Map.groupBy(held, ({ personId }) => personId);

  /** Whoever acts in a post today; the holder where nobody able stands in. */
  const inPost = (post: Post, as: NoticeRecipient): readonly Recipient[] => {
    const { agencyId, personId } = post;
    const delegate = stand.get(post.id);
    if (delegate !== undefined)
      return [{ personId: delegate, as, agencyId, onBehalfOf: names.get(personId) ?? null }];
    return active.has(personId) ? [{ personId, as, agencyId, onBehalfOf: null }] : [];
  };
  const inPlace = (role: Post['role'], agencyId: string, as: NoticeRecipient) =>
    (byPlace.get(`${role}|${agencyId}`) ?? []).flatMap((post) => inPost(post, as));

  return {
    ofRole: (role: Post['role'], as: NoticeRecipient) =>
      (byRole.get(role) ?? []).flatMap((post) => inPost(post, as)),
    heads: (agencyId: string, as: NoticeRecipient = 'head') => inPlace('head', agencyId, as),
    /** The named holder; where there is none any more, the officers of the agency, and where it has none its head. */
    holders: (agencyId: string, holderId: string | null, as: NoticeRecipient = 'holder') => {
      const own = (byPerson.get(holderId ?? '') ?? []).filter((post) => post.agencyId === agencyId);
      const named = own.flatMap((post) => inPost(post, as));
      if (named.length > 0) return named;
      const officers = inPlace('officer', agencyId, as);
      if (officers.length > 0) return officers;
      const heads = inPlace('head', agencyId, as);
      // The agency of the owner has neither; whoever works there is told.
      return heads.length > 0 ? heads : (byAgency.get(agencyId) ?? []).flatMap((post) => inPost(post, as));
    },
    person: (personId: string, as: NoticeRecipient): readonly Recipient[] => {
      const [post] = byPerson.get(personId) ?? [];
      if (post !== undefined) return inPost(post, as);
      return [];
    },
  };
}

export type Directory = ReturnType<typeof createDirectory>;
