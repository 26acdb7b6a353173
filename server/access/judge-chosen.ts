import { dictionary } from '@zxcvbn-ts/language-common';
import { judgePassword } from '#domain/access/judge-password.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';

const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(String));

/** Whether a person may take the password they chose. */
export function judgeChosen(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): Result<void> {
  const refusals = judgePassword(password, { common: COMMON, known: [name, email] });
  return refusals.length === 0 ? accept(undefined) : refuse(...refusals);
}
