import { sql } from 'kysely';
import type { Invited } from '#contract/access.ts';
import { actorName, type Deps, inScope } from '../deps.ts';
import { updateInvitation } from './invitation.store.ts';
import { INVITATION_PATH, writeInvitation } from './letters.ts';
import { createLink } from './one-time-link.ts';
import type { SignInDeps } from './sign-in-deps.ts';

export const INVITATION_DAYS = 7;

export interface ToSend {
  readonly invitationId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly { readonly title: string; readonly agencyName: string }[];
}

/**
 * Makes the links of invitations that are stored and sends their letters, a few at a time. Where no letter leaves,
 * the link is answered, to be passed on by hand; once a mail server is away, no more letters are tried.
 */
export async function sendInvitations(
  signIn: SignInDeps,
  deps: Deps,
  invitations: readonly ToSend[],
): Promise<readonly Invited[]> {
  const answers: Invited[] = [];
  const AT_A_TIME = 3;
  for (let at = 0; at < invitations.length; at += AT_A_TIME) {
    const isAway = answers.some(({ mail }) => mail === 'unreachable');
    const some = invitations.slice(at, at + AT_A_TIME);
    answers.push(...(await Promise.all(some.map((one) => sendOne(signIn, deps, one, isAway)))));
  }
  return answers;
}

async function sendOne(
  { authDb, mailer, publicUrl }: SignInDeps,
  deps: Deps,
  { invitationId, personId, name, email, posts }: ToSend,
  isAway: boolean,
): Promise<Invited> {
  const now = deps.now();
  const secret = await createLink(authDb, {
    provinceId: deps.provinceId,
    kind: 'invitation',
    about: invitationId,
    now,
    hours: INVITATION_DAYS * 24,
  });
  const link = `${INVITATION_PATH}#${secret}`;
  if (publicUrl === undefined) return { personId, mail: 'not-configured', link };
  if (isAway) return { personId, mail: 'unreachable', link };
  const answer = await mailer.send(
    writeInvitation(publicUrl, {
      to: { name, email },
      invitedBy: actorName(deps),
      posts,
      days: INVITATION_DAYS,
      secret,
    }),
  );
  if (!answer.sent) return { personId, mail: answer.why, link };
  await inScope(deps, (tx) => updateInvitation(tx, invitationId, { sent_at: now.toString() }));
  return { personId, mail: 'sent', link: null };
}

/** Links of an invitation that no longer counts open nothing. */
export async function endLinksOf({ authDb, base }: SignInDeps, invitationId: string): Promise<void> {
  await sql`update link set used_at = ${base.now().toString()} where about = ${invitationId} and used_at is null`.execute(
    authDb,
  );
}
