import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';
import { type ClaimedRecord, findEvidence, listClaimedItems, lockItem } from './evidence.store.ts';

export interface AttachDecision {
  /** Acting in the post that allows it. */
  readonly deps: Deps;
  readonly item: ClaimedRecord;
}

/**
 * Whether a document may be handed in for an item now; the next version of one changes what every item it is shown
 * for rests on, so none of these may be finished.
 */
export async function decideAttach(
  tx: Tx,
  deps: Deps,
  { dueItemId, evidenceId }: { readonly dueItemId: string; readonly evidenceId?: string | null | undefined },
): Promise<Result<AttachDecision>> {
  const item = await lockItem(tx, dueItemId);
  if (item === undefined) return refuse(refusal('not-found', { what: 'việc này' }));
  const allowed = deps.decide('evidence.attach', { agencyIds: [item.agency_id], state: item.state });
  if (!allowed.ok) return allowed;
  if (item.retired) return refuse(refusal('work-retired'));
  if (evidenceId == null) return accept({ deps: allowed.value, item });
  const evidence = await findEvidence(tx, evidenceId);
  if (evidence === undefined) return refuse(refusal('not-found', { what: 'tài liệu này' }));
  const whose = deps.decide('evidence.attach', { agencyIds: [evidence.agency_id] });
  if (!whose.ok) return whose;
  for (const { state } of await listClaimedItems(tx, evidenceId)) {
    const stands = deps.decide('evidence.attach', { agencyIds: [evidence.agency_id], state });
    if (!stands.ok) return stands;
  }
  return accept({ deps: allowed.value, item });
}
