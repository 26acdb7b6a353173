import type { AgencyLevel } from './agency-phrase.ts';

export type AgencyKind =
  | 'office'
  | 'department'
  | 'board'
  | 'inspectorate'
  | 'unit'
  | 'service-unit'
  | 'vertical'
  | 'party-organ'
  | 'peoples-committee';

/** An organisation between the days it exists; null where the day is not known or has not come. ISO dates, both included. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** What it was called before, and when; left out for one that always had its name. */
  readonly formerNames?: readonly FormerName[];
  /** First day of its present name, where it had others. */
  readonly namedSince?: string | null;
  /** Who took over its duties. */
  readonly successors: readonly string[];
  readonly verified: boolean;
  readonly source: string;
}

export interface FormerName {
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export function existsOn(agency: Agency, day: string): boolean {
  return (agency.validFrom ?? '') <= day && (agency.validTo === null || day <= agency.validTo);
}
