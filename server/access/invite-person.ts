import type { Invited } from '#contract/access.ts';
import { decidePost, type PostProposal } from '#domain/access/decide-post.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope } from '../deps.ts';
import { insertInvitations } from './invitation.store.ts';
import { findPersonByEmail, insertPeople } from './people.store.ts';
import { insertPosts } from './post.store.ts';
import { INVITATION_DAYS, sendInvitations, type ToSend } from './send-invitations.ts';
import type { SignInDeps } from './sign-in-deps.ts';

interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly post: PostProposal;
}

/** Invites one person to one post; the letter leaves once all of it is stored. */
export async function invitePerson(
  signIn: SignInDeps,
  deps: Deps,
  { name, email: given, phone, post }: Invitation,
): Promise<Result<Invited>> {
  const email = given.trim().toLowerCase();
  const stored = await inScope(deps, async (tx): Promise<Result<ToSend>> => {
    const agency = (await loadDirectory(tx, deps)).find(({ id }) => id === post.agencyId);
    const decided = decidePost(post, [], agency);
    const taken = await findPersonByEmail(tx, email);
    const refusals = [
      ...(decided.ok ? [] : decided.refusals),
      ...(taken === undefined ? [] : [refusal('email-taken', { email })]),
    ];
    if (!decided.ok || refusals.length > 0) return refuse(...refusals);
    const now = deps.now();
    const personId = deps.newId();
    const invitationId = deps.newId();
    const { provinceId } = deps;
    await insertPeople(tx, [{ provinceId, id: personId, name, email, phone, now }]);
    await insertPosts(tx, [{ provinceId, id: deps.newId(), personId, ...decided.value, now }]);
    await insertInvitations(tx, [
      {
        provinceId,
        id: invitationId,
        personId,
        invitedBy: deps.acting.actor?.personId ?? null,
        expiresAt: now.add({ hours: INVITATION_DAYS * 24 }),
        now,
      },
    ]);
    await appendAudit(tx, deps, {
      act: 'person.invite',
      subject: { kind: 'person', id: personId, words: name },
      after: { name, email, phone, post: decided.value },
    });
    const posts = [{ title: decided.value.title, agencyName: agency?.name ?? '' }];
    return accept({ invitationId, personId, name, email, posts });
  });
  if (!stored.ok) return stored;
  const [invited] = await sendInvitations(signIn, deps, [stored.value]);
  if (invited === undefined) throw new Error('an invitation went astray');
  return accept(invited);
}
