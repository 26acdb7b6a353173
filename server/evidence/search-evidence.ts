import type { EvidenceFilter, FoundEvidence } from '#contract/evidence.ts';
import { findExcerpt } from '#domain/evidence/find-excerpt.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { presentEvidence } from './evidence.present.ts';
import { listCorrections } from './evidence.store.ts';
import { listItemsOf, searchRecords } from './search.store.ts';

const PAGE = 20;

export interface FoundPage {
  readonly found: FoundEvidence[];
  readonly total: number;
  readonly nextOffset: number | null;
}

/** Looks in the names, facts and words of documents, without regard to diacritics. */
export function searchEvidence(
  deps: Deps,
  { offset, ...filter }: EvidenceFilter & { readonly offset: number },
): Promise<Result<FoundPage>> {
  return find(deps, filter, { offset, limit: PAGE, withWords: true });
}

/** Many documents at once, without the words they were found by: those of thousands would not be held. */
export function listDocuments(deps: Deps, filter: EvidenceFilter, limit: number): Promise<Result<FoundPage>> {
  return find(deps, filter, { offset: 0, limit, withWords: false });
}

function find(
  deps: Deps,
  filter: EvidenceFilter,
  page: { readonly offset: number; readonly limit: number; readonly withWords: boolean },
): Promise<Result<FoundPage>> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const records = await searchRecords(tx, filter, { ...page, today });
    const ids = records.map(({ id }) => id);
    const corrections = Map.groupBy(await listCorrections(tx, ids), ({ evidence_id }) => evidence_id);
    const items = Map.groupBy(await listItemsOf(tx, ids), ({ evidence_id }) => evidence_id);
    const total = records[0]?.total ?? 0;
    return accept({
      total,
      nextOffset: page.offset + records.length < total ? page.offset + records.length : null,
      found: records.map((record) => ({
        evidence: presentEvidence(record, corrections.get(record.id) ?? [], today),
        excerpt: findExcerpt(record.body ?? '', filter.text ?? '').map((part) => ({ ...part })),
        claims: (items.get(record.id) ?? [])
          .filter(({ ended_at }) => ended_at === null)
          .map(({ due_item_id, assignment_id, task_name, label }) => ({
            dueItemId: due_item_id,
            assignmentId: assignment_id,
            taskName: task_name,
            label,
          })),
      })),
    });
  });
}
