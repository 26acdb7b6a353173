import type { ProgressRow } from '#contract/task/progress-table.ts';
import type { api } from '../../api.ts';

export type ReadTable = Awaited<ReturnType<typeof api.progressTable.read>>;

/** Reports of the rows that were chosen, each under an identifier of its own; a conflict goes by what stands now. */
export function reportsOf(rows: readonly ProgressRow[], newId: () => string) {
  return rows.flatMap(({ dueItemId, seq, report }) =>
    report === undefined ? [] : [{ ...report, dueItemId, id: newId(), seen: seq }],
  );
}

/** Cells as a spreadsheet copies them: no cell holds a tab or a line end. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t')).join('\n');
}
