import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { inScope, systemDeps, todayOf } from '../deps.ts';
import type { Asked } from '../guard.ts';
import { createAccount } from './create-account.ts';
import { findInvitationById, updateInvitation } from './invitation.store.ts';
import { judgeChosen } from './judge-chosen.ts';
import { findLink, spendLink } from './one-time-link.ts';
import { updatePerson } from './people.store.ts';
import { listPostsOfPerson } from './post.store.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** What a link invites to, while it can be taken up; asked by whoever holds the link, signed in or not. */
export async function findInvitation({ base, authDb }: SignInDeps, secret: string) {
  const now = base.now();
  const link = await findLink(authDb, { secret, kind: 'invitation', now });
  if (link?.about == null) return refuse(refusal('link-spent'));
  const invitationId = link.about;
  return inScope(systemDeps(base), async (tx) => {
    const found = await findInvitationById(tx, invitationId);
    const isOpen =
      found !== undefined &&
      found.acceptedAt === null &&
      found.withdrawnAt === null &&
      found.userId === null &&
      found.disabledAt === null;
    if (!isOpen) return refuse(refusal('link-spent'));
    const today = todayOf(base);
    const posts = (await listPostsOfPerson(tx, found.personId)).filter(
      ({ validTo }) => validTo === null || validTo >= today,
    );
    return accept({
      invitationId,
      personId: found.personId,
      name: found.name,
      email: found.email,
      invitedBy: found.invitedBy,
      expiresAt: found.expiresAt.toISOString(),
      posts: posts.map(({ title, agencyName }) => ({ title, agencyName })),
    });
  });
}

/** Sets the password of an invited person; of two who try with one link, one only. */
export async function acceptInvitation(
  signIn: SignInDeps,
  asked: Asked,
  { secret, chosen }: { readonly secret: string; readonly chosen: string },
): Promise<Result<{ done: true }>> {
  const found = await findInvitation(signIn, secret);
  if (!found.ok) return found;
  const { personId, invitationId, name, email } = found.value;
  const judged = judgeChosen(chosen, { name, email });
  if (!judged.ok) return judged;
  const { base, authDb } = signIn;
  const now = base.now();
  if (!(await spendLink(authDb, { secret, kind: 'invitation', now }))) return refuse(refusal('link-spent'));
  const userId = await createAccount(signIn, { email, name, password: chosen });
  const system = systemDeps(base);
  await inScope(system, async (tx) => {
    await updatePerson(tx, personId, { user_id: userId });
    await updateInvitation(tx, invitationId, { accepted_at: now.toString() });
    const actor = { personId, name, email, posts: [] };
    await appendAudit(
      tx,
      { ...system, acting: { actor, post: null, sessionId: null, address: asked.address } },
      { act: 'invitation.accept', subject: { kind: 'person', id: personId, words: name } },
    );
  });
  return accept({ done: true });
}
