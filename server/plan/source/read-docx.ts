import type {
  Place,
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceRow,
} from '#domain/plan/document/source.ts';
import { ListNumbering } from './list-numbering.ts';
import type { Zip } from './read-zip.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { isOn, readParagraphText } from './word-text.ts';
import { childOf, childrenOf, readXml, type XmlElement, XmlElements } from './xml-elements.ts';

const PAGE_OF_RELATIONSHIPS = /^(.*\/)?([^/]+)$/;
/** Wrappers that only hold other content: content controls, insertions, custom XML, moves. */
const WRAPPERS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'mc:AlternateContent',
  'mc:Choice',
]);

/** The body of a Word document in reading order; headers, footers and comments are no part of a plan. */
export function readDocx(zip: Zip, main: string): SourceDocument {
  const document = zip.find(main);
  if (document === undefined) throw new UnreadableFile('file-damaged');
  const [, folder = ''] = PAGE_OF_RELATIONSHIPS.exec(main) ?? [];
  const [numbering, styles] = ['numbering.xml', 'styles.xml'].map((name) => {
    const part = zip.find(folder + name);
    return part === undefined ? undefined : readXml(part);
  });
  const body = new WordBody(new ListNumbering(numbering, styles));
  const xml = new XmlElements(document);
  for (const root of xml.children()) {
    if (root.name !== 'w:document') throw new UnreadableFile('file-damaged');
    for (const part of xml.children()) {
      if (part.name === 'w:body') body.readStream(xml);
    }
  }
  return { kind: 'docx', blocks: body.blocks };
}

interface OpenCell {
  readonly lines: string[];
  readonly place: Place;
  readonly colSpan: number;
  rowSpan: number;
}

interface OpenTable {
  readonly number: number;
  readonly rows: { cells: OpenCell[]; place: Place }[];
  /** The cell that reaches down into each grid column, for vertical merges. */
  readonly reaching: Map<number, OpenCell>;
  /** Tables within its cells that are tables in their own right; they follow it. */
  readonly inner: XmlElement[];
}

class WordBody {
  readonly blocks: SourceBlock[] = [];
  readonly #numbering: ListNumbering;
  #tables = 0;
  #pending = '';

  constructor(numbering: ListNumbering) {
    this.#numbering = numbering;
  }

  /** Takes the body apart while it is read: paragraphs whole, tables row by row. */
  readStream(xml: XmlElements): void {
    for (const element of xml.children()) {
      if (element.name === 'w:tbl') this.#readTableStream(xml);
      else if (element.name === 'w:p') this.#addParagraph(xml.take(element));
      else if (WRAPPERS.has(element.name)) this.readStream(xml);
    }
  }

