import { isAPIError } from 'better-auth/api';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Asked } from '../guard.ts';
import { askOwnPassword } from './ask-own-password.ts';
import { recordAccess } from './record-access.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { withOwn } from './with-own.ts';

// Two-step sign-in of one's own account: a key is made, a first code turns it on, the password turns it off.

export function startTotp(deps: SignInDeps, asked: Asked, password: string) {
  return withOwn(deps, asked, async ({ authentication }, { address }, own) => {
    const right = await askOwnPassword(deps, address, own, password);
    if (!right.ok) return right;
    try {
      const begun = await authentication.api.enableTwoFactor({ body: { password }, headers: asked.headers });
      if (!('totpURI' in begun)) throw new Error('no key was made');
      const secret = new URL(begun.totpURI).searchParams.get('secret') ?? '';
      return accept({ uri: begun.totpURI, secret, recoveryCodes: [...begun.backupCodes] });
    } catch (error) {
      if (!isAPIError(error)) throw error;
      return refuse(refusal('password-wrong'));
    }
  });
}

export function confirmTotp(
  deps: SignInDeps,
  asked: Asked,
  code: string,
): Promise<Result<{ cookies: Headers }>> {
  return withOwn(deps, asked, async ({ authentication }, _asked, own) => {
    try {
      const { headers } = await authentication.api.verifyTOTP({
        body: { code: code.replace(/\s/g, '') },
        headers: asked.headers,
        returnHeaders: true,
      });
      await recordAccess(deps, asked, { act: 'second-factor.begin', email: own.actor.email });
      return accept({ cookies: headers });
    } catch (error) {
      if (!isAPIError(error)) throw error;
      return refuse(refusal('code-wrong'));
    }
  });
}

export function endTotp(
  deps: SignInDeps,
  asked: Asked,
  password: string,
): Promise<Result<{ cookies: Headers }>> {
  return withOwn(deps, asked, async ({ authentication }, { address }, own) => {
    const right = await askOwnPassword(deps, address, own, password);
    if (!right.ok) return right;
    try {
      const { headers } = await authentication.api.disableTwoFactor({
        body: { password },
        headers: asked.headers,
        returnHeaders: true,
      });
      await recordAccess(deps, asked, { act: 'second-factor.end', email: own.actor.email });
      return accept({ cookies: headers });
    } catch (error) {
      if (!isAPIError(error)) throw error;
      return refuse(refusal('password-wrong'));
    }
  });
}
