import { ORPCError } from '@orpc/server';
import { REFUSALS, type Refusal, refusalSentence } from '#domain/kernel/refusal.ts';
import type { Result } from '#domain/kernel/result.ts';

/** The value, or the refusals thrown as the one error of the contract. Inside a transaction this rolls it back. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refused(result.refusals);
}

export function refused(refusals: readonly Refusal[]): ORPCError<'REFUSED', unknown> {
  const [first] = refusals;
  const spoken = presentRefusals(refusals);
  return new ORPCError('REFUSED', {
    status: first === undefined ? 422 : REFUSALS[first.code].status,
    message: spoken[0]?.message ?? '',
    data: { refusals: spoken },
    defined: true,
  });
}

/** Refusals as they cross the wire, each with its sentence. */
export function presentRefusals(refusals: readonly Refusal[]) {
  return refusals.map((one) => ({ code: one.code, message: refusalSentence(one), at: { ...one.at } }));
}
