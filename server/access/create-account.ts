import type { SignInDeps } from './sign-in-deps.ts';

/** An account to sign in with, for a person who was invited; answers with its id. */
export async function createAccount(
  { authentication }: Pick<SignInDeps, 'authentication'>,
  { email, name, password }: { readonly email: string; readonly name: string; readonly password: string },
): Promise<string> {
  const context = await authentication.$context;
  const user = await context.internalAdapter.createUser(
    { email: email.trim().toLowerCase(), name, emailVerified: true },
    { method: 'email-password' },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(password),
  });
  return user.id;
}
