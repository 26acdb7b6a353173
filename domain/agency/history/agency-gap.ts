/** Something about the agencies that is not known: listed for somebody to complete, never filled with a guess. */
export interface AgencyGap {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  /** The days it is about, both included; null where unbounded. */
  readonly from: string | null;
  readonly to: string | null;
  readonly agencyIds: readonly string[];
  /** How many agencies are meant, where only their number is known. */
  readonly count: number | null;
  readonly source: string;
}

/** Gaps that touch a day. */
export function gapsOn(gaps: readonly AgencyGap[], day: string): readonly AgencyGap[] {
  return gaps.filter(({ from, to }) => (from ?? '') <= day && (to === null || day <= to));
}
