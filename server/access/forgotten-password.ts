import { sql } from 'kysely';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { judgeChosen } from './judge-chosen.ts';
import { writeReset } from './letters.ts';
import { createLink, findLink, spendLink } from './one-time-link.ts';
import { recordAccess } from './record-access.ts';
import { findWaiting, recordAttempt } from './sign-in-attempts.ts';
import type { SignInDeps } from './sign-in-deps.ts';

const RESET_HOURS = 1;

/** Answered alike whether or not the address has an account, and before any letter is sent. */
export async function forgetPassword(
  deps: SignInDeps,
  asked: Asked,
  email: string,
): Promise<Result<{ done: true }>> {
  const address = email.trim().toLowerCase();
  const attempt = { account: address, address: asked.address, kind: 'reset' } as const;
  const seconds = await findWaiting(deps, attempt);
  if (seconds > 0) return refuse(refusal('sign-in-wait', { seconds }));
  // Each asking counts as one that failed, so that nobody is flooded with letters.
  await recordAttempt(deps, { ...attempt, succeeded: false });
  const context = await deps.authentication.$context;
  const found = await context.internalAdapter.findUserByEmail(address);
  if (found === null) return accept({ done: true });
  const secret = await createLink(deps.authDb, {
    provinceId: deps.base.provinceId,
    kind: 'password-reset',
    about: found.user.id,
    now: deps.base.now(),
    hours: RESET_HOURS,
  });
  await recordAccess(deps, asked, { act: 'password.forget', email: address });
  // Not waited for: how long it takes would tell that the address is known.
  if (deps.publicUrl !== undefined)
    void deps.mailer.send(writeReset(deps.publicUrl, { email: address, name: found.user.name }, secret));
  return accept({ done: true });
}

/** Sets the new password and ends every session; the second factor stays as it was. */
export async function choosePassword(
  deps: SignInDeps,
  asked: Asked,
  { secret, chosen }: { readonly secret: string; readonly chosen: string },
): Promise<Result<{ done: true }>> {
  const now = deps.base.now();
  const link = await findLink(deps.authDb, { secret, kind: 'password-reset', now });
  const context = await deps.authentication.$context;
  const user = link?.about == null ? null : await context.internalAdapter.findUserById(link.about);
  if (user === null) return refuse(refusal('link-spent'));
  const judged = judgeChosen(chosen, user);
  if (!judged.ok) return judged;
  if (!(await spendLink(deps.authDb, { secret, kind: 'password-reset', now })))
    return refuse(refusal('link-spent'));
  await context.internalAdapter.updatePassword(user.id, await context.password.hash(chosen));
  await context.internalAdapter.deleteUserSessions(user.id);
  await sql`update link set used_at = ${now.toString()} where about = ${user.id} and used_at is null`.execute(
    deps.authDb,
  );
  await recordAccess(deps, asked, { act: 'password.choose', email: user.email });
  return accept({ done: true });
}
