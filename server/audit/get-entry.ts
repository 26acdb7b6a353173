import { FIRST_LINK } from '#domain/audit/audit-entry.ts';
import { hashOfEntry } from '#domain/audit/canonical.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { wholeProvince, withScope } from '../db/executor.ts';
import { type Deps, inScope } from '../deps.ts';
import { presentEntry } from './audit.present.ts';
import { findEntries, listRoots } from './audit.store.ts';
import { sha256 } from './sha256.ts';

/** One entry with what may be seen of its neighbours. Whether its link holds is judged by all there is. */
export async function getEntry(deps: Deps, seq: number) {
  const seen = await inScope(deps, (tx) => findEntries(tx, [seq - 1, seq, seq + 1]));
  const entry = seen.find((one) => one.seq === seq);
  if (entry === undefined) return refuse(refusal('not-found', { what: 'dòng nhật ký này' }));
  const { held, roots } = await withScope(deps.db, wholeProvince(deps.provinceId), async (tx) => ({
    held: await findEntries(tx, [seq - 1, seq + 1]),
    roots: await listRoots(tx),
  }));
  const at = (number: number) => held.find((one) => one.seq === number);
  const shown = (number: number) => {
    const one = seen.find((other) => other.seq === number);
    return one === undefined ? null : presentEntry(one);
  };
  return accept({
    entry: presentEntry(entry),
    previousHash: entry.previousHash,
    previous: shown(seq - 1),
    next: shown(seq + 1),
    link: {
      holds: hashOfEntry(entry, sha256) === entry.hash,
      linked:
        entry.previousHash === (seq === 1 ? FIRST_LINK : at(seq - 1)?.hash) &&
        (at(seq + 1)?.previousHash ?? entry.hash) === entry.hash,
      sealedOn: roots.find(({ firstSeq, lastSeq }) => firstSeq <= seq && seq <= lastSeq)?.day ?? null,
    },
  }) satisfies Result<unknown>;
}
