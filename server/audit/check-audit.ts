import type { ChainBreak } from '#domain/audit/chain-break.ts';
import { type ChainFault, explainBreak } from '#domain/audit/explain-break.ts';
import { beginCheck, type ChainTruth, endCheck, followEntry } from '#domain/audit/verify-chain.ts';
import type { Tx } from '../db/executor.ts';
import { findEntries, findSeqOfHash, getChainEnd, readEntries } from './audit.store.ts';
import type { CheckSignature } from './audit-key.ts';
import { sha256 } from './sha256.ts';

export interface AuditCheck {
  /** Entries found whole, up to the first broken link. */
  readonly count: number;
  readonly sealedDays: number;
  readonly lastSealedDay: string | null;
  /** False where no public key was at hand to check the signatures with. */
  readonly signaturesChecked: boolean;
  readonly fault: ChainFault | undefined;
}

/** Checks the whole chain of the transaction's province, as the database holds it. */
export async function checkAudit(tx: Tx, checkSignature: CheckSignature | undefined): Promise<AuditCheck> {
  const { head, upTo, roots } = await getChainEnd(tx);
  const isSigned: ChainTruth['isSigned'] = ({ root, keyId, signature }) =>
    checkSignature?.({ text: root, keyId, signature }) !== false;
  const check = await followChain(tx, { head, roots, hash: sha256, isSigned }, upTo);
  return {
    count: check.count,
    sealedDays: check.sealed,
    lastSealedDay: roots[check.sealed - 1]?.day ?? null,
    signaturesChecked: checkSignature !== undefined,
    fault: check.fault,
  };
}

/** Follows the stored chain from `truth.after` on, to the first broken link or its end. */
export async function followChain(
  tx: Tx,
  truth: ChainTruth,
  upTo: number,
): Promise<{ readonly count: number; readonly sealed: number; readonly fault: ChainFault | undefined }> {
  let check = beginCheck(truth);
  for await (const entries of readEntries(tx, { after: truth.after?.seq ?? 0, upTo })) {
    for (const entry of entries) check = followEntry(check, entry);
    if (check.broken !== undefined) break;
  }
  const { count, sealed, broken } = endCheck(check);
  return { count, sealed, fault: broken === undefined ? undefined : await explain(tx, broken) };
}

async function explain(tx: Tx, broken: ChainBreak): Promise<ChainFault> {
  if (broken.at !== 'entry')
    return explainBreak(broken, { seqOfHash: () => undefined, holdsSeq: () => false }, sha256);
  const linkedTo = await findSeqOfHash(tx, broken.entry.previousHash);
  const held = (await findEntries(tx, [broken.expectedSeq])).length > 0;
  return explainBreak(broken, { seqOfHash: () => linkedTo, holdsSeq: () => held }, sha256);
}
