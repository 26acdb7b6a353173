import type { SourceBlock, SourceDocument, SourceRow } from './source.ts';

/**
 * A plain text with tabs between cells, as plans are kept when copied out of Word or Excel: consecutive lines with
 * tabs are a table, an empty line ends it (a page break), other lines are paragraphs. A cell in quotes may go over
 * several lines. Lines and columns count from 1.
 */
export function parseText(text: string): SourceDocument {
  const blocks: SourceBlock[] = [];
  let rows: SourceRow[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ type: 'table', rows });
    rows = [];
  };
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/);
  for (let at = 0; at < lines.length; at++) {
    const place = { line: at + 1 };
    let line = lines[at] ?? '';
    for (let more = at + 1; opensQuote(line) && more < Math.min(lines.length, at + MOST_LINES); more++) {
      const joined = lines.slice(at, more + 1).join('\n');
      if (countQuotes(joined.slice(line.lastIndexOf('\t'))) % 2 === 1) continue;
      line = joined;
      at = more;
    }
    if (line.trim() === '') endTable();
    else if (line.includes('\t'))
      rows.push({
        place,
        cells: line
          .split('\t')
          .map((cell, column) => ({ text: unquote(cell), place: { ...place, column: column + 1 } })),
      });
    else {
      endTable();
      blocks.push({ type: 'paragraph', text: line, place });
    }
  }
  endTable();
  return { kind: 'text', blocks };
}

/** Longest cell of several lines; a quote that never closes is only a quote. */
const MOST_LINES = 60;

/** True where the last cell opens a quote and does not close it. */
function opensQuote(line: string): boolean {
  const last = line.slice(line.lastIndexOf('\t') + 1);
  return line.includes('\t') && last.startsWith('"') && countQuotes(last) % 2 === 1;
}

function countQuotes(text: string): number {
  return text.split('"').length - 1;
}

/** Quotes around a cell of several lines are the spreadsheet's; others are the document's own words. */
function unquote(cell: string): string {
  return cell.includes('\n') && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;
}
