import type { AgencyKind } from '../agency.ts';
import type { AgencyLevel } from '../agency-phrase.ts';

/** The paper an event rests on; its parts are null where they are not known. */
export interface Decision {
  readonly number: string | null;
  /** ISO day it was signed. */
  readonly date: string | null;
  readonly title: string | null;
}

export interface AgencyCode {
  /** egov: of the electronic government frame (H37…); gso: of the statistical office. */
  readonly system: 'egov' | 'gso';
  readonly code: string;
}

/** A new agency as its founding says it. */
export interface Founding {
  readonly id: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
  readonly parentId: string | null;
  readonly codes: readonly AgencyCode[];
  /** Groups it belongs to by name, beyond those its level and kind give it. */
  readonly groups: readonly string[];
}

/** Into what an agency passes: one that is already there, or one founded by the same event. */
export type Heir =
  | { readonly kind: 'held'; readonly agencyId: string }
  | { readonly kind: 'founded'; readonly founding: Founding };

interface EventBase {
  readonly id: string;
  readonly decision: Decision;
  readonly source: string;
  readonly confidence: 'A' | 'B' | 'C';
  /** True only where the cited source itself was read. */
  readonly verified: boolean;
}

/** ISO day from which the new state holds; what ends, ends the day before. */
interface Dated {
  readonly effectiveOn: string;
}

/** What happens to agencies on a day. Their whole history is the fold of such events. */
export type AgencyEvent = EventBase &
  (
    | {
        readonly kind: 'establish';
        /** Null for an agency that is older than anything the directory knows of it. */
        readonly effectiveOn: string | null;
        readonly founding: Founding;
      }
    | (Dated & {
        readonly kind: 'rename';
        readonly agencyId: string;
        readonly name: string;
        readonly shortNames: readonly string[];
      })
    | (Dated & { readonly kind: 'move'; readonly agencyId: string; readonly parentId: string | null })
    /** Several become one: a new one, or one of them that goes on; or one passes into another. */
    | (Dated & { readonly kind: 'merge'; readonly agencyIds: readonly string[]; readonly heir: Heir })
    /** One becomes several; it ends unless `goesOn`. */
    | (Dated & {
        readonly kind: 'split';
        readonly agencyId: string;
        readonly heirs: readonly Heir[];
        readonly goesOn: boolean;
      })
    | (Dated & {
        readonly kind: 'abolish';
        readonly agencyId: string;
        readonly successorIds: readonly string[];
      })
    /** A duty passes; neither ends by it. `fromId` is null where it comes from outside the directory. */
    | (Dated & {
        readonly kind: 'transfer';
        readonly fromId: string | null;
        readonly toId: string;
        readonly duty: string;
      })
  );

export type AgencyEventKind = AgencyEvent['kind'];
