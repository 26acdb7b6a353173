import type { SignInDeps } from './sign-in-deps.ts';

/**
 * An account to sign in with, for a person who has none yet; answers with its id. One that was made before, when the
 * server was stopped before it was given to the person, is taken up with the new password.
 */
export async function createAccount(
  { authentication }: Pick<SignInDeps, 'authentication'>,
  given: { readonly email: string; readonly name: string; readonly password: string },
): Promise<string> {
  const { internalAdapter, password } = await authentication.$context;
  const email = given.email.trim().toLowerCase();
  const hash = await password.hash(given.password);
  const left = await internalAdapter.findUserByEmail(email);
  const user =
    left?.user ??
    (await internalAdapter.createUser(
      { email, name: given.name, emailVerified: true },
      { method: 'email-password' },
    ));
  if (left !== null && (await internalAdapter.findCredentialAccount(user.id)) !== null)
    await internalAdapter.updatePassword(user.id, hash);
  else
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
  return user.id;
}