  #readTableStream(xml: XmlElements): void {
    const table = this.#openTable();
    this.#readRowStream(xml, table);
    this.#closeTable(table);
  }

  #readRowStream(xml: XmlElements, table: OpenTable): void {
    for (const element of xml.children()) {
      if (element.name === 'w:tr') this.#addRow(xml.take(element), table);
      else if (WRAPPERS.has(element.name)) this.#readRowStream(xml, table);
    }
  }

  #addParagraph(paragraph: XmlElement): void {
    const { text, boxes, joined } = this.#readParagraph(paragraph);
    this.#pending += text;
    if (!joined) {
      const whole = this.#pending.trim();
      this.#pending = '';
      if (whole !== '') this.blocks.push({ type: 'paragraph', text: whole, place: {} });
    }
    for (const box of boxes) this.#addBlocks(box);
  }

  #addBlocks(parent: XmlElement): void {
    for (const element of contentOf(parent)) {
      if (element.name === 'w:p') this.#addParagraph(element);
      else if (element.name === 'w:tbl') this.#addTable(element);
    }
  }

  #addTable(element: XmlElement): void {
    const table = this.#openTable();
    for (const row of contentOf(element)) {
      if (row.name === 'w:tr') this.#addRow(row, table);
    }
    this.#closeTable(table);
  }

  #openTable(): OpenTable {
    this.#tables += 1;
    return { number: this.#tables, rows: [], reaching: new Map(), inner: [] };
  }

  #closeTable(table: OpenTable): void {
    const rows: SourceRow[] = table.rows.map(({ cells, place }) => ({
      cells: cells.map(presentCell),
      place,
    }));
    const isLayout = table.inner.length > 0 && rows.every(({ cells }) => cells.length <= 1);
    // A table that only frames others is how letterheads and some whole plans are laid out.
    if (!isLayout) this.blocks.push({ type: 'table', rows });
    else {
      for (const { text, place } of rows.flatMap(({ cells }) => cells)) {
        if (text !== '') this.blocks.push({ type: 'paragraph', text, place });
      }
    }
    for (const inner of table.inner) this.#addTable(inner);
  }

  #addRow(row: XmlElement, table: OpenTable): void {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') !== undefined) return;
    const number = table.rows.length + 1;
    const cells: OpenCell[] = [];
    let column = 1 + Number(childOf(properties, 'w:gridBefore')?.attributes['val'] ?? 0);
    for (const cell of contentOf(row)) {
      if (cell.name !== 'w:tc') continue;
      column += this.#addCell(cell, table, cells, number, column);
    }
    table.rows.push({ cells, place: { table: table.number, row: number } });
  }

  #addCell(cell: XmlElement, table: OpenTable, cells: OpenCell[], row: number, column: number): number {
    const properties = childOf(cell, 'w:tcPr');
    const colSpan = Math.max(
      1,
      Math.min(63, Number(childOf(properties, 'w:gridSpan')?.attributes['val'] ?? 1)),
    );
    const merge = childOf(properties, 'w:vMerge');
    const above = table.reaching.get(column);
    const lines = this.#readLines(cell, table.inner);
    if (merge !== undefined && merge.attributes['val'] !== 'restart' && above !== undefined) {
      above.rowSpan = row - (above.place.row ?? row) + 1;
      // Word keeps, unseen, what stood in a cell before it was merged into the one above.
      return colSpan;
    }
    const open: OpenCell = { lines, place: { table: table.number, row, column }, colSpan, rowSpan: 1 };
    const deleted = childOf(properties, 'w:cellDel') !== undefined;
    if (deleted) open.lines.length = 0;
    cells.push(open);
    if (merge === undefined) table.reaching.delete(column);
    else table.reaching.set(column, open);
    return colSpan;
  }

  #readLines(parent: XmlElement, inner: XmlElement[]): string[] {
    const lines: string[] = [];
    let line = '';
    for (const element of contentOf(parent)) {
      if (element.name === 'w:p') {
        const { text, boxes, joined } = this.#readParagraph(element);
        line += text;
        if (!joined) {
          lines.push(line);
          line = '';
        }
        for (const box of boxes) lines.push(...this.#readLines(box, inner));
      } else if (element.name === 'w:tbl') {
        if (isTableInItsOwnRight(element)) inner.push(element);
        else lines.push(...this.#readSmallTable(element, inner));
      }
    }
    if (line !== '') lines.push(line);
    return lines;
  }

  /** A little table used to set words side by side within a cell: one line a row. */
  #readSmallTable(element: XmlElement, inner: XmlElement[]): string[] {
    const lines: string[] = [];
    for (const row of contentOf(element)) {
      if (row.name !== 'w:tr') continue;
      const cells = [...contentOf(row)].filter(({ name }) => name === 'w:tc');
      const texts = cells.map((cell) => this.#readLines(cell, inner).join(' ').trim());
      lines.push(texts.filter((text) => text !== '').join(' '));
    }
    return lines;
  }

  #readParagraph(paragraph: XmlElement): { text: string; boxes: readonly XmlElement[]; joined: boolean } {
    const properties = childOf(paragraph, 'w:pPr');
    const { text, boxes, joined } = readParagraphText(paragraph);
    const hidden = isOn(childOf(childOf(properties, 'w:rPr'), 'w:vanish')) && text === '';
    const number = joined || hidden ? '' : this.#numbering.advance(properties);
    return { text: (number + text).normalize('NFC'), boxes, joined };
  }
}

/** Children with the wrappers taken off. */
function* contentOf(parent: XmlElement): Generator<XmlElement> {
  for (const child of childrenOf(parent)) {
    if (WRAPPERS.has(child.name)) yield* contentOf(child);
    else yield child;
  }
}

function isTableInItsOwnRight(table: XmlElement): boolean {
  const rows = [...contentOf(table)].filter(({ name }) => name === 'w:tr');
  const widest = Math.max(
    0,
    ...rows.map((row) => [...contentOf(row)].filter(({ name }) => name === 'w:tc').length),
  );
  return rows.length >= 2 && widest >= 3;
}

function presentCell({ lines, place, colSpan, rowSpan }: OpenCell): SourceCell {
  const text = lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
  return { text, place, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}
