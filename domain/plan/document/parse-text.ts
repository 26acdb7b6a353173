import type { SourceBlock, SourceDocument, SourceRow } from './source.ts';

/**
 * A plain text with tabs between cells, as plans are kept when copied out of Word: consecutive lines with tabs are
 * a table, an empty line ends it (a page break), other lines are paragraphs. Lines and columns count from 1.
 */
export function parseText(text: string): SourceDocument {
  const blocks: SourceBlock[] = [];
  let rows: SourceRow[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ type: 'table', rows });
    rows = [];
  };
  text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n|\r/)
    .forEach((line, at) => {
      const place = { line: at + 1 };
      if (line.trim() === '') endTable();
      else if (line.includes('\t') || rows.length > 0)
        rows.push({
          place,
          cells: line
            .split('\t')
            .map((cell, column) => ({ text: cell, place: { ...place, column: column + 1 } })),
        });
      else blocks.push({ type: 'paragraph', text: line, place });
    });
  endTable();
  return { kind: 'text', blocks };
}
