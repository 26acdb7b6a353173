import type { PlanRow } from '../document/plan-reading.ts';
import type { PhraseReaders } from '../document/read-row.ts';
import { updateRow } from './edit-plan.ts';
import type { RowWords } from './row-words.ts';

/** Words set by hand in place of what was read, before the document became a plan. */
export interface Correction {
  /** Key of the row in the document. */
  readonly row: string;
  readonly words: RowWords;
}

/** The rows as corrected; one that no longer fits (its row is not in this reading) is left out. */
export function applyCorrections(
  rows: readonly PlanRow[],
  corrections: readonly Correction[],
  read: PhraseReaders,
): readonly PlanRow[] {
  return corrections.reduce((held, { row, words }) => {
    const result = updateRow(held, row, words, read);
    return result.ok ? result.value.rows : held;
  }, rows);
}
