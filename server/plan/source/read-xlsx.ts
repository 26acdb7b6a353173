import type { SourceBlock, SourceCell, SourceDocument, SourceRow } from '#domain/plan/document/source.ts';
import type { Zip } from './read-zip.ts';
import { findBuiltInFormat, presentSheetNumber } from './sheet-number.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { childOf, childrenOf, readXml, textOf, type XmlElement, XmlElements } from './xml-elements.ts';

/** A sheet has at most 16,384 columns and 1,048,576 rows; a plan is never wider than this. */
const WIDEST = 500;

interface Workbook {
  readonly strings: readonly string[];
  /** Number format of each cell style. */
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

interface Merge {
  readonly rowSpan: number;
  readonly colSpan: number;
}

interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The visible sheets of a workbook as they show: texts, numbers and dates in their format, cached values of
 * formulas. Rows hidden by a filter are read: a filter hides tasks, it does not strike them out.
 */
export function readXlsx(zip: Zip, main: string): SourceDocument {
  const part = zip.find(main);
  if (part === undefined) throw new UnreadableFile('file-damaged');
  const workbook = readXml(part);
  const folder = main.replace(/[^/]*$/, '');
  const targets = readTargets(zip, main);
  const from1904 = ['1', 'true'].includes(childOf(workbook, 's:workbookPr')?.attributes['date1904'] ?? '');
  const book: Workbook = { strings: readStrings(zip, folder), formats: readFormats(zip, folder), from1904 };
  const blocks: SourceBlock[] = [];
  const hiddenSheets: string[] = [];
  let table = 0;
  for (const sheet of childrenOf(childOf(workbook, 's:sheets'), 's:sheet')) {
    const target = targets.get(sheet.attributes['r:id'] ?? sheet.attributes['id'] ?? '');
    const content = target === undefined ? undefined : zip.find(target);
    if (content === undefined) continue;
    if ((sheet.attributes['state'] ?? 'visible') !== 'visible') {
      if (readSheet(content, book, table + 1).length > 0) hiddenSheets.push(sheet.attributes['name'] ?? '');
      continue;
    }
    table += 1;
    blocks.push(...readSheet(content, book, table));
  }
  return { kind: 'xlsx', blocks, ...(hiddenSheets.length === 0 ? {} : { hiddenSheets }) };
}

function readTargets(zip: Zip, main: string): Map<string, string> {
  const folder = main.replace(/[^/]*$/, '');
  const part = zip.find(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const targets = new Map<string, string>();
  for (const relation of childrenOf(part === undefined ? undefined : readXml(part), 'rel:Relationship')) {
    const target = relation.attributes['Target'] ?? '';
    const id = relation.attributes['Id'] ?? '';
    targets.set(id, target.startsWith('/') ? target : new URL(target, `file:///${folder}`).pathname);
  }
  return targets;
}

function readStrings(zip: Zip, folder: string): string[] {
  const part = zip.find(`${folder}sharedStrings.xml`);
  const strings: string[] = [];
  if (part === undefined) return strings;
  const xml = new XmlElements(part);
  for (const root of xml.children()) {
    if (root.name !== 's:sst') throw new UnreadableFile('file-damaged');
    for (const item of xml.children()) strings.push(readRichText(xml.take(item)));
  }
  return strings;
}

/** Runs joined; the reading aids of East Asian text (rPh) are not part of it. */
function readRichText(item: XmlElement): string {
  let text = '';
  for (const child of childrenOf(item)) {
    if (child.name === 's:t') text += textOf(child);
    else if (child.name === 's:r') text += [...childrenOf(child, 's:t')].map(textOf).join('');
  }
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function readFormats(zip: Zip, folder: string): string[] {
  const part = zip.find(`${folder}styles.xml`);
  const styles = part === undefined ? undefined : readXml(part);
  const own = new Map<number, string>();
  for (const format of childrenOf(childOf(styles, 's:numFmts'), 's:numFmt')) {
    own.set(Number(format.attributes['numFmtId']), format.attributes['formatCode'] ?? 'General');
  }
  return [...childrenOf(childOf(styles, 's:cellXfs'), 's:xf')].map((style) => {
    const id = Number(style.attributes['numFmtId'] ?? 0);
    return own.get(id) ?? findBuiltInFormat(id);
  });
}

function readSheet(part: Uint8Array, book: Workbook, table: number): SourceBlock[] {
  const rows: SheetCell[][] = [];
  const merges = new Map<string, Merge>();
  const xml = new XmlElements(part);
  for (const root of xml.children()) {
    if (root.name === 's:chartsheet') return [];
    for (const section of xml.children()) {
      if (section.name === 's:sheetData') readRows(xml, book, rows);
      else if (section.name === 's:mergeCells') readMerges(xml.take(section), merges);
    }
  }
  return presentSheet(rows, merges, table);
}

function readRows(xml: XmlElements, book: Workbook, rows: SheetCell[][]): void {
  let row = 0;
  for (const element of xml.children()) {
    if (element.name !== 's:row') continue;
    row = Number(element.attributes['r'] ?? row + 1);
    const cells: SheetCell[] = [];
    let column = 0;
    for (const cell of childrenOf(xml.take(element), 's:c')) {
      column = readColumn(cell.attributes['r']) ?? column + 1;
      if (column > WIDEST) break;
      const text = readValue(cell, book);
      if (text !== '') cells.push({ row, column, text });
    }
    if (cells.length > 0) rows.push(cells);
  }
}

function readValue(cell: XmlElement, book: Workbook): string {
  const type = cell.attributes['t'] ?? 'n';
  if (type === 'inlineStr') {
    const inline = childOf(cell, 's:is');
    return inline === undefined ? '' : tidy(readRichText(inline));
  }
  const value = childOf(cell, 's:v');
  const written = value === undefined ? '' : textOf(value);
  if (type === 's') return tidy(book.strings[Number(written)] ?? '');
  if (type === 'b') return written === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return presentIso(written);
  if (type !== 'n' || written === '' || !Number.isFinite(Number(written))) return tidy(written);
  const format = book.formats[Number(cell.attributes['s'] ?? 0)] ?? 'General';
  return presentSheetNumber(Number(written), format, book.from1904);
}

function presentIso(written: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(written) ?? [];
  return day === undefined ? written : `${day}/${month}/${year}`;
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
    .normalize('NFC');
}

function readMerges(section: XmlElement, merges: Map<string, Merge>): void {
  for (const merge of childrenOf(section, 's:mergeCell')) {
    const [from = '', to = from] = (merge.attributes['ref'] ?? '').split(':');
    const [left, right] = [readColumn(from), readColumn(to)];
    const [top, bottom] = [from, to].map((cell) => Number(cell.replace(/\D/g, '')));
    if (left === undefined || right === undefined || !top || !bottom) continue;
    merges.set(`${top}/${left}`, { rowSpan: bottom - top + 1, colSpan: Math.min(right - left + 1, WIDEST) });
  }
}

/** "AB12" stands in column 28. */
function readColumn(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Lines above the first row of three cells are the title of the document, not part of its table. */
function presentSheet(
  rows: readonly SheetCell[][],
  merges: ReadonlyMap<string, Merge>,
  table: number,
): SourceBlock[] {
  const header = rows.findIndex((cells) => cells.length >= 3);
  const first = Math.max(0, header);
  const blocks: SourceBlock[] = rows
    .slice(0, first)
    .flatMap((cells) =>
      cells.map((cell) => ({ type: 'paragraph' as const, text: cell.text, place: placeOf(cell, table) })),
    );
  const body = rows.slice(first);
  if (body.length === 0) return blocks;
  const width = body.reduce((most, cells) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  const hidden = hiddenByMerges(merges);
  blocks.push({ type: 'table', rows: body.map((cells) => presentRow(cells, width, merges, hidden, table)) });
  return blocks;
}

/** Empty cells stand too, so that a row's cells count columns; those under a merge do not. */
function presentRow(
  cells: readonly SheetCell[],
  width: number,
  merges: ReadonlyMap<string, Merge>,
  hidden: ReadonlySet<string>,
  table: number,
): SourceRow {
  const row = cells[0]?.row ?? 0;
  const found = new Map(cells.map((cell) => [cell.column, cell]));
  const presented: SourceCell[] = [];
  for (let column = 1; column <= width; column += 1) {
    const cell = found.get(column) ?? { row, column, text: '' };
    if (hidden.has(`${row}/${column}`) && cell.text === '') continue;
    const merge = merges.get(`${row}/${column}`);
    presented.push({
      text: cell.text,
      place: placeOf(cell, table),
      ...(merge !== undefined && merge.colSpan > 1 ? { colSpan: merge.colSpan } : {}),
      ...(merge !== undefined && merge.rowSpan > 1 ? { rowSpan: merge.rowSpan } : {}),
    });
  }
  return { cells: presented, place: { table, row } };
}

function hiddenByMerges(merges: ReadonlyMap<string, Merge>): Set<string> {
  const hidden = new Set<string>();
  for (const [key, { rowSpan, colSpan }] of merges) {
    const [top = 0, left = 0] = key.split('/').map(Number);
    // A whole column merged down a million rows hides nothing that is read.
    const deep = Math.min(rowSpan, 20_000);
    for (let row = top; row < top + deep; row += 1) {
      for (let column = left; column < left + colSpan; column += 1) {
        if (row !== top || column !== left) hidden.add(`${row}/${column}`);
      }
      if (hidden.size > 2_000_000) throw new UnreadableFile('reading-too-long');
    }
  }
  return hidden;
}

function placeOf({ row, column }: { row: number; column: number }, table: number): SourceCell['place'] {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return { table, row, column, cell: `${letters}${row}` };
}
