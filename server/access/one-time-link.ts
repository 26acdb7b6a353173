import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/executor.ts';

export type LinkKind = 'setup' | 'invitation' | 'password-reset';

export interface NewLink {
  readonly provinceId: string;
  readonly kind: LinkKind;
  /** The invitation or the account it is for; null for the first administrator. */
  readonly about: string | null;
  readonly now: Temporal.Instant;
  readonly hours: number;
}

/** Makes a link that works once; the secret is answered and kept nowhere. */
export async function createLink(
  authDb: Db,
  { provinceId, kind, about, now, hours }: NewLink,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await sql`insert into link (digest, province_id, kind, about, expires_at, created_at)
    values (${digest(secret)}, ${provinceId}, ${kind}, ${about}, ${now.add({ hours }).toString()}, ${now.toString()})`.execute(
    authDb,
  );
  return secret;
}

/** What a link is for, while it can be used. */
export async function findLink(
  authDb: Db,
  { secret, kind, now }: { readonly secret: string; readonly kind: LinkKind; readonly now: Temporal.Instant },
): Promise<{ readonly about: string | null } | undefined> {
  const { rows } = await sql<{ about: string | null }>`
    select about from link
    where digest = ${digest(secret)} and kind = ${kind} and used_at is null and expires_at > ${now.toString()}`.execute(
    authDb,
  );
  return rows[0];
}

/** Uses a link up: of two who try at once only one is answered true. */
export async function spendLink(
  authDb: Db,
  { secret, kind, now }: { readonly secret: string; readonly kind: LinkKind; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update link set used_at = ${now.toString()}
    where digest = ${digest(secret)} and kind = ${kind} and used_at is null and expires_at > ${now.toString()}`.execute(
    authDb,
  );
  return numAffectedRows === 1n;
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
