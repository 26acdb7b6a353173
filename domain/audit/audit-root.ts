import type { AuditEntry, Hash } from './audit-entry.ts';
import { canonicalJson } from './canonical.ts';

/** The seal of one day: what the chain was when the day was over, signed with a key that is not in the database. */
export interface AuditRoot {
  readonly provinceId: string;
  /** A day in Việt Nam. */
  readonly day: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly count: number;
  /** The hash of the last entry of the day, which covers every entry before it. */
  readonly lastHash: string;
  /** The root of the day sealed before; `FIRST_LINK` for the first. */
  readonly previousRoot: string;
  readonly root: string;
  /** Digest of the public key that proves the signature. */
  readonly keyId: string;
  readonly signature: string;
}

export type RootContent = Omit<AuditRoot, 'root' | 'keyId' | 'signature'>;

export function hashOfRoot(
  { provinceId, day, firstSeq, lastSeq, count, lastHash, previousRoot }: RootContent,
  hash: Hash,
): string {
  return hash(canonicalJson({ provinceId, day, firstSeq, lastSeq, count, lastHash, previousRoot }));
}

const ZONE = 'Asia/Ho_Chi_Minh';

/** The day an entry belongs to: that of its being recorded, which never goes back along the chain. */
export function dayOfEntry({ recordedAt }: Pick<AuditEntry, 'recordedAt'>): string {
  return dayInVietnam(Temporal.Instant.from(recordedAt));
}

export function dayInVietnam(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The first instant of the day after: nothing recorded from then on belongs to the day. */
export function endOfDay(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(ZONE).toInstant();
}

/** The first instant of a day. */
export function startOfDay(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant();
}
