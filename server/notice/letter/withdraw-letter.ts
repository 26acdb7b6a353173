import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { officialNumber } from '#domain/notice/letter/letter-words.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { actorId, actorName, type Deps, inScope } from '../../deps.ts';
import { findLetter, insertWithdrawal, lockRegister } from './letter.store.ts';

/** Takes a letter back. It and its number stay in the register, and it counts no more as an urging. */
export function withdrawLetter(
  deps: Deps,
  { letterId, reason }: { readonly letterId: string; readonly reason: string },
): Promise<Result<{ readonly done: true }>> {
  return inScope(deps, async (tx) => {
    if (reason === '') return refuse(refusal('letter-reason-missing'));
    // Two who take it back at once come one after the other.
    await lockRegister(tx, deps.provinceId, letterId);
    const letter = await findLetter(tx, letterId);
    if (letter === undefined) return refuse(refusal('not-found', { what: 'công văn này' }));
    if (letter.withdrawn) return refuse(refusal('letter-withdrawn'));
    await insertWithdrawal(tx, deps.provinceId, {
      letterId,
      reason,
      personId: actorId(deps),
      actor: actorName(deps),
      recordedAt: deps.now().toString(),
    });
    await appendAudit(tx, deps, {
      act: 'letter.withdraw',
      subject: { kind: 'letter', id: letterId, words: officialNumber(letter.number, letter.symbol) },
      reason,
    });
    return accept({ done: true });
  });
}
