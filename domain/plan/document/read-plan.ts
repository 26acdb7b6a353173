import { readAgencies } from '../../agency/read-agencies.ts';
import { refusal } from '../../kernel/refusal.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { clean } from '../../kernel/text.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import { readTargets } from '../target/read-target.ts';
import { findColumns, isSchedule, layOut } from './columns.ts';
import { countWords } from './count-words.ts';
import { findFindings } from './find-findings.ts';
import { type CellRole, type JoinedCell, type JoinedRow, type JoinedTable, joinTables } from './join-rows.ts';
import { isEmpty, type Outlined, outline } from './outline.ts';
import type {
  AgencyCell,
  Doubt,
  LeadCell,
  PlanReading,
  PlanRow,
  RowKind,
  SourceField,
  TaskField,
} from './plan-reading.ts';
import { readMeta } from './read-meta.ts';
import type { SourceDocument, SourceRow } from './source.ts';
import { splitDeliverables, stripMarkup } from './split-deliverables.ts';

export interface ReadOptions {
  /** ISO date on which agencies and laws must still exist. */
  readonly asOf: string;
  /** Name of the file, for the sentences of refusals. */
  readonly file: string;
}

/** Reads a document as a plan: every task with its deadline, agencies, products and targets, and no word lost. */
export function readPlan(source: SourceDocument, options: ReadOptions): Result<PlanReading> {
  const tables = source.blocks.flatMap((block) => (block.type === 'table' ? [block.rows] : []));
  if (tables.length === 0) return refuse(refusal('no-table', { file: options.file }));
  const plans = tables.filter((table) => !isScheduleTable(table));
  const joined = joinTables(plans);
  if (joined === undefined)
    return refuse(
      refusal('no-plan-table', {
        file: options.file,
        problem: plans.length < tables.length ? 'Bảng trong tệp là lịch công tác.' : '',
      }),
    );
  if (joined.rows.length === 0) return refuse(refusal('no-rows', { file: options.file }));
  const paragraphs = source.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
  const plan = readMeta(beforeTable(source));
  const rows = readRows(joined, planYear(plan.period, plan.date));
  if (!rows.some(({ kind }) => kind === 'task')) return refuse(refusal('no-rows', { file: options.file }));
  return accept({
    plan,
    rows,
    findings: findFindings(rows, options),
    receipt: countWords(source, joined, paragraphs, new Set(plans)),
  });
}

function beforeTable(source: SourceDocument): readonly string[] {
  const first = source.blocks.findIndex((block) => block.type === 'table' && block.rows.length > 1);
  return source.blocks
    .slice(0, first === -1 ? undefined : first)
    .flatMap((block) =>
      block.type === 'paragraph'
        ? [block.text]
        : block.rows.flatMap((row) => row.cells.map(({ text }) => text)),
    );
}

function isScheduleTable(table: readonly SourceRow[]): boolean {
  const grid = layOut(table);
  return grid.slice(0, 5).some((row, at) => {
    const columns = findColumns(grid, at);
    return isSchedule(columns?.headers ?? row.cells.map((held) => held?.cell.text ?? ''));
  });
}

function planYear(period: string | null, date: string | null): number | undefined {
  const year = Number(/\d{4}$/.exec(period ?? '')?.[0] ?? date?.slice(0, 4) ?? Number.NaN);
  return Number.isInteger(year) ? year : undefined;
}

function readRows(table: JoinedTable, year: number | undefined): readonly PlanRow[] {
  const placed = outline(table.rows);
  const hasChildren = new Set(placed.map(({ parent }) => parent));
  const rows: PlanRow[] = [];
  placed.forEach((outlined, at) => {
    const above = outlined.parent === null ? undefined : rows[outlined.parent];
    rows.push(readRow(outlined, { at, above, kind: kindOf(outlined, hasChildren.has(at)), year }));
  });
  return rows;
}

/** A row with rows below it groups them; areas are the outermost groups. */
function kindOf(outlined: Outlined, hasChildren: boolean): RowKind {
  const { row, numbering } = outlined;
  const working =
    !isEmpty(row.cells.leads) || !isEmpty(row.cells.deadline) || !isEmpty(row.cells.deliverables);
  if (outlined.parent === null && !working && (numbering === 'roman' || numbering === 'part' || hasChildren))
    return 'area';
  if (hasChildren) return numbering === 'roman' || numbering === 'part' ? 'area' : 'heading';
  return working || numbering !== 'roman' ? 'task' : 'area';
}

interface RowContext {
  readonly at: number;
  readonly above: PlanRow | undefined;
  readonly kind: RowKind;
  readonly year: number | undefined;
}

