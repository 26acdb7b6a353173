import { createHmac, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Db } from '../db/executor.ts';
import { uuidV7 } from '../deps.ts';
import { ADDRESS_HEADER } from '../guard.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';

/** A provider of OpenID Connect people may sign in with. */
export interface OidcProvider {
  readonly id: string;
  /** As the button says it. */
  readonly name: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

export interface AuthenticationOptions {
  /** Acts as the role of sign-in, which alone reaches its schema. */
  readonly db: Db;
  readonly secret: string;
  /** Where people reach the product, https://…; undefined on a loop-back start. */
  readonly publicUrl: string | undefined;
  readonly oidc: readonly OidcProvider[];
  /** Seconds a session lasts at most, however busy. */
  readonly sessionSeconds: number;
}

export type Authentication = ReturnType<typeof createAuthentication>;

const PREFIX = 'don-doc';
const BASE_PATH = '/api/auth';

/**
 * The library behind sign-in. It is asked through its functions only, so that limits, words and the audit are ours;
 * of its own addresses just the return from an OpenID Connect provider is served.
 */
export function createAuthentication({ db, secret, publicUrl, oidc, sessionSeconds }: AuthenticationOptions) {
  return betterAuth({
    appName: 'Đôn Đốc',
    secret,
    basePath: BASE_PATH,
    baseURL: publicUrl ?? 'http://localhost',
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Waiting times are ours (domain/access/sign-in-delay.ts): the library's count by address alone.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Length is judged with everything else where a password is chosen.
      minPasswordLength: 1,
      maxPasswordLength: 1_024,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        lastSeenAt: { type: 'date', required: false, input: false },
        provedAt: { type: 'date', required: false, input: false },
      },
    },
    account: {
      // Only a person who was invited has an account; a provider opens it where it says the address is verified. None
      // is trusted without saying so: whoever may set their own address there would enter any account here.
      accountLinking: { enabled: true },
      storeStateStrategy: 'database',
    },
    advanced: {
      cookiePrefix: PREFIX,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: publicUrl?.startsWith('https:') === true,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => uuidV7(Temporal.Now.instant()) },
      // Where a request comes from is checked for every act alike (server/http/same-site.ts); this would know one origin.
      disableCSRFCheck: true,
    },
    onAPIError: { errorURL: '/dang-nhap' },
    plugins: [
      twoFactor({ issuer: 'Đôn Đốc', backupCodeOptions: { storeBackupCodes: 'encrypted' } }),
      genericOAuth({
        config: oidc.map(({ id, discoveryUrl, clientId, clientSecret, scopes }) => ({
          providerId: id,
          discoveryUrl,
          clientId,
          clientSecret,
          scopes: [...scopes],
          pkce: true,
          disableSignUp: true,
        })),
      }),
    ],
  });
}

/**
 * The session a cookie names, if the cookie is one of ours: its signature is checked without asking the database, so
 * that limits can count by session and not by an office's one address.
 */
export function findSignedToken(cookies: string | undefined, secret: string): string | undefined {
  const cookie = cookies
    ?.split(/;\s*/)
    .find((one) => new RegExp(`^(__Secure-)?${PREFIX.replace('-', '\\-')}\\.session_token=`).test(one));
  const value = decode(cookie?.slice(cookie.indexOf('=') + 1) ?? '');
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const own = createHmac('sha256', secret).update(token).digest();
  return given.length === own.length && timingSafeEqual(given, own) ? token : undefined;
}

/** Anybody may send a cookie that is no encoding of anything. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
