import type { Refusal } from './refusal.ts';

/** What a decision at the domain's edge answers: the value, or the refusals that stand in its way (all at once). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(...refusals: readonly Refusal[]): Result<never> {
  return { ok: false, refusals };
}
