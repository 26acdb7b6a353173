import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import form from '#domain/notice/letter/data/nd30-form.json' with { type: 'json' };
import type {
  LetterAnnex,
  LetterBlock,
  LetterDocument,
  LetterHead,
  LetterTable,
} from '#domain/notice/letter/letter-document.ts';

const mm = (length: number) => Math.round(length * 56.693);
/** The library takes half points. */
const pt = (size: { readonly value: number }) => size.value * 2;
const { page, sizes, body } = form;
const WIDTH = mm(page.width.value - page.left.value - page.right.value);
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};

interface Look {
  readonly size: { readonly value: number };
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly after?: number;
  readonly keepNext?: boolean;
}

/** The letter as a Word document in the form of NĐ 30/2020, annex I: the measures are data with their source. */
export async function writeLetterDocx(letter: LetterDocument): Promise<Uint8Array> {
  const document = new Document({
    title: letter.name,
    description: letter.head.subject,
    creator: letter.head.issuer,
    styles: {
      default: { document: { run: { font: form.font.value, size: pt(sizes.body), color: '000000' } } },
    },
    sections: [
      {
        ...frame({ titlePage: true }),
        children: [
          headTable(letter.head),
          ...addressees(letter),
          ...letter.body.flatMap((part, at) => block(part, at === letter.body.length - 1)),
          endTable(letter),
          spacer(),
        ],
      },
      ...(letter.annexes.length === 0
        ? []
        : [
            {
              ...frame({ titlePage: false }),
              children: letter.annexes.flatMap((annex, at) => annexParts(annex, at > 0)),
            },
          ]),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Page, margins, and the number of the page in the top margin; hidden on the first page of the letter. */
function frame({ titlePage }: { readonly titlePage: boolean }) {
  const number = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: pt(sizes.pageNumber), children: [PageNumber.CURRENT] })],
      }),
    ],
  });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage,
      page: {
        size: { width: mm(page.width.value), height: mm(page.height.value) },
        margin: {
          top: mm(page.top.value),
          bottom: mm(page.bottom.value),
          left: mm(page.left.value),
          right: mm(page.right.value),
          header: mm(10),
          footer: mm(10),
        },
      },
    },
    headers: titlePage
      ? { default: number, first: new Header({ children: [new Paragraph({})] }) }
      : { default: number },
  };
}

function headTable(head: LetterHead): Table {
  const left = mm(68);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [left, WIDTH - left],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        children: [
          plainCell(left, [
            line(head.superior, { size: sizes.superior }),
            line(head.issuer, { size: sizes.issuer, bold: true }),
            rule(24, sizes.issuer),
          ]),
          plainCell(WIDTH - left, [
            line(head.nation, { size: sizes.nation, bold: true }),
            line(head.motto, { size: sizes.motto, bold: true }),
            rule(59, sizes.motto),
          ]),
        ],
      }),
      new TableRow({
        children: [
          plainCell(left, [
            line(head.number, { size: sizes.number, after: 40 }),
            line(head.subject, { size: sizes.subject }),
          ]),
          plainCell(WIDTH - left, [line(head.placeAndDate, { size: sizes.placeAndDate, italics: true })]),
        ],
      }),
    ],
  });
}

/** A line drawn under the paragraph before it, so long as asked. */
function rule(length: number, size: { readonly value: number }): Paragraph {
  const room = size === sizes.issuer ? mm(68) : WIDTH - mm(68);
  const side = Math.max(0, Math.round((room - 200 - mm(length)) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    spacing: { before: 20, after: 60, line: 120, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

function addressees({ addressees: { label, lines } }: LetterDocument): readonly Paragraph[] {
  const [only] = lines;
  const size = sizes.body;
  if (lines.length === 1 && only !== undefined)
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 240, after: 240 },
        children: [new TextRun({ text: `${label} ${only}`, size: pt(size) })],
      }),
    ];
  return [
    new Paragraph({
      indent: { left: mm(35) },
      spacing: { before: 240, after: 60 },
      keepNext: true,
      children: [new TextRun({ text: label, size: pt(size) })],
    }),
    ...lines.map(
      (words, at) =>
        new Paragraph({
          indent: { left: mm(52), hanging: mm(3) },
          spacing: { after: at === lines.length - 1 ? 240 : 20 },
          children: [
            new TextRun({ text: `- ${words}${at === lines.length - 1 ? '.' : ';'}`, size: pt(size) }),
          ],
        }),
    ),
  ];
}

