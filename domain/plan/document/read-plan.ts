import { refusal } from '../../kernel/refusal.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { countWords } from './count-words.ts';
import { findFindings } from './find-findings.ts';
import { type JoinedTable, joinTables } from './join-rows.ts';
import { isWorking, type Outlined, outline } from './outline.ts';
import type { PlanReading, PlanRow, RowKind } from './plan-reading.ts';
import { findPlanTables } from './plan-tables.ts';
import { yearOf } from './plan-year.ts';
import { readMeta } from './read-meta.ts';
import { phraseReaders, readRow } from './read-row.ts';
import type { SourceDocument } from './source.ts';

export interface ReadOptions {
  /** ISO date on which agencies and laws must still exist; by default the date of the document. */
  readonly asOf?: string;
  /** Name of the file, for the sentences of refusals. */
  readonly file?: string;
}

/** Reads a document as a plan: every task with its deadline, agencies, products and targets, and no word lost. */
export function readPlan(source: SourceDocument, options: ReadOptions = {}): Result<PlanReading> {
  const file = options.file ?? '';
  if (!source.blocks.some(({ type }) => type === 'table')) return refuse(refusal('no-table', { file }));
  const found = findPlanTables(source);
  if (found.tables.length === 0)
    return refuse(
      refusal('no-plan-table', {
        file,
        problem: found.otherTable ? 'Bảng trong tệp là lịch công tác hoặc danh sách người.' : '',
      }),
    );
  const joined = joinTables(found.tables);
  const plan = readMeta(found.preamble.flatMap(({ text }) => text.split('\n')));
  const rows = readRows(joined, yearOf(plan));
  if (!rows.some(({ kind }) => kind === 'task')) return refuse(refusal('no-rows', { file }));
  const outside = [...found.outside, ...joined.outside].filter(({ text }) => text.trim() !== '');
  return accept({
    plan,
    rows,
    findings: findFindings(rows, { asOf: options.asOf ?? plan.date ?? '' }, plan.title),
    receipt: countWords(source, joined, outside),
    outside,
    ...(source.hiddenSheets === undefined ? {} : { hiddenSheets: source.hiddenSheets }),
  });
}

function readRows(table: JoinedTable, year: number | undefined): readonly PlanRow[] {
  const placed = outline(table.rows);
  const hasChildren = new Set(placed.map(({ parent }) => parent));
  const kinds = placed.map((outlined, at) => kindOf(outlined, hasChildren.has(at)));
  const read = phraseReaders(year);
  const rows: PlanRow[] = [];
  for (const [at, outlined] of placed.entries()) {
    const above = outlined.parent === null ? undefined : rows[outlined.parent];
    rows.push(readRow(outlined, { at, above, kind: kinds[at] ?? 'task', read }));
  }
  return rows;
}

/** A row with rows below it groups them; areas are the outermost groups. */
function kindOf({ row, numbering, parent, name }: Outlined, hasChildren: boolean): RowKind {
  const grand = numbering === 'section' || numbering === 'part' || numbering === 'roman';
  if (isWorking(row)) return hasChildren ? (grand && parent === null ? 'area' : 'heading') : 'task';
  if (hasChildren) return grand || parent === null ? 'area' : 'heading';
  if (grand) return 'area';
  // A heading whose tasks are missing is still no task.
  return numbering === 'none' && (row.merged || name === name.toUpperCase()) ? 'heading' : 'task';
}
