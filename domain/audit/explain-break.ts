import { type AuditEntry, FIRST_LINK, type Hash } from './audit-entry.ts';
import { hashOfEntry } from './canonical.ts';
import type { ChainBreak, RootFault } from './chain-break.ts';

export type FaultKind = 'altered' | 'missing' | 'reordered' | 'inserted' | 'tail-cut' | 'root';

/** The first broken link of a chain, and what was done to it. */
export interface ChainFault {
  readonly kind: FaultKind;
  readonly seq: number;
  /** The entry at fault; undefined where it is gone. */
  readonly entry: AuditEntry | undefined;
  /** The last of several missing, or the number an entry had before it was moved. */
  readonly toSeq?: number;
  /** Of a root: its day, and what does not agree. */
  readonly day?: string;
  readonly why?: RootFault;
}

/** What else the chain holds, asked only of a broken one. */
export interface Lookup {
  readonly seqOfHash: (hash: string) => number | undefined;
  readonly holdsSeq: (seq: number) => boolean;
}

/** What was done to a chain, told from the traces it leaves. */
export function explainBreak(broken: ChainBreak, lookup: Lookup, hash: Hash): ChainFault {
  switch (broken.at) {
    case 'entry':
      return explainEntry(broken, lookup, hash);
    case 'beyond-head':
      return { kind: 'inserted', seq: broken.entry.seq, entry: broken.entry };
    case 'head': {
      const seq = (broken.last?.seq ?? 0) + 1;
      return { kind: 'tail-cut', seq, entry: undefined, ...toSeq(broken.headSeq) };
    }
    case 'last':
      return { kind: 'altered', seq: broken.last.seq, entry: broken.last };
    case 'root':
      return explainRoot(broken);
  }
}

function toSeq(seq: number | null): { readonly toSeq?: number } {
  return seq === null ? {} : { toSeq: seq };
}

function explainRoot({ root, entry, why }: Extract<ChainBreak, { at: 'root' }>): ChainFault {
  if (why === 'tail') {
    const seq = (entry?.seq ?? 0) + 1;
    return { kind: 'tail-cut', seq, entry: undefined, toSeq: root.lastSeq, day: root.day, why };
  }
  return { kind: 'root', seq: entry?.seq ?? root.lastSeq, entry, day: root.day, why };
}

function explainEntry(
  { expectedSeq, entry, previous, beforePrevious, next }: Extract<ChainBreak, { at: 'entry' }>,
  { seqOfHash, holdsSeq }: Lookup,
  hash: Hash,
): ChainFault {
  const fault = (kind: FaultKind, of: AuditEntry = entry, to?: number): ChainFault => ({
    kind,
    seq: of.seq,
    entry: of,
    ...(to === undefined ? {} : { toSeq: to }),
  });
  if (entry.seq > expectedSeq)
    return holdsSeq(expectedSeq)
      ? fault('reordered')
      : { kind: 'missing', seq: expectedSeq, entry: undefined, toSeq: entry.seq - 1 };
  if (entry.seq < expectedSeq) return fault('inserted');

  const link = previous?.hash ?? FIRST_LINK;
  const seq = findOwnSeq(entry, hash);
  // Its content is as it was written, so the one before it is not the one it was linked to.
  if (seq === entry.seq) return fault('altered', previous ?? entry);
  if (seq !== undefined) {
    if (entry.previousHash === beforePrevious && previous !== undefined && seq === previous.seq)
      return fault('inserted', previous);
    if (seq > entry.seq && seqOfHash(entry.previousHash) === undefined)
      return { kind: 'missing', seq: expectedSeq, entry: undefined, toSeq: seq - 1 };
    return fault('reordered', entry, seq);
  }
  const pushed = next?.previousHash === link && findOwnSeq(next, hash) === entry.seq;
  return fault(pushed ? 'inserted' : 'altered');
}

const NEAR = 1_000;

/** The number under which the entry's hash is right: another than it bears where entries were renumbered. */
function findOwnSeq(entry: AuditEntry, hash: Hash): number | undefined {
  for (let away = 0; away <= NEAR; away++)
    for (const seq of new Set([entry.seq + away, entry.seq - away]))
      if (seq > 0 && hashOfEntry({ ...entry, seq }, hash) === entry.hash) return seq;
  return undefined;
}
