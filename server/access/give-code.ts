import { isAPIError } from 'better-auth/api';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { recordAccess } from './record-access.ts';
import type { SignInAnswer } from './sign-in.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** The second factor: a code of the authenticator, or one of the recovery codes, which then is spent. */
export async function giveCode(
  deps: SignInDeps,
  asked: Asked,
  { code, kind }: { readonly code: string; readonly kind: 'totp' | 'recovery' },
): Promise<Result<SignInAnswer>> {
  const { api } = deps.authentication;
  const body = { code: code.replace(/\s/g, '') };
  try {
    const { headers, response } =
      kind === 'totp'
        ? await api.verifyTOTP({ body, headers: asked.headers, returnHeaders: true })
        : await api.verifyBackupCode({ body, headers: asked.headers, returnHeaders: true });
    await recordAccess(deps, asked, {
      act: kind === 'totp' ? 'session.begin' : 'session.begin-by-recovery',
      email: response.user.email,
    });
    return accept({ next: 'in', cookies: headers });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return refuse(refusal('code-wrong'));
  }
}
