/** A sign-in that was tried. */
export interface Attempt {
  readonly account: string;
  /** Network address it came from. */
  readonly address: string;
  readonly succeeded: boolean;
  readonly at: Temporal.Instant;
}

interface Limit {
  /** Failures within the window that cost nothing. */
  readonly free: number;
  readonly windowSeconds: number;
  /** Seconds after the first failure beyond the free ones; doubled by each further one. */
  readonly firstSeconds: number;
  readonly mostSeconds: number;
}

/** One person mistyping at one place. */
const OF_PAIR: Limit = { free: 5, windowSeconds: 900, firstSeconds: 15, mostSeconds: 900 };
/** Many places trying one account; those where it signed in before are judged by their own pair only. */
const OF_ACCOUNT: Limit = { free: 20, windowSeconds: 900, firstSeconds: 60, mostSeconds: 900 };
/** One place trying many accounts: an office of hundreds behind one address must fit below it. */
const OF_ADDRESS: Limit = { free: 60, windowSeconds: 900, firstSeconds: 60, mostSeconds: 900 };

/**
 * Seconds to wait before a sign-in is looked at; 0 for none. A whole office shares one address, so an address is
 * slowed only for failing at many different accounts; and whoever tries somebody's account from elsewhere does not
 * lock its owner out of the place they usually sign in from.
 */
export function decideWaiting(
  attempts: readonly Attempt[],
  { account, address }: Pick<Attempt, 'account' | 'address'>,
  now: Temporal.Instant,
): number {
  const ofPair = attempts.filter((one) => one.account === account && one.address === address);
  const isUsualPlace = ofPair.some(({ succeeded }) => succeeded);
  const ofAccount = attempts.filter((one) => one.account === account);
  const ofAddress = attempts.filter((one) => one.address === address && one.account !== account);
  return Math.max(
    waitingFor(failuresSinceSuccess(ofPair), OF_PAIR, now),
    isUsualPlace ? 0 : waitingFor(failures(ofAccount), OF_ACCOUNT, now),
    isUsualPlace ? 0 : waitingFor(firstOfEachAccount(failures(ofAddress)), OF_ADDRESS, now),
  );
}

function waitingFor(failed: readonly Attempt[], limit: Limit, now: Temporal.Instant): number {
  const recent = failed.filter(({ at }) => secondsSince(at, now) < limit.windowSeconds);
  const beyond = recent.length - limit.free;
  if (beyond < 0) return 0;
  const delay = Math.min(limit.mostSeconds, limit.firstSeconds * 2 ** Math.min(beyond, 20));
  const latest = Math.min(...recent.map(({ at }) => secondsSince(at, now)));
  return Math.max(0, Math.ceil(delay - latest));
}

function failures(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.filter(({ succeeded }) => !succeeded);
}

function failuresSinceSuccess(attempts: readonly Attempt[]): readonly Attempt[] {
  const successes = attempts.filter(({ succeeded }) => succeeded).map(({ at }) => at.epochMilliseconds);
  const last = Math.max(0, ...successes);
  return failures(attempts).filter(({ at }) => at.epochMilliseconds > last);
}

/** The latest failure at each account: failing often at one counts once. */
function firstOfEachAccount(failed: readonly Attempt[]): readonly Attempt[] {
  const latest = new Map<string, Attempt>();
  for (const one of failed) {
    const held = latest.get(one.account);
    if (held === undefined || Temporal.Instant.compare(held.at, one.at) < 0) latest.set(one.account, one);
  }
  return [...latest.values()];
}

function secondsSince(at: Temporal.Instant, now: Temporal.Instant): number {
  return (now.epochMilliseconds - at.epochMilliseconds) / 1_000;
}
