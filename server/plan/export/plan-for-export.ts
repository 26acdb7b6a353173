/** A plan as the documents written from it need it: words only, in the order of the plan. */
export interface PlanForExport {
  readonly number: string | null;
  /** ISO date. */
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly title: string;
  readonly period: string | null;
  readonly rows: readonly ExportRow[];
}

export interface ExportRow {
  readonly kind: 'area' | 'heading' | 'task';
  /** Whole code, "III.2.2.1". */
  readonly code: string;
  /** What stands in the STT column: "III" of an area, "2.2.1" below it. */
  readonly label: string;
  readonly name: string;
  readonly deadlineText: string;
  readonly leads: readonly { readonly text: string; readonly coordinators: readonly string[] }[];
  readonly coordinators: readonly string[];
  readonly deliverables: readonly string[];
  /** Fields taken from the heading above; the document leaves their cells empty. */
  readonly inherited: readonly string[];
  /** Words of columns the plan has no field for. */
  readonly notes: readonly { readonly header: string; readonly text: string }[];
}

export interface Column {
  readonly header: string;
  /** Width beside the others. */
  readonly share: number;
}

const COLUMNS: readonly Column[] = [
  { header: 'STT', share: 6 },
  { header: 'Nhiệm vụ cụ thể', share: 27 },
  { header: 'Tiến độ', share: 11 },
  { header: 'Cơ quan chủ trì', share: 15 },
  { header: 'Cơ quan phối hợp', share: 15 },
  { header: 'Kết quả/sản phẩm', share: 26 },
];

/** The columns of such plans, then those of this document that the plan has no field for. */
export function columnsOf({ rows }: PlanForExport): readonly Column[] {
  const headers = new Set(rows.flatMap(({ notes }) => notes.map(({ header }) => header)));
  return [...COLUMNS, ...[...headers].map((header) => ({ header, share: 12 }))];
}

/** One line of the printed table: a cell for each column, each a list of paragraphs. */
export interface TableLine {
  readonly cells: readonly (readonly string[])[];
  readonly emphasis: 'area' | 'heading' | 'none';
}

/** The lines above the table: annex, title, and the document it belongs to. */
export function preambleLines(plan: PlanForExport): {
  readonly title: string;
  readonly attachment: string | null;
} {
  const of = plan.issuer === null ? '' : ` của ${plan.issuer}`;
  const on = plan.issuedOn === null ? '' : ` ngày ${vietnameseDate(plan.issuedOn)}`;
  const attachment = plan.number === null ? null : `(Kèm theo Kế hoạch số ${plan.number}${on}${of})`;
  return { title: plan.title, attachment };
}

/** NĐ 30/2020, annex I: a day below 10 and the months 1 and 2 take a leading zero. */
function vietnameseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${Number(month) <= 2 ? month : String(Number(month))}/${year}`;
}

/**
 * The table as the document prints it: inherited cells stay empty, and a further lead has a line of its own
 * below the first with the coordinators that are its own.
 */
export function tableLines(plan: PlanForExport): readonly TableLine[] {
  const others = columnsOf(plan).slice(COLUMNS.length);
  const notesOf = (row: ExportRow) =>
    others.map(({ header }) => row.notes.filter((note) => note.header === header).map(({ text }) => text));
  return plan.rows.flatMap((row) => {
    const own = (field: string, words: string[]) => (row.inherited.includes(field) ? [] : words);
    const [first, ...seconds] = row.leads;
    const shared = own('coordinators', [...row.coordinators]);
    const firstOwn =
      first === undefined || first.coordinators.length === 0 ? shared : [...first.coordinators];
    const head: TableLine = {
      cells: [
        [row.label],
        [row.name],
        own('deadline', [row.deadlineText]),
        own('leads', first === undefined ? [] : first.text.split('\n')),
        firstOwn,
        listed(own('deliverables', [...row.deliverables])),
        ...notesOf(row),
      ],
      emphasis: row.kind === 'task' ? 'none' : row.kind,
    };
    const further = own('leads', ['']).length === 0 ? [] : seconds;
    return [
      head,
      ...further.map(
        (lead): TableLine => ({
          cells: [[], [], [], lead.text.split('\n'), [...lead.coordinators], [], ...others.map(() => [])],
          emphasis: 'none',
        }),
      ),
    ];
  });
}

function listed(items: string[]): string[] {
  return items.length > 1 ? items.map((item) => (/^[-+•]/.test(item) ? item : `- ${item}`)) : items;
}
