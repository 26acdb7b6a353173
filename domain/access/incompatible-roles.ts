import type { AccessRole } from './role.ts';

/**
 * Separation of duties: roles nobody holds at the same time. Who watches everything does nothing else, and who
 * verifies results has no part in making them.
 */
const INCOMPATIBLE: readonly (readonly [AccessRole, readonly AccessRole[]])[] = [
  ['auditor', ['owner', 'leader', 'head', 'officer', 'verifier', 'inspector', 'administrator']],
  ['verifier', ['head', 'officer']],
];

export function areIncompatible(one: AccessRole, other: AccessRole): boolean {
  return INCOMPATIBLE.some(
    ([role, others]) => (role === one && others.includes(other)) || (role === other && others.includes(one)),
  );
}

interface Days {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether two spells have a day in common; both ends are included, and one turned around has no day at all. */
export function overlap(one: Days, other: Days): boolean {
  const isSpell = ({ validFrom, validTo }: Days) => validTo === null || validFrom <= validTo;
  return (
    isSpell(one) &&
    isSpell(other) &&
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}
