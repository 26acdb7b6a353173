import { fold } from './text.ts';

/** Where the columns of a table are that a person made. */
export interface TableHead<Column extends string> {
  /** Index of the row of headers. */
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
}

/** Words of headers, folded; the first that fits a header decides, so the longer ones stand first. */
export type HeaderWords<Column extends string> = readonly (readonly [RegExp, Column])[];

const ROWS_BEFORE_HEADERS = 15;
/** A sentence above the table is no header. */
const LONGEST_HEADER = 60;

/** The row of headers: the one among the first that names most columns, all those required among them. */
export function findTableHead<Column extends string>(
  grid: readonly (readonly string[])[],
  headers: HeaderWords<Column>,
  required: readonly Column[],
): TableHead<Column> | undefined {
  let best: TableHead<Column> | undefined;
  for (const [row, cells] of grid.slice(0, ROWS_BEFORE_HEADERS).entries()) {
    const columns = columnsOf(cells, headers);
    if (required.every((column) => columns.has(column)) && columns.size > (best?.columns.size ?? 0))
      best = { row, columns };
  }
  return best;
}

function columnsOf<Column extends string>(
  cells: readonly string[],
  headers: HeaderWords<Column>,
): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const words = fold(cell)
      .replace(/[^a-z0-9 ]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const found =
      words.length > LONGEST_HEADER ? undefined : headers.find(([pattern]) => pattern.test(words))?.[1];
    if (found !== undefined && !columns.has(found)) columns.set(found, at);
  }
  return columns;
}
