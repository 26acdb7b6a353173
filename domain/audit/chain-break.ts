import type { AuditEntry } from './audit-entry.ts';
import type { AuditRoot } from './audit-root.ts';

/** Where the first link does not hold, before it is known what was done to it. */
export type ChainBreak =
  | {
      readonly at: 'entry';
      readonly expectedSeq: number;
      readonly entry: AuditEntry;
      readonly previous: AuditEntry | undefined;
      readonly beforePrevious: string;
      readonly next: AuditEntry | undefined;
    }
  | { readonly at: 'head'; readonly last: AuditEntry | undefined; readonly headSeq: number | null }
  | { readonly at: 'last'; readonly last: AuditEntry }
  | { readonly at: 'beyond-head'; readonly entry: AuditEntry }
  | {
      readonly at: 'root';
      readonly root: AuditRoot;
      readonly entry: AuditEntry | undefined;
      readonly why: RootFault;
    };

/** What of a day's seal does not agree. */
export type RootFault = 'chain' | 'content' | 'signature' | 'previous' | 'day' | 'tail';
