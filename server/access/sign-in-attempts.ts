import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Attempt, decideWaiting } from '#domain/access/sign-in-delay.ts';
import type { SignInDeps } from './sign-in-deps.ts';

interface Tried {
  readonly account: string;
  readonly address: string;
  readonly kind: 'password' | 'code' | 'reset';
}

/** Seconds to wait before the next try is looked at; 0 where it may be made now. */
export async function findWaiting(
  { authDb, base }: SignInDeps,
  { account, address, kind }: Tried,
): Promise<number> {
  const now = base.now();
  const { rows } = await sql<{ account: string; address: string; succeeded: boolean; occurred_at: Date }>`
    select account, address, succeeded, occurred_at from attempt
    where kind = ${kind} and occurred_at > ${now.subtract({ hours: 1 }).toString()}
      and (account = ${digest(account)} or address = ${address})
    order by occurred_at desc limit 2000`.execute(authDb);
  const attempts: Attempt[] = rows.map((row) => ({
    account: row.account,
    address: row.address,
    succeeded: row.succeeded,
    at: Temporal.Instant.fromEpochMilliseconds(row.occurred_at.getTime()),
  }));
  return decideWaiting(attempts, { account: digest(account), address }, now);
}

export async function recordAttempt(
  { authDb, base }: SignInDeps,
  { account, address, kind, succeeded }: Tried & { readonly succeeded: boolean },
): Promise<void> {
  const now = base.now();
  await sql`insert into attempt (id, account, address, kind, succeeded, occurred_at)
    values (${base.newId()}, ${digest(account)}, ${address}, ${kind}, ${succeeded}, ${now.toString()})`.execute(
    authDb,
  );
  await sql`delete from attempt where occurred_at < ${now.subtract({ hours: 24 }).toString()}`.execute(
    authDb,
  );
}

/** Addresses of accounts are compared, never read, so only their digest is kept. */
function digest(account: string): string {
  return createHash('sha256').update(account).digest('hex');
}
