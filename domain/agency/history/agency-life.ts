import type { AgencyKind } from '../agency.ts';
import type { AgencyLevel } from '../agency-phrase.ts';
import type { AgencyCode } from './agency-event.ts';

/** The days something holds, both included; null where it is not known when it began or it has not ended. */
export interface Span {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface DatedName extends Span {
  readonly name: string;
  readonly shortNames: readonly string[];
}

/** Between two agencies, from a day on, by an event. */
export interface Lineage {
  readonly agencyId: string;
  /** First day of the new state. */
  readonly on: string;
  readonly eventId: string;
  /** True where all of the one passed to the other alone: what can be added up without dividing. */
  readonly whole: boolean;
}

/** Everything the events say of one agency. Dated lists are in order of time, without gaps while it exists. */
export interface AgencyLife extends Span {
  readonly id: string;
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
  readonly names: readonly DatedName[];
  readonly codes: readonly (AgencyCode & Span)[];
  readonly parents: readonly (Span & { readonly parentId: string | null })[];
  readonly groups: readonly (Span & { readonly group: string })[];
  readonly predecessors: readonly Lineage[];
  readonly successors: readonly Lineage[];
  /** Every event that touched it, in order of time. */
  readonly eventIds: readonly string[];
  /** Of its founding: whether the cited source was read, and which it is. */
  readonly verified: boolean;
  readonly source: string;
}

export type AgencyLives = ReadonlyMap<string, AgencyLife>;

export function holdsOn({ validFrom, validTo }: Span, day: string): boolean {
  return (validFrom ?? '') <= day && (validTo === null || day <= validTo);
}

/** What an agency was called on a day: the last name before it, or its first where the day is before its founding. */
export function nameOn({ names }: Pick<AgencyLife, 'names'>, day: string): string {
  const begun = names.filter(({ validFrom }) => (validFrom ?? '') <= day);
  return (begun.at(-1) ?? names[0])?.name ?? '';
}

export function parentOn({ parents }: Pick<AgencyLife, 'parents'>, day: string): string | null {
  return parents.find((span) => holdsOn(span, day))?.parentId ?? null;
}

export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
