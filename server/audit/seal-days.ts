import { FIRST_LINK } from '#domain/audit/audit-entry.ts';
import {
  type AuditRoot,
  dayInVietnam,
  dayOfEntry,
  hashOfRoot,
  type RootContent,
} from '#domain/audit/audit-root.ts';
import { describeFault } from '#domain/audit/chain-words.ts';
import type { ChainFault } from '#domain/audit/explain-break.ts';
import { type Tx, wholeProvince, withScope } from '../db/executor.ts';
import type { BaseDeps } from '../deps.ts';
import { insertRoot, listRoots, lockHead, readEntries } from './audit.store.ts';
import type { AuditKey } from './audit-key.ts';
import { followChain } from './check-audit.ts';
import { sha256 } from './sha256.ts';

export interface SealDeps extends Pick<BaseDeps, 'db' | 'provinceId' | 'now'> {
  readonly auditKey: AuditKey;
}

export interface Sealed {
  readonly roots: readonly AuditRoot[];
  /** A chain that is broken is not sealed: a signature would make the forgery look right. */
  readonly fault?: ChainFault;
}

/** Seals every day that is over, has entries and is not sealed yet; sealing again changes nothing. */
export function sealDays(deps: SealDeps): Promise<Sealed> {
  return withScope(deps.db, wholeProvince(deps.provinceId), async (tx) => {
    // Locked, so that no act still under way ends up in a day already sealed.
    const head = await lockHead(tx, deps.provinceId, deps.now());
    const sealed = (await listRoots(tx)).at(-1);
    const after = { seq: sealed?.lastSeq ?? 0, hash: sealed?.lastHash ?? FIRST_LINK };
    const days = await findFinishedDays(tx, deps, after.seq);
    if (days.length === 0) return { roots: [] };
    const truth = { after, head, roots: [], hash: sha256, isSigned: () => true };
    const { fault } = await followChain(tx, truth, Number.MAX_SAFE_INTEGER);
    if (fault !== undefined) return { roots: [], fault };
    const roots: AuditRoot[] = [];
    for (const day of days) {
      const previousRoot = (roots.at(-1) ?? sealed)?.root ?? FIRST_LINK;
      const root = signRoot({ ...day, previousRoot }, deps.auditKey);
      await insertRoot(tx, root, deps.now());
      roots.push(root);
    }
    return { roots };
  });
}

/** For whoever watches over the server, which runs on: reading must stay possible. */
export function describeSealing({ fault }: Sealed): string | undefined {
  return fault === undefined
    ? undefined
    : `Nhật ký không còn nguyên vẹn nên chưa niêm phong. ${describeFault(fault)} / The audit was tampered with and is not sealed.`;
}

function signRoot(content: RootContent, key: AuditKey): AuditRoot {
  const root = hashOfRoot(content, sha256);
  return { ...content, root, keyId: key.keyId, signature: key.sign(root) };
}

async function findFinishedDays(
  tx: Tx,
  { provinceId, now }: SealDeps,
  after: number,
): Promise<readonly Omit<RootContent, 'previousRoot'>[]> {
  const today = dayInVietnam(now());
  const days: Omit<RootContent, 'previousRoot'>[] = [];
  for await (const entries of readEntries(tx, { after, upTo: Number.MAX_SAFE_INTEGER }))
    for (const entry of entries) {
      const day = dayOfEntry(entry);
      if (day >= today) return days;
      const open = days.at(-1)?.day === day ? days.pop() : undefined;
      const { firstSeq, count } = open ?? { firstSeq: entry.seq, count: 0 };
      days.push({ provinceId, day, firstSeq, lastSeq: entry.seq, count: count + 1, lastHash: entry.hash });
    }
  return days;
}
