import type { AccessRole } from './role.ts';

/** A post (chức vụ) held in an agency from a day to a day, both included. ISO days; null has no end yet. */
export interface Post {
  readonly id: string;
  readonly personId: string;
  readonly agencyId: string;
  /** As it stands on paper: "Chuyên viên", "Phó Giám đốc". */
  readonly title: string;
  readonly role: AccessRole;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The holder of a post lets another act in it while absent. Both days included. */
export interface Delegation {
  readonly id: string;
  readonly postId: string;
  readonly toPersonId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly revokedOn: string | null;
}

/** A post one may act in today: one's own, or another's while a delegation runs. */
export interface HeldPost {
  readonly postId: string;
  readonly role: AccessRole;
  readonly title: string;
  readonly agencyId: string;
  readonly agencyName: string;
  /** Every agency this post reaches: its own and all below it on the day asked. */
  readonly agencyIds: readonly string[];
  /** Whose post it is, where it is not one's own. */
  readonly onBehalfOf: { readonly personId: string; readonly name: string } | null;
}

export function isInForce(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  day: string,
): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
