// The sample plan as the documents people really have: built from the words of samples/*.txt, for the tests of the
// readers and for the files in samples/.
import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

export const SAMPLE_TEXT = new URL(
  '../../../samples/ke-hoach-126-kh-ubnd-lang-son-2024.txt',
  import.meta.url,
);

export interface SamplePlan {
  readonly preamble: readonly string[];
  readonly header: readonly string[];
  /** Six cells each; an area or heading has empty cells after its name. */
  readonly rows: readonly (readonly string[])[];
}

/** Scraps of the scan in samples/*.txt: words printed a second time after a page break. */
const PRINTED_TWICE = new Set(['độc thực hiện', 'doanh nghiệp vào thu ngân sách tỉnh']);
const MARKUP = /<[^>]*>/g;
/** Where a list within a cell goes on with its next item; a hyphen may also stand within a name. */
const NEXT_ITEM = / (?=- (?!Thương binh)[\p{Lu}\d])/u;
const WIDTHS = [800, 3900, 1500, 2100, 2100, 3700];

/** The words of the sample, page breaks undone: what stood before the first clerk printed it. */
export function getSamplePlan(): SamplePlan {
  const lines = readFileSync(SAMPLE_TEXT, 'utf8').split(/\r?\n/);
  const preamble: string[] = [];
  const rows: string[][] = [];
  let header: string[] = [];
  let afterBreak = false;
  for (const line of lines) {
    if (!line.includes('\t')) {
      if (line.trim() !== '' && header.length === 0) preamble.push(line.trim());
      continue;
    }
    const cells = line.split('\t').map((cell) => cell.replace(MARKUP, '').trim());
    if (cells[0] === 'STT') {
      afterBreak = header.length > 0;
      header = cells;
      continue;
    }
    const above = rows.at(-1);
    if (afterBreak && cells[0] === '' && above !== undefined) {
      cells.forEach((cell, at) => {
        if (!PRINTED_TWICE.has(cell)) above[at] = `${above[at] ?? ''} ${cell}`.trim();
      });
    } else rows.push(cells);
    afterBreak = false;
  }
  return { preamble, header, rows };
}

export interface DocxLook {
  /** Numbers of the STT column counted by Word instead of written. */
  readonly automatic?: boolean;
}

/** A4 landscape, Times New Roman, one table with a repeated header, rows that split over pages as Word lets them. */
export async function createSampleDocx(plan: SamplePlan, look: DocxLook = {}): Promise<Uint8Array> {
  const title = plan.preamble.map(
    (text) =>
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true })] }),
  );
  const rows = [
    new TableRow({ tableHeader: true, children: plan.header.map((text, at) => docxCell([text], at, 1)) }),
    ...plan.rows.map((cells) => docxRow(cells, look)),
  ];
  const document = new Document({
    numbering: { config: [{ reference: 'stt', levels: outlineLevels() }] },
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE } },
        },
        children: [...title, new Table({ columnWidths: WIDTHS, rows })],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function outlineLevels() {
  return ['%1', '%2', '%2.%3', '%2.%3.%4'].map((text, level) => ({
    level,
    format: level === 0 ? LevelFormat.UPPER_ROMAN : LevelFormat.DECIMAL,
    text,
    start: 1,
  }));
}

function docxRow(cells: readonly string[], look: DocxLook): TableRow {
  const [number = '', ...rest] = cells;
  const [area, roman = '', name = ''] = /^([IVX]+)\s*(.*)$/.exec(number) ?? [];
  const numbered = docxNumber(roman || number, look);
  if (area !== undefined) {
    const words = name === '' ? (rest[0] ?? '') : name;
    return new TableRow({ children: [numbered, docxCell([words], 1, 5)] });
  }
  const others = rest.map((text, at) => docxCell(text.split(NEXT_ITEM), at + 1, 1));
  return new TableRow({ children: [numbered, ...others] });
}

function docxNumber(number: string, look: DocxLook): TableCell {
  if (look.automatic !== true || number === '') return docxCell([number], 0, 1);
  const level = /^[IVX]/.test(number) ? 0 : number.split('.').length;
  return new TableCell({
    width: { size: WIDTHS[0] ?? 0, type: WidthType.DXA },
    children: [new Paragraph({ numbering: { reference: 'stt', level } })],
  });
}

function docxCell(lines: readonly string[], at: number, columnSpan: number): TableCell {
  return new TableCell({
    columnSpan,
    width: {
      size: WIDTHS.slice(at, at + columnSpan).reduce((sum, width) => sum + width, 0),
      type: WidthType.DXA,
    },
    children: lines.map((text) => new Paragraph({ children: [new TextRun(text)] })),
  });
}
