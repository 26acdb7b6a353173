import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  columnsOf,
  type PlanForExport,
  preambleLines,
  type TableLine,
  tableLines,
} from './plan-for-export.ts';

// Layout after NĐ 30/2020/NĐ-CP, annex I: A4, Times New Roman, black, page number at the top centre from page 2,
// margins 20–25 mm (top, bottom), 30–35 mm (left), 15–20 mm (right). Landscape because the table is an annex.
const MM = 56.7;
const PAGE = { width: 210 * MM, height: 297 * MM };
const MARGIN = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM };
const TABLE_WIDTH = PAGE.height - MARGIN.left - MARGIN.right;

/** The plan as a Word document in the form it was issued in: title, then one landscape table with a repeated header. */
export async function writePlanDocx(plan: PlanForExport): Promise<Uint8Array> {
  const { title, attachment } = preambleLines(plan);
  const heading = [
    line('PHỤ LỤC', { bold: true, size: 28 }),
    line(title, { bold: true, size: 28 }),
    ...(attachment === null ? [] : [line(attachment, { italics: true, size: 28 })]),
    line('', { size: 12 }),
  ];
  const document = new Document({
    title,
    creator: plan.issuer ?? '',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24, color: '000000' } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { ...MARGIN, header: 10 * MM, footer: 10 * MM },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ size: 26, children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        children: [...heading, table(plan)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function line(text: string, run: { bold?: boolean; italics?: boolean; size: number }): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 60 },
    children: [new TextRun({ text, ...run })],
  });
}

function table(plan: PlanForExport): Table {
  const columns = columnsOf(plan);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((TABLE_WIDTH * share) / shares));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cell([column.header], { width: widths[at] ?? 0, bold: true, centred: true }),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [header, ...tableLines(plan).map((words) => tableRow(words, widths))],
  });
}

function tableRow(lineOfTable: TableLine, widths: readonly number[]): TableRow {
  return new TableRow({
    // A row kept whole on its page is a row nobody has to join again when the document is read back.
    cantSplit: true,
    children: lineOfTable.cells.map((paragraphs, at) =>
      cell(paragraphs, {
        width: widths[at] ?? 0,
        bold: lineOfTable.emphasis !== 'none',
        centred: at === 0 || at === 2,
      }),
    ),
  });
}

function cell(
  paragraphs: readonly string[],
  look: { width: number; bold: boolean; centred: boolean },
): TableCell {
  const words = paragraphs.length === 0 ? [''] : paragraphs;
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: look.centred ? VerticalAlign.CENTER : VerticalAlign.TOP,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: words.map(
      (text) =>
        new Paragraph({
          alignment: look.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, bold: look.bold })],
        }),
    ),
  });
}
