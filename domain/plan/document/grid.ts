import type { SourceCell, SourceRow } from './source.ts';

/** A row laid out on the columns of its table; a cell that spans rows or columns stands in each of them. */
export interface GridRow {
  readonly row: SourceRow;
  readonly cells: readonly (GridCell | undefined)[];
}

export interface GridCell {
  readonly cell: SourceCell;
  /** True where the cell began in a row above. */
  readonly hanging: boolean;
}

/** Lays the cells of a table on its columns, spans resolved. */
export function layOut(rows: readonly SourceRow[]): readonly GridRow[] {
  const hanging: ({ cell: SourceCell; rowsLeft: number } | undefined)[] = [];
  return rows.map((row) => {
    const cells: (GridCell | undefined)[] = [];
    let at = 0;
    const fillHanging = () => {
      for (let held = hanging[at]; held !== undefined && held.rowsLeft > 0; held = hanging[at]) {
        held.rowsLeft -= 1;
        cells[at] = { cell: held.cell, hanging: true };
        at += 1;
      }
    };
    for (const cell of row.cells) {
      fillHanging();
      const across = Math.min(MOST_COLUMNS, Math.max(1, cell.colSpan ?? 1));
      const down = Math.max(1, cell.rowSpan ?? 1);
      for (let step = 0; step < across; step++) {
        cells[at] = { cell, hanging: false };
        hanging[at] = down > 1 ? { cell, rowsLeft: down - 1 } : undefined;
        at += 1;
      }
    }
    fillHanging();
    return { row, cells };
  });
}

const MOST_COLUMNS = 256;

export function textsOf(row: GridRow): readonly string[] {
  return row.cells.map((held) => held?.cell.text ?? '');
}

/** Cells that begin in this row and hold words. */
export function filledCells(row: GridRow): readonly SourceCell[] {
  return row.row.cells.filter((cell) => cell.text.trim() !== '');
}

export function widthOf(grid: readonly GridRow[]): number {
  return grid.reduce((most, row) => Math.max(most, row.cells.length), 0);
}
