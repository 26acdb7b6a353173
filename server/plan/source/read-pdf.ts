import './pdf-globals.ts';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceBlock, SourceDocument } from '#domain/plan/document/source.ts';
import { findGlyphs } from './pdf-glyphs.ts';
import { joinLines, type Line, type Piece, readLines } from './pdf-lines.ts';
import { findGrids, findRulings, type Matrix } from './pdf-rulings.ts';
import { isInside, type PageTable, readOpenTable, readRuledTable } from './pdf-tables.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A page with fewer letters than this, and no table, is a picture with a stamp or a page number over it. */
const LETTERS_OF_A_SCAN = 25;
const PACKAGE = new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')).href;

interface PageContent {
  readonly pieces: readonly Piece[];
  readonly grids: ReturnType<typeof findGrids>;
  readonly width: number;
}

/** The text layer of a PDF: tables by their lines, everything else (titles, page numbers) as paragraphs. */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const task = getDocument({
    // A copy: pdf.js takes the buffer for itself, and refuses a Buffer.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
    // Pictures are never looked at, so none is decoded.
    maxImageSize: 1,
    cMapUrl: `${PACKAGE}cmaps/`,
    standardFontDataUrl: `${PACKAGE}standard_fonts/`,
  });
  try {
    const document = await task.promise;
    const blocks: SourceBlock[] = [];
    let letters = 0;
    let tables = 0;
    let xs: readonly number[] | undefined;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await readPage(page);
      page.cleanup();
      letters += content.pieces.reduce((sum, piece) => sum + piece.text.trim().length, 0);
      const found = readBlocks(content, number, tables, xs);
      tables += found.blocks.filter(({ type }) => type === 'table').length;
      xs = found.xs;
      blocks.push(...found.blocks);
    }
    if (letters === 0 || (tables === 0 && letters < LETTERS_OF_A_SCAN * document.numPages))
      throw new UnreadableFile('pdf-scanned');
    return { kind: 'pdf', blocks };
  } catch (error) {
    throw refused(error);
  } finally {
    await task.destroy();
  }
}

function refused(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return new UnreadableFile('file-encrypted');
  // pdf.js names what it cannot parse; anything else is our own mistake and stays one.
  const damaged = [
    'InvalidPDFException',
    'FormatError',
    'UnknownErrorException',
    'MissingPDFException',
    'ResponseException',
  ];
  return damaged.includes(error.name) ? new UnreadableFile('file-damaged') : error;
}

async function readPage(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const matrix = viewport.transform as unknown as Matrix;
  const operators = await page.getOperatorList();
  return {
    pieces: findGlyphs(operators, matrix),
    grids: findGrids(findRulings(operators, matrix)),
    width: viewport.width,
  };
}

function readBlocks(content: PageContent, page: number, before: number, xs: readonly number[] | undefined) {
  const ruled = content.grids.map((grid, at) =>
    readRuledTable(
      grid,
      content.pieces.filter((piece) => isInside(piece, grid)),
      { page, table: before + at + 1 },
    ),
  );
  const outside = content.pieces.filter((piece) => !content.grids.some((grid) => isInside(piece, grid)));
  const lines = readLines(outside);
  if (ruled.length > 0) return { blocks: inOrder(ruled, lines, content.width, page), xs: undefined };
  const [numbers, words] = [lines.filter(isPageNumber), lines.filter((line) => !isPageNumber(line))];
  const open = readOpenTable(words, { page, table: before + 1 }, xs);
  if (open === undefined) return { blocks: inOrder([], lines, content.width, page), xs: undefined };
  const left = words.filter((line) => line.y < open.top || line.y > open.bottom);
  return { blocks: inOrder([open], [...numbers, ...left], content.width, page), xs: open.xs };
}

function isPageNumber(line: Line): boolean {
  return /^(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:[-–]|\/\s*\d{1,4})?$/iu.test(line.text);
}

/** Tables and the paragraphs between them, from the top of the page. */
function inOrder(
  tables: readonly PageTable[],
  lines: readonly Line[],
  width: number,
  page: number,
): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let left = lines.toSorted((one, other) => one.y - other.y);
  for (const table of [...tables, undefined]) {
    const above = table === undefined ? left : left.filter((line) => line.y < table.top + line.size);
    left = left.filter((line) => !above.includes(line));
    blocks.push(...readParagraphs(above, width, page));
    if (table !== undefined && table.rows.length > 0) blocks.push({ type: 'table', rows: table.rows });
  }
  return blocks;
}

/** A title is set in capitals, what it belongs to below it is not. */
function isCapitals({ text }: Line): boolean {
  return text === text.toUpperCase();
}

function readParagraphs(lines: readonly Line[], width: number, page: number): SourceBlock[] {
  const margin = Math.max(
    0,
    Math.min(...lines.map((line) => line.left), width - Math.max(...lines.map((line) => line.right))) - 6,
  );
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const goesOn =
      last !== undefined &&
      line.y - last.y < line.size * 1.8 &&
      Math.abs(line.size - last.size) < 0.6 &&
      isCapitals(last) === isCapitals(line);
    if (group !== undefined && goesOn && !isPageNumber(line)) group.push(line);
    else groups.push([line]);
  }
  return groups
    .flatMap((group) => joinLines(group, margin, width - margin).split('\n'))
    .map((text) => ({ type: 'paragraph', text, place: { page } }));
}
