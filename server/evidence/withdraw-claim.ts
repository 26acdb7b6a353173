import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { actorId, actorName, type Deps, inScope } from '../deps.ts';
import { endClaim, findEvidence, lockClaim, lockItem } from './evidence.store.ts';

/** Takes a document back from an item. The file, its versions and that it was shown stay. */
export function withdrawClaim(
  deps: Deps,
  { claimId, reason }: { readonly claimId: string; readonly reason: string },
): Promise<Result<{ done: true }>> {
  return inScope(deps, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const item = claim === undefined ? undefined : await lockItem(tx, claim.due_item_id);
    const held = claim === undefined ? undefined : await findEvidence(tx, claim.evidence_id);
    if (claim === undefined || item === undefined || held === undefined)
      return refuse(refusal('not-found', { what: 'tài liệu này' }));
    const allowed = deps.decide('evidence.withdraw', { agencyIds: [item.agency_id], state: item.state });
    if (!allowed.ok) return allowed;
    if (claim.ended_at !== null) return refuse(refusal('evidence-withdrawn-already'));
    await endClaim(tx, {
      id: claimId,
      dueItemId: item.id,
      reason,
      personId: actorId(allowed.value),
      actor: actorName(allowed.value),
      at: deps.now().toString(),
    });
    await appendAudit(tx, allowed.value, {
      act: 'evidence.withdraw',
      subject: { kind: 'evidence', id: held.id, words: held.name },
      before: { dueItemId: item.id },
      reason,
    });
    return accept({ done: true as const });
  });
}
