import type { SourceDocument } from '#domain/plan/document/source.ts';

/** Every cell's words in order and nothing understood: what reading a plan is measured against. */
export function readCells({ blocks }: SourceDocument): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : [block.text],
  );
}
