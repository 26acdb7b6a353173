/** A value as JSON holds it: what stood before an act and after it. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** One accountable act, as it stands in the chain of its province. */
export interface AuditEntry {
  readonly provinceId: string;
  /** One more than the entry before it: the first is 1, and no number is left out. */
  readonly seq: number;
  readonly id: string;
  /** When it was done: an instant of UTC, to the millisecond. */
  readonly occurredAt: string;
  /** When it was written down; never before the entry in front of it. */
  readonly recordedAt: string;
  /** Null where the system acted by itself. */
  readonly personId: string | null;
  readonly personName: string;
  /** The agency acted for, with the name it had then. */
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly role: string | null;
  /** Whose post it is, where the person acted in another's stead. */
  readonly onBehalfOf: string | null;
  readonly onBehalfOfName: string | null;
  /** A digest of the session; the session itself is a secret. */
  readonly session: string | null;
  readonly address: string | null;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectWords: string;
  readonly before: PlainValue;
  readonly after: PlainValue;
  readonly reason: string | null;
  /** The hash of the entry before it; `FIRST_LINK` for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** Digest of a text, in hexadecimal. */
export type Hash = (text: string) => string;

/** What the first entry of a province is linked to. */
export const FIRST_LINK = '0'.repeat(64);
