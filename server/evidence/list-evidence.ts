import type { EvidenceItem, EvidenceOfPart } from '#contract/evidence.ts';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { type ItemRecord, listClaims, listItems } from './claim.store.ts';
import { presentEvidence } from './evidence.present.ts';
import { listCorrections } from './evidence.store.ts';
import type { EvidenceParts } from './evidence-parts.ts';
import { lintClaims } from './lint-claims.ts';

/** What is shown for the due items of a part, with what a reviewer would object to. */
export function listEvidence(
  deps: Deps,
  { mostMegabytes }: Pick<EvidenceParts, 'mostMegabytes'>,
  of: { readonly assignmentId?: string | undefined; readonly dueItemId?: string | undefined },
): Promise<Result<EvidenceOfPart>> {
  return inScope(deps, async (tx) => {
    const records = await listClaims(tx, of);
    const corrections = Map.groupBy(
      await listCorrections(
        tx,
        records.map(({ id }) => id),
      ),
      ({ evidence_id }) => evidence_id,
    );
    const claims = records.map((record) => ({
      record,
      evidence: presentEvidence(record, corrections.get(record.id) ?? [], todayOf(deps)),
    }));
    const findings = await lintClaims(tx, deps, claims);
    return accept({
      maxBytes: mostMegabytes * 1024 * 1024,
      items: (await listItems(tx, of)).map((item) => presentItem(deps, item)),
      claims: claims.map(({ record, evidence }) => ({
        claimId: record.claim_id,
        dueItemId: record.due_item_id,
        label: record.label,
        actor: record.actor,
        claimedAt: record.claimed_at,
        may: {
          withdraw: deps.decide('evidence.withdraw', {
            agencyIds: [record.item_agency_id],
            state: record.state,
          }).ok,
          replace: deps.decide('evidence.attach', { agencyIds: [record.agency_id], state: record.state }).ok,
          correct: deps.decide('evidence.correct', { agencyIds: [record.agency_id] }).ok,
        },
        evidence,
        findings: [...(findings.get(record.claim_id) ?? [])],
      })),
    });
  });
}

function presentItem(deps: Deps, record: ItemRecord): EvidenceItem {
  const may = deps.decide('evidence.attach', { agencyIds: [record.agency_id], state: record.state });
  const [why] = may.ok ? [] : may.refusals;
  return {
    id: record.id,
    assignmentId: record.assignment_id,
    taskName: record.task_name,
    label: record.label,
    agencyId: record.agency_id,
    agencyName: record.agency_name,
    dueOn: record.due_on,
    mayAttach: may.ok,
    why: why === undefined ? null : refusalSentence(why),
  };
}
