import type { Db } from '../db/executor.ts';
import type { BaseDeps } from '../deps.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Authentication, OidcProvider } from './authentication.ts';

/** What sign-in works with, beside the base. */
export interface SignInDeps {
  readonly base: BaseDeps;
  readonly authentication: Authentication;
  /** Acts as the role of sign-in: one-time links and the sign-ins tried. */
  readonly authDb: Db;
  /** Key of what is derived for this installation only. */
  readonly secret: string;
  readonly oidc: readonly OidcProvider[];
  readonly publicUrl: string | undefined;
  /** Started with --demo: people to try it with may be entered without a password. */
  readonly demo: boolean;
  /** Sends invitations and links for a new password. */
  readonly mailer: Mailer;
}
