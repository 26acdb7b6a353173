import type { EvidenceDetail, EvidencePreview, EvidenceVersion } from '#contract/evidence.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { SourceBlock } from '#domain/plan/document/source.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { presentEvidence } from './evidence.present.ts';
import { listCorrections } from './evidence.store.ts';
import { findPreview, findRecord, listItemsOf, listVersions } from './search.store.ts';

export function getEvidence(deps: Deps, evidenceId: string): Promise<Result<EvidenceDetail>> {
  return inScope(deps, async (tx) => {
    const record = await findRecord(tx, evidenceId);
    if (record === undefined) return refuse(refusal('not-found', { what: 'tài liệu này' }));
    const corrections = await listCorrections(tx, [evidenceId]);
    return accept({
      evidence: presentEvidence(record, corrections, todayOf(deps)),
      versions: (await listVersions(tx, evidenceId)).map(({ recorded_at, sha256: _, kind, ...version }) => ({
        ...version,
        kind: kind as EvidenceVersion['kind'],
        recordedAt: recorded_at,
      })),
      corrections: corrections.map(({ fact, value, actor, recorded_at }) => ({
        fact,
        value,
        actor,
        recordedAt: recorded_at,
      })),
      claims: (await listItemsOf(tx, [evidenceId])).map((item) => ({
        claimId: item.claim_id,
        dueItemId: item.due_item_id,
        assignmentId: item.assignment_id,
        taskName: item.task_name,
        label: item.label,
        endedAt: item.ended_at,
        reason: item.reason,
      })),
    });
  });
}

/** So much is sent to be shown: more is for the file itself. */
const MOST_SHOWN = 400;
const MOST_ROWS = 500;

/** The words and tables of one version as data, so that nothing of the file itself runs in the page. */
export function getPreview(
  deps: Deps,
  { evidenceId, version }: { readonly evidenceId: string; readonly version: number },
): Promise<Result<EvidencePreview>> {
  return inScope(deps, async (tx) => {
    const held = await findPreview(tx, evidenceId, version);
    if (held === undefined) return refuse(refusal('not-found', { what: 'tài liệu này' }));
    const blocks = (held.blocks ?? []) as readonly SourceBlock[];
    const isCut =
      blocks.length > MOST_SHOWN ||
      blocks.some((block) => block.type === 'table' && block.rows.length > MOST_ROWS);
    return accept({
      kind: held.kind as EvidencePreview['kind'],
      name: held.name,
      reading: (held.reading ?? 'pending') as EvidencePreview['reading'],
      blocks: blocks.slice(0, MOST_SHOWN).map(presentBlock),
      isCut,
    });
  });
}

function presentBlock(block: SourceBlock): EvidencePreview['blocks'][number] {
  if (block.type === 'paragraph') return { type: 'paragraph', text: block.text };
  return {
    type: 'table',
    rows: block.rows.slice(0, MOST_ROWS).map(({ cells }) =>
      cells.map(({ text, colSpan, rowSpan }) => ({
        text,
        ...(colSpan === undefined ? {} : { colSpan }),
        ...(rowSpan === undefined ? {} : { rowSpan }),
      })),
    ),
  };
}
