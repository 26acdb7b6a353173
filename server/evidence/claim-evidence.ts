import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { actorId, actorName, type Deps, inScope } from '../deps.ts';
import { decideAttach } from './decide-attach.ts';
import { findEvidence, hasClaimOfFile, insertClaim } from './evidence.store.ts';
import { findRecord } from './search.store.ts';

/** Shows a document an agency has handed in for one more of its items. */
export function claimEvidence(
  deps: Deps,
  { evidenceId, dueItemId }: { readonly evidenceId: string; readonly dueItemId: string },
): Promise<Result<{ claimId: string }>> {
  return inScope(deps, async (tx) => {
    const held = await findEvidence(tx, evidenceId);
    const record = held === undefined ? undefined : await findRecord(tx, evidenceId);
    if (held === undefined || record === undefined)
      return refuse(refusal('not-found', { what: 'tài liệu này' }));
    const allowed = await decideAttach(tx, deps, { dueItemId });
    if (!allowed.ok) return allowed;
    const { item, deps: by } = allowed.value;
    if (held.agency_id !== item.agency_id)
      return refuse(refusal('evidence-other-agency', { agency: record.agency_name }));
    if (await hasClaimOfFile(tx, item.id, held.sha256))
      return refuse(refusal('evidence-claimed-already', { file: held.name }));
    const claimId = deps.newId();
    await insertClaim(tx, deps.provinceId, {
      id: claimId,
      evidenceId,
      dueItemId,
      personId: actorId(by),
      actor: actorName(by),
      at: deps.now().toString(),
    });
    await appendAudit(tx, by, {
      act: 'evidence.claim',
      subject: { kind: 'due-item', id: item.id, words: item.label },
      after: { file: held.name },
    });
    return accept({ claimId });
  });
}
