import { accept, type Result } from '#domain/kernel/result.ts';
import type { SourceRow } from '#domain/plan/document/source.ts';
import type { Grid, TableRequest } from './read-apart.ts';
import { readSource } from './read-source.ts';

/** The words of every table of a file, one below the other; a cell over several columns or rows is said in each. */
export async function readTableFile({ bytes, fileName }: TableRequest): Promise<Result<Grid>> {
  const source = await readSource(bytes, fileName);
  if (!source.ok) return source;
  return accept(source.value.blocks.flatMap((block) => (block.type === 'table' ? spread(block.rows) : [])));
}

function spread(rows: readonly SourceRow[]): Grid {
  const grid: string[][] = rows.map(() => []);
  for (const [at, { cells }] of rows.entries()) {
    let column = 0;
    for (const { text, colSpan = 1, rowSpan = 1 } of cells) {
      while (grid[at]?.[column] !== undefined) column += 1;
      for (let down = 0; down < rowSpan; down++)
        for (let across = 0; across < colSpan; across++) {
          const row = grid[at + down];
          if (row !== undefined) row[column + across] = text;
        }
      column += colSpan;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''));
}
