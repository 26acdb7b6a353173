import type { Invited } from '#contract/access.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { findOpenInvitation, insertInvitations, updateInvitation } from './invitation.store.ts';
import { findPerson } from './people.store.ts';
import { listPostsOfPerson } from './post.store.ts';
import { endLinksOf, INVITATION_DAYS, sendInvitations, type ToSend } from './send-invitations.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** A new invitation in place of one that was lost, ran out or was withdrawn; links of the old one open nothing. */
export async function resendInvitation(
  signIn: SignInDeps,
  deps: Deps,
  personId: string,
): Promise<Result<Invited>> {
  const stored = await inScope(deps, async (tx): Promise<Result<ToSend & { old: string | undefined }>> => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
    if (person.user_id !== null) return refuse(refusal('invitation-accepted-already', { name: person.name }));
    if (person.disabled_at !== null) return refuse(refusal('person-disabled', { name: person.name }));
    const now = deps.now();
    const old = await findOpenInvitation(tx, personId);
    if (old !== undefined) await updateInvitation(tx, old.id, { withdrawn_at: now.toString() });
    const invitationId = deps.newId();
    await insertInvitations(tx, [
      {
        provinceId: deps.provinceId,
        id: invitationId,
        personId,
        invitedBy: deps.acting.actor?.personId ?? null,
        expiresAt: now.add({ hours: INVITATION_DAYS * 24 }),
        now,
      },
    ]);
    await appendAudit(tx, deps, {
      act: 'invitation.resend',
      subject: { kind: 'person', id: personId, words: person.name },
    });
    const today = todayOf(deps);
    const posts = (await listPostsOfPerson(tx, personId)).filter(
      ({ validTo }) => validTo === null || validTo >= today,
    );
    return accept({ old: old?.id, invitationId, personId, name: person.name, email: person.email, posts });
  });
  if (!stored.ok) return stored;
  const { old, ...toSend } = stored.value;
  if (old !== undefined) await endLinksOf(signIn, old);
  const [invited] = await sendInvitations(signIn, deps, [toSend]);
  if (invited === undefined) throw new Error('an invitation went astray');
  return accept(invited);
}

export async function withdrawInvitation(
  signIn: SignInDeps,
  deps: Deps,
  personId: string,
): Promise<Result<{ done: true }>> {
  const withdrawn = await inScope(deps, async (tx): Promise<Result<string>> => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
    if (person.user_id !== null) return refuse(refusal('invitation-accepted-already', { name: person.name }));
    const open = await findOpenInvitation(tx, personId);
    if (open === undefined) return refuse(refusal('invitation-withdrawn'));
    await updateInvitation(tx, open.id, { withdrawn_at: deps.now().toString() });
    await appendAudit(tx, deps, {
      act: 'invitation.withdraw',
      subject: { kind: 'person', id: personId, words: person.name },
    });
    return accept(open.id);
  });
  if (!withdrawn.ok) return withdrawn;
  await endLinksOf(signIn, withdrawn.value);
  return accept({ done: true });
}
