import { type AuditEntry, FIRST_LINK, type Hash } from './audit-entry.ts';
import { type AuditRoot, dayOfEntry, hashOfRoot } from './audit-root.ts';
import { hashOfEntry } from './canonical.ts';
import type { ChainBreak, RootFault } from './chain-break.ts';
import { type ChainFault, explainBreak, type Lookup } from './explain-break.ts';

/** The end of a chain, kept apart from its entries. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the entries of a chain must agree with. */
export interface ChainTruth {
  /** Where to begin; left out, at the first entry. */
  readonly after?: AuditHead;
  /** Null where it is not there: then nobody knows how long the chain is. */
  readonly head: AuditHead | null;
  /** In the order of their days. */
  readonly roots: readonly AuditRoot[];
  readonly hash: Hash;
  readonly isSigned: (root: AuditRoot) => boolean;
}

/** How far a check has come. A chain may be longer than memory, so it is followed entry by entry. */
export interface ChainCheck {
  readonly truth: ChainTruth;
  readonly count: number;
  readonly last: AuditEntry | undefined;
  /** The hash the last entry is linked to. */
  readonly beforeLast: string;
  readonly sealed: number;
  /** An entry that does not follow; the one after it is looked at before judging. */
  readonly suspect: AuditEntry | undefined;
  readonly broken: ChainBreak | undefined;
}

export function beginCheck(truth: ChainTruth): ChainCheck {
  return {
    truth,
    count: 0,
    last: undefined,
    beforeLast: truth.after?.hash ?? FIRST_LINK,
    sealed: 0,
    suspect: undefined,
    broken: undefined,
  };
}

const START: AuditHead = { seq: 0, hash: FIRST_LINK };

/** The check one entry further; once it is broken it stays as it is. */
export function followEntry(check: ChainCheck, entry: AuditEntry): ChainCheck {
  if (check.broken !== undefined) return check;
  if (check.suspect !== undefined) return settle(check, check.suspect, entry);
  const { truth, last } = check;
  const { seq: lastSeq, hash: link } = last ?? truth.after ?? START;
  const seq = lastSeq + 1;
  if (truth.head !== null && entry.seq >= seq && seq > truth.head.seq)
    return { ...check, broken: { at: 'beyond-head', entry } };
  const links =
    entry.seq === seq && entry.previousHash === link && entry.hash === hashOfEntry(entry, truth.hash);
  if (!links) return { ...check, suspect: entry };
  return checkRoots({
    ...check,
    count: check.count + 1,
    last: entry,
    beforeLast: link,
  });
}

/** The check after the last entry: whether the chain ends where its head and its roots say. */
export function endCheck(check: ChainCheck): ChainCheck {
  if (check.broken !== undefined) return check;
  if (check.suspect !== undefined) return settle(check, check.suspect, undefined);
  const { truth, last } = check;
  const { head } = truth;
  const { seq } = last ?? truth.after ?? START;
  if ((head === null && last !== undefined) || (head !== null && head.seq !== seq))
    return { ...check, broken: { at: 'head', last, headSeq: head?.seq ?? null } };
  if (last !== undefined && head?.hash !== last.hash) return { ...check, broken: { at: 'last', last } };
  const root = truth.roots[check.sealed];
  return root === undefined ? check : { ...check, broken: { at: 'root', root, entry: last, why: 'tail' } };
}

/** The whole check of a chain that fits in memory. */
export function verifyChain(
  entries: readonly AuditEntry[],
  truth: ChainTruth,
): { readonly count: number; readonly fault: ChainFault | undefined } {
  const { count, broken } = endCheck(entries.reduce(followEntry, beginCheck(truth)));
  if (broken === undefined) return { count, fault: undefined };
  const lookup: Lookup = {
    seqOfHash: (hash) => entries.find((entry) => entry.hash === hash)?.seq,
    holdsSeq: (seq) => entries.some((entry) => entry.seq === seq),
  };
  return { count, fault: explainBreak(broken, lookup, truth.hash) };
}

function settle(check: ChainCheck, entry: AuditEntry, next: AuditEntry | undefined): ChainCheck {
  const broken: ChainBreak = {
    at: 'entry',
    expectedSeq: (check.last ?? check.truth.after ?? START).seq + 1,
    entry,
    previous: check.last,
    beforePrevious: check.beforeLast,
    next,
  };
  return { ...check, broken };
}

function checkRoots(check: ChainCheck): ChainCheck {
  const { truth, sealed, last } = check;
  const root = truth.roots[sealed];
  if (root === undefined || last === undefined) return check;
  const why = findRootFault(root, truth.roots[sealed - 1], last, truth);
  if (why !== undefined) return { ...check, broken: { at: 'root', root, entry: last, why } };
  return last.seq === root.lastSeq ? { ...check, sealed: sealed + 1 } : check;
}

function findRootFault(
  root: AuditRoot,
  before: AuditRoot | undefined,
  entry: AuditEntry,
  { hash, isSigned }: ChainTruth,
): RootFault | undefined {
  if (entry.seq > root.lastSeq) return 'content';
  if (dayOfEntry(entry) !== root.day) return 'day';
  if (entry.seq < root.lastSeq) return undefined;
  if (root.lastHash !== entry.hash) return 'chain';
  if (root.previousRoot !== (before?.root ?? FIRST_LINK) || root.firstSeq !== (before?.lastSeq ?? 0) + 1)
    return 'previous';
  if (root.count !== root.lastSeq - root.firstSeq + 1 || root.root !== hashOfRoot(root, hash))
    return 'content';
  return isSigned(root) ? undefined : 'signature';
}