function readRow(outlined: Outlined, { at, above, kind, year }: RowContext): PlanRow {
  const { row } = outlined;
  const inherited: TaskField[] = [];
  const words = (role: CellRole) => cellText(row.cells[role]);
  const ownDeadline = words('deadline');
  const deadlineText = clean(ownDeadline.replaceAll('\n', '; ').replace(/;?\s*;/g, ';'));
  const fromAbove =
    deadlineText === '' && above !== undefined && above.kind === 'heading' && above.deadline.text !== '';
  if (fromAbove) inherited.push('deadline');
  let leads: readonly LeadCell[] = readLeads(row);
  if (
    leads.length === 0 &&
    kind === 'task' &&
    above !== undefined &&
    above.kind === 'heading' &&
    above.leads.length > 0
  ) {
    leads = above.leads;
    inherited.push('leads');
  }
  let coordinators = row.secondLeads.some(({ coordinators: own }) => own !== undefined)
    ? []
    : readCell(row.cells.coordinators);
  if (
    coordinators.length === 0 &&
    inherited.includes('leads') &&
    above !== undefined &&
    above.coordinators.length > 0
  ) {
    coordinators = [...above.coordinators];
    inherited.push('coordinators');
  }
  const deliverables = [
    ...splitDeliverables(row.cells.deliverables?.text ?? ''),
    ...splitDeliverables(row.cells.targets?.text ?? ''),
  ];
  const subject = clean(outlined.name);
  const unit = words('unit');
  const targets = deliverables.flatMap((text) =>
    readTargets({ text, ...(unit === '' ? {} : { subject, unit }) }),
  );
  const fields = sourceFields(outlined);
  const deadline =
    fromAbove && above !== undefined
      ? above.deadline
      : { text: deadlineText, reading: readDeadline(deadlineText, year) };
  const plain: PlanRow = {
    key: `r${at + 1}`,
    code: outlined.code,
    parent: above?.code ?? null,
    parentKey: above?.key ?? null,
    depth: outlined.depth,
    kind,
    name: clean(stripMarkup(outlined.name).text),
    deadline,
    leads,
    coordinators,
    deliverables,
    targets: kind === 'task' ? targets : [],
    inherited,
    source: row.place,
    fields,
    doubts: [],
  };
  return { ...plain, doubts: findDoubts(plain, row) };
}

function cellText(cell: JoinedCell | undefined): string {
  return stripMarkup(cell?.text ?? '').text.trim();
}

function readCell(cell: JoinedCell | undefined): AgencyCell[] {
  const text = clean(cellText(cell));
  return text === '' ? [] : [{ text, reading: readAgencies(cellText(cell)) }];
}

function readLeads(row: JoinedRow): LeadCell[] {
  const own = readCell(row.cells.coordinators);
  const apart = row.secondLeads.some(({ coordinators }) => coordinators !== undefined);
  const first = readCell(row.cells.leads).map((cell) => leadOf(cell, apart ? own : []));
  return [
    ...first,
    ...row.secondLeads.flatMap(({ leads, coordinators }) =>
      readCell(leads).map((cell) => leadOf(cell, readCell(coordinators))),
    ),
  ];
}

function leadOf(cell: AgencyCell, coordinators: readonly AgencyCell[]): LeadCell {
  const note = cell.reading.find((mention) => mention.note !== undefined)?.note;
  return {
    ...cell,
    ...(note === undefined ? {} : { note }),
    ...(coordinators.length === 0 ? {} : { coordinators }),
  };
}

function sourceFields({ row }: Outlined): Partial<Record<TaskField, SourceField>> {
  const fields: Partial<Record<TaskField, SourceField>> = {};
  const keep = (field: TaskField, cells: readonly (JoinedCell | undefined)[]) => {
    const held = cells.filter((cell): cell is JoinedCell => cell !== undefined && cell.text !== '');
    if (held.length > 0)
      fields[field] = {
        text: held.map(({ text }) => text).join('\n'),
        places: held.flatMap(({ places }) => places),
      };
  };
  keep('code', [row.cells.code]);
  keep('name', [row.cells.name]);
  keep('deadline', [row.cells.deadline]);
  keep('leads', [row.cells.leads, ...row.secondLeads.map(({ leads }) => leads)]);
  keep('coordinators', [row.cells.coordinators, ...row.secondLeads.map(({ coordinators }) => coordinators)]);
  keep('deliverables', [row.cells.deliverables, row.cells.targets, row.cells.unit]);
  return fields;
}

function findDoubts(row: PlanRow, joined: JoinedRow): Doubt[] {
  if (row.kind !== 'task') return [];
  const doubts: Doubt[] = [];
  const { text, reading } = row.deadline;
  if (text !== '' && (reading.kind === 'none' || reading.kind === 'fragment'))
    doubts.push({ field: 'deadline', reason: 'Chưa hiểu thời hạn.' });
  if (row.leads.length === 0) doubts.push({ field: 'leads', reason: 'Không thấy cơ quan chủ trì.' });
  for (const lead of row.leads)
    if (lead.reading.length === 0) doubts.push({ field: 'leads', reason: 'Chưa nhận ra cơ quan chủ trì.' });
  for (const cell of row.coordinators)
    if (cell.reading.length === 0)
      doubts.push({ field: 'coordinators', reason: 'Chưa nhận ra cơ quan phối hợp.' });
  if (row.leads.length > 1)
    doubts.push({ field: 'leads', reason: 'Hai cơ quan chủ trì: hãy xem có đúng là hai không.' });
  if (joined.spilled)
    doubts.push({ field: 'name', reason: 'Dòng bị cắt qua trang, đã nối lại: hãy xem chỗ nối.' });
  return doubts;
}
