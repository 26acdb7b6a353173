import type { ImportRow } from '#contract/plan.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { PlanRow } from '#domain/plan/document/plan-reading.ts';
import { yearOf } from '#domain/plan/document/plan-year.ts';
import { phraseReaders } from '#domain/plan/document/read-row.ts';
import { updateRow } from '#domain/plan/edit/edit-plan.ts';
import type { RowWords } from '#domain/plan/edit/row-words.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope } from '../deps.ts';
import { compareRow, nameRow } from './audit-values.ts';
import { getDraft } from './draft-import.ts';
import { findImport, updateCorrections } from './import.store.ts';
import { presentImportRow } from './plan.present.ts';

/** Sets words of a row of a draft right, or with null takes its corrections back; answers with every row it changed. */
export function correctImport(
  deps: Deps,
  { importId, rowKey, words }: { importId: string; rowKey: string; words: RowWords | null },
): Promise<Result<{ rows: ImportRow[] }>> {
  return inScope(deps, async (tx) => {
    const held = await findImport(tx, importId, { lock: true });
    if (held === undefined) return refuse(refusal('not-found', { what: 'bản nhập này' }));
    if (held.state === 'confirmed') return refuse(refusal('import-already-confirmed'));
    if (held.state === 'undone') return refuse(refusal('import-already-undone'));
    const draft = await getDraft(tx, held);
    if (words !== null) {
      const tried = updateRow(draft.rows, rowKey, words, phraseReaders(yearOf(draft.reading.plan)));
      if (!tried.ok) return tried;
    }
    const corrections =
      words === null
        ? draft.corrections.filter(({ row }) => row !== rowKey)
        : [...draft.corrections, { row: rowKey, words }];
    await updateCorrections(tx, importId, corrections);
    const after = await getDraft(tx, { ...held, corrections: corrections as never });
    const find = (rows: readonly PlanRow[]) => rows.find(({ key }) => key === rowKey);
    await appendAudit(tx, deps, {
      act: 'import.correct',
      subject: { kind: 'import', id: importId, words: nameRow(find(after.rows) ?? find(draft.rows)) },
      ...compareRow(find(draft.rows), find(after.rows)),
    });
    const before = new Map(draft.rows.map((row) => [row.key, JSON.stringify(row)]));
    return accept({
      rows: after.rows
        .filter((row) => row.key === rowKey || before.get(row.key) !== JSON.stringify(row))
        .map((row) => presentImportRow(row, after)),
    });
  });
}
