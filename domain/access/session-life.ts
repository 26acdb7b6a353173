/** How long sign-in lasts, in seconds. */
export interface SessionLimits {
  /** Without any request. */
  readonly idle: number;
  /** However busy. */
  readonly absolute: number;
  /** After the password was given, for acts that ask for it again. */
  readonly proof: number;
}

/** ASVS 5.0, 7.3: both limits are to be stated; a working day and its lunch break fit in these. */
export const SESSION_LIMITS: SessionLimits = { idle: 7_200, absolute: 43_200, proof: 600 };

export type SessionDecision =
  | { readonly alive: true }
  | { readonly alive: false; readonly why: 'idle' | 'absolute' };

export function decideSession(
  { createdAt, lastSeenAt }: { readonly createdAt: Temporal.Instant; readonly lastSeenAt: Temporal.Instant },
  now: Temporal.Instant,
  limits: SessionLimits,
): SessionDecision {
  if (secondsBetween(createdAt, now) >= limits.absolute) return { alive: false, why: 'absolute' };
  // A clock put back must not end a session that was just seen.
  const seen = Temporal.Instant.compare(lastSeenAt, createdAt) < 0 ? createdAt : lastSeenAt;
  if (secondsBetween(seen, now) >= limits.idle) return { alive: false, why: 'idle' };
  return { alive: true };
}

/** Until when a proof of the password spares asking for it again. */
export function provedUntil(provedAt: Temporal.Instant, limits: SessionLimits): Temporal.Instant {
  return provedAt.add({ seconds: limits.proof });
}

function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1_000;
}
