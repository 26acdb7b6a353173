import type { ProgressProblem, ProgressRow } from '#contract/task/progress-table.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { PROGRESS_COLUMN_WORDS } from '#domain/task/table/progress-columns.ts';
import { type ProgressItem, readProgressTable } from '#domain/task/table/read-progress-table.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import type { ReadTable } from '../../agency/reform/read-table.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { loadProgressItems } from './load-progress-items.ts';

/** Text pasted from a spreadsheet is a table with tabs; it is read like a file of it. */
const PASTED = 'bảng đã dán';

/** What every row of a table would report, beside what stands. Nothing is stored. */
export async function readProgressFile(
  deps: Deps,
  readFile: ReadTable,
  input: { readonly text?: string | undefined; readonly file?: File | undefined },
): Promise<Result<{ rows: ProgressRow[]; problems: ProgressProblem[] }>> {
  const file =
    input.file === undefined
      ? { name: PASTED, bytes: new TextEncoder().encode(input.text ?? '') }
      : { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) };
  if (file.bytes.length === 0) return refuse(refusal('table-empty'));
  const grid = await readFile(file);
  if (!grid.ok) return grid;
  const facts = await inScope(deps, async (tx) => ({
    items: await loadProgressItems(tx, deps),
    directory: await loadDirectory(tx, deps),
    today: todayOf(deps),
  }));
  const table = readProgressTable(grid.value, facts);
  if (!table.ok) return table;
  return accept({
    rows: table.value.rows.map(({ row, item, change, report, changed, warnings }) => ({
      row,
      dueItemId: item.dueItemId,
      seq: item.seq,
      work: `${item.code} ${item.name} (${item.label})`,
      agencyName: item.agencyName,
      dueOn: item.dueOn,
      change,
      changed: [...changed],
      before: standing(item),
      after: standing({ ...item, ...report }),
      ...(change === 'nothing' ? {} : { report }),
      warnings: [...warnings],
    })),
    problems: table.value.problems.map(({ column, ...problem }) => ({
      ...problem,
      column: PROGRESS_COLUMN_WORDS[column],
    })),
  });
}

function standing({
  text,
  amount,
  step,
  blocker,
  nextOn,
}: Pick<ProgressItem, 'text' | 'amount' | 'step' | 'blocker' | 'nextOn'>): ProgressRow['before'] {
  return { text, amount, step, blocker, nextOn };
}
