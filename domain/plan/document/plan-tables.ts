import { clean } from '../../kernel/text.ts';
import { type Columns, findColumns } from './columns.ts';
import { filledCells, type GridRow, layOut, widthOf } from './grid.ts';
import { inferColumns } from './infer-columns.ts';
import { isOtherTable } from './schedule.ts';
import type { Place, SourceDocument, SourceRow } from './source.ts';

// Which tables of a document are its plan. A plan may go over many tables (one a page, one an area, one an annex);
// a letterhead, a signature and a schedule are none.

export interface OutsideText {
  readonly text: string;
  readonly place: Place;
}

export interface PlanTable {
  readonly grid: readonly GridRow[];
  /** Where its own header stands; undefined where it goes on with the columns of the table before. */
  readonly header: { readonly at: number; readonly columns: Columns } | undefined;
  /** Lines between the plan table before and this one. */
  readonly caption: readonly OutsideText[];
}

export interface PlanTables {
  readonly tables: readonly PlanTable[];
  /** Lines above the first plan table. */
  readonly preamble: readonly OutsideText[];
  /** Every line that stands in no plan table. */
  readonly outside: readonly OutsideText[];
  /** True where a table was refused as a schedule or a list of persons. */
  readonly otherTable: boolean;
}

const DEEPEST_HEADER = 40;

export function findPlanTables(source: SourceDocument): PlanTables {
  const seen = source.blocks.map((block) =>
    block.type === 'table' ? look(block.rows) : { text: block.text, place: block.place },
  );
  const strong = seen.some(
    (one) => 'grid' in one && one.header !== undefined && isStrong(one.header.columns),
  );
  const tables: PlanTable[] = [];
  const outside: OutsideText[] = [];
  let preamble: readonly OutsideText[] | undefined;
  let caption: OutsideText[] = [];
  let width = 0;
  const pass = (lines: readonly OutsideText[]) => {
    outside.push(...lines);
    caption.push(...lines);
  };
  const last = seen.findLastIndex((one) => 'grid' in one);
  for (const [at, one] of seen.entries()) {
    if (!('grid' in one)) pass([one]);
    else if (one.other) pass(linesOf(one.grid));
    else {
      const header =
        one.header !== undefined && (!strong || isStrong(one.header.columns)) ? one.header : undefined;
      const goesOn = header === undefined && tables.length > 0 && isContinuation(one.grid, width);
      if (header === undefined && !goesOn) {
        pass(linesOf(one.grid));
        continue;
      }
      const above = header === undefined ? [] : linesOf(one.grid.slice(0, header.at));
      pass(above);
      preamble ??= [...outside];
      tables.push({ grid: one.grid, header, caption });
      caption = [];
      width = widthOf(one.grid);
    }
    if (at === last && tables.length === 0) break;
  }
  const otherTable = seen.some((one) => 'grid' in one && one.other);
  return tables.length === 0 && !otherTable
    ? guess(seen)
    : { tables, preamble: preamble ?? outside, outside, otherTable };
}

interface Looked {
  readonly grid: readonly GridRow[];
  readonly header: PlanTable['header'];
  readonly other: boolean;
}

function look(rows: readonly SourceRow[]): Looked {
  const grid = layOut(rows);
  const other = isOtherTable(grid);
  if (other) return { grid, header: undefined, other };
  for (let at = 0; at < Math.min(grid.length, DEEPEST_HEADER); at++) {
    const columns = findColumns(grid, at);
    if (columns !== undefined) return { grid, header: { at, columns }, other };
  }
  return { grid, header: undefined, other };
}

function isStrong({ roles }: Columns): boolean {
  return roles.includes('leads') || roles.includes('deadline');
}

/** A table without a header goes on with the one before it where it is as wide and is no signature. */
function isContinuation(grid: readonly GridRow[], width: number): boolean {
  return Math.abs(widthOf(grid) - width) <= 1 && width >= 3 && !grid.slice(0, 2).some(isFooter);
}

const FOOTER = /^(nơi nhận|tm\.\s|kt\.\s|tl\.\s|người lập( biểu)?$|thủ trưởng đơn vị$|xác nhận của)/iu;

/** "Nơi nhận", "TM. ỦY BAN NHÂN DÂN": what stands below a plan in a sheet. */
export function isFooter(row: GridRow): boolean {
  return filledCells(row).some(({ text }) => FOOTER.test(clean(text)));
}

export function linesOf(grid: readonly GridRow[]): readonly OutsideText[] {
  return grid.flatMap((row) => filledCells(row).map(({ text, place }) => ({ text, place })));
}

/** No table says by its header that it is a plan: one may say so by its content. */
function guess(seen: readonly (Looked | OutsideText)[]): PlanTables {
  const tables: PlanTable[] = [];
  const outside: OutsideText[] = [];
  let preamble: readonly OutsideText[] | undefined;
  let width = 0;
  for (const one of seen) {
    if (!('grid' in one)) {
      outside.push(one);
      continue;
    }
    const columns = tables.length === 0 ? inferColumns(one.grid) : undefined;
    if (columns !== undefined || (tables.length > 0 && isContinuation(one.grid, width))) {
      preamble ??= [...outside];
      tables.push({ grid: one.grid, header: columns && { at: 0, columns }, caption: [] });
      width = widthOf(one.grid);
    } else outside.push(...linesOf(one.grid));
  }
  return { tables, preamble: preamble ?? outside, outside, otherTable: false };
}