/** The last of the body goes with the signature, which never stands on a page alone. */
function block(part: LetterBlock, isLast: boolean): readonly FileChild[] {
  if (part.kind === 'table') return [gridTable(part), spacer()];
  return [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      keepNext: isLast,
      indent: { firstLine: mm(body.firstLine.value) },
      spacing: {
        after: body.after.value * 20,
        line: body.lines.value * 240,
        lineRule: LineRuleType.AUTO,
      },
      children: [new TextRun({ text: part.text, size: pt(sizes.body) })],
    }),
  ];
}

/** Receivers on the left and the signature on the right, never parted from each other by the end of a page. */
function endTable({ recipients, signature }: LetterDocument): Table {
  const left = mm(78);
  const right = WIDTH - left;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          plainCell(left, [
            leftLine(recipients.label, { size: sizes.recipientsHead, bold: true, italics: true }),
            ...recipients.lines.map((words) => leftLine(words, { size: sizes.recipients })),
          ]),
          plainCell(right, [
            ...signature.lines.map((words) =>
              line(words, { size: sizes.signature, bold: true, keepNext: true }),
            ),
            new Paragraph({
              spacing: { after: mm(20) },
              keepNext: true,
              children: [],
            }),
            line(signature.name, { size: sizes.signature, bold: true }),
          ]),
        ],
      }),
    ],
  });
}

function annexParts({ heading, title, attachment, table }: LetterAnnex, onNewPage: boolean): FileChild[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      pageBreakBefore: onNewPage,
      spacing: { after: 60 },
      keepNext: true,
      children: [new TextRun({ text: heading, bold: true, size: pt(sizes.annexTitle) })],
    }),
    line(title, { size: sizes.annexTitle, bold: true, after: 60, keepNext: true }),
    line(attachment, { size: sizes.annexTitle, italics: true, after: 160, keepNext: true }),
    gridTable(table),
    spacer(),
  ];
}

function gridTable({ columns, rows }: LetterTable): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((WIDTH * share) / shares));
  const cell = (words: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: bold ? VerticalAlign.CENTER : VerticalAlign.TOP,
      margins: { top: 30, bottom: 30, left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: bold || columns[at]?.centred === true ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: words, bold, size: pt(sizes.table) })],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ header }, at) => cell(header, at, true)),
      }),
      ...rows.map(
        (words) =>
          new TableRow({ cantSplit: true, children: words.map((word, at) => cell(word, at, false)) }),
      ),
    ],
  });
}

function plainCell(width: number, children: Paragraph[]): TableCell {
  return new TableCell({ width: { size: width, type: WidthType.DXA }, borders: NO_BORDERS, children });
}

function line(text: string, look: Look): Paragraph {
  return paragraphOf(text, look, AlignmentType.CENTER);
}

function leftLine(text: string, look: Look): Paragraph {
  return paragraphOf(text, look, AlignmentType.LEFT);
}

function paragraphOf(
  text: string,
  { size, bold = false, italics = false, after = 0, keepNext = false }: Look,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): Paragraph {
  return new Paragraph({
    alignment,
    keepNext,
    spacing: { after },
    children: [new TextRun({ text, size: pt(size), bold, italics })],
  });
}

/** Word wants a paragraph after a table; one of a point in height never makes a page of its own. */
function spacer(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 100, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  });
}
