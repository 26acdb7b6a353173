import type { AgencyMention } from '../../agency/agency-phrase.ts';
import { readAgencies } from '../../agency/read-agencies.ts';
import { clean, fold } from '../../kernel/text.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import { readTargets } from '../target/read-target.ts';
import type { CellRole } from './draft-row.ts';
import { findDoubts } from './find-doubts.ts';
import type { JoinedRow } from './join-rows.ts';
import type { JoinedCell } from './joined-cell.ts';
import type { Outlined } from './outline.ts';
import type {
  AgencyCell,
  LeadCell,
  PlanNote,
  PlanRow,
  RowKind,
  SourceField,
  TaskField,
} from './plan-reading.ts';
import { splitDeliverables, stripMarkup } from './split-deliverables.ts';

// One row of the plan from its cells: its own words first, then what stands on the heading above.

export interface RowContext {
  readonly at: number;
  readonly above: PlanRow | undefined;
  readonly kind: RowKind;
  readonly read: PhraseReaders;
}

/** The readers of phrases; a plan says the same phrase many times, so each is read once. */
export interface PhraseReaders {
  readonly agencies: (text: string) => readonly AgencyMention[];
  readonly deadline: (text: string) => Deadline;
}

/** `year` is the year of the plan, for deadlines that name none. */
export function phraseReaders(year: number | undefined): PhraseReaders {
  return { agencies: once(readAgencies), deadline: once((text) => readDeadline(text, year)) };
}

function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const found = read(text);
    known.set(text, found);
    return found;
  };
}

export function readRow(outlined: Outlined, { at, above, kind, read }: RowContext): PlanRow {
  const { row } = outlined;
  const agencies = readRowAgencies(row, read);
  const deadlineText = clean(cellWords(row, 'deadline').replace(/\s*;?\s*\n\s*/g, '; '));
  const own = {
    deadline: { text: deadlineText, reading: read.deadline(deadlineText) },
    ...agencies,
  };
  const { inherited, ...filled } = inherit(own, row, kind, above);
  const { deliverables, targets } = readProducts(outlined);
  const notes = readNotes(row);
  const plain: PlanRow = {
    key: `r${at + 1}`,
    code: outlined.code,
    parent: above?.code ?? null,
    parentKey: above?.key ?? null,
    depth: outlined.depth,
    kind,
    name: clean(stripMarkup(outlined.name).text),
    ...filled,
    deliverables,
    targets: kind === 'task' ? targets : [],
    inherited,
    source: row.place,
    fields: sourceFields(row),
    ...(notes.length === 0 ? {} : { notes }),
    doubts: [],
  };
  return { ...plain, doubts: findDoubts(plain, row) };
}

type Shared = Pick<PlanRow, 'deadline' | 'leads' | 'coordinators'>;

/** Deadlines and leads of a heading serve the tasks below it that name none; a heading may stand below another. */
function inherit(
  own: Shared,
  row: JoinedRow,
  kind: RowKind,
  above: PlanRow | undefined,
): Shared & { inherited: readonly TaskField[] } {
  if (above === undefined || kind === 'area' || above.kind === 'area') return { ...own, inherited: [] };
  const inherited: TaskField[] = [];
  let { deadline, leads, coordinators } = own;
  if (above.deadline.text !== '' && (deadline.text === '' || isShared(row, 'deadline', above))) {
    deadline = above.deadline;
    inherited.push('deadline');
  }
  const noLead = leads.length === 0 || isShared(row, 'leads', above);
  if (noLead && above.leads.length > 0) {
    leads = above.leads;
    inherited.push('leads');
    if (
      above.coordinators.length > 0 &&
      (coordinators.length === 0 || isShared(row, 'coordinators', above))
    ) {
      coordinators = above.coordinators;
      inherited.push('coordinators');
    }
  }
  return { deadline, leads, coordinators, inherited };
}

/** The very cell of the heading reaches down to this row. */
function isShared(row: JoinedRow, role: 'deadline' | 'leads' | 'coordinators', above: PlanRow): boolean {
  const cell = row.cells[role];
  const place = above.fields[role]?.places[0];
  return cell?.hanging === true && place !== undefined && cell.places[0] === place;
}

function cellWords(row: JoinedRow, role: CellRole): string {
  return stripMarkup(row.cells[role]?.text ?? '').text.trim();
}

const PREFIXED = /^\s*[-+•]?\s*(?:(?:cơ quan|đơn vị)\s+)?(chủ trì|phối hợp)\s*(?:thực hiện)?\s*:\s*/iu;

function readRowAgencies(row: JoinedRow, read: PhraseReaders): Pick<PlanRow, 'leads' | 'coordinators'> {
  const coordinators = readCell(row.cells.coordinators, read);
  const divided = coordinators.length === 0 ? divideRoles(cellWords(row, 'leads')) : undefined;
  if (divided !== undefined)
    return { leads: readWords(divided.leads, read), coordinators: readWords(divided.coordinators, read) };
  const apart = row.secondLeads.some((second) => second.coordinators !== undefined);
  const first = readCell(row.cells.leads, read).map((cell) => leadOf(cell, apart ? coordinators : []));
  const seconds = row.secondLeads.flatMap((second) =>
    readCell(second.leads, read).map((cell) => leadOf(cell, readCell(second.coordinators, read))),
  );
  return { leads: [...first, ...seconds], coordinators: apart ? [] : coordinators };
}

/** One cell for both: "Chủ trì: Sở A. Phối hợp: Sở B". */
function divideRoles(text: string): { leads: string; coordinators: string } | undefined {
  if (!/phối hợp\s*(?:thực hiện)?\s*:/iu.test(text)) return undefined;
  const parts = text
    .split(
      /(?:\n|[;.]\s+|\s[-+•]\s|\s)(?=(?:[-+•]\s*)?(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|phối hợp)\s*(?:thực hiện)?\s*:)/iu,
    )
    .map((part) => ({
      kind: fold(PREFIXED.exec(part)?.[1] ?? ''),
      words: part.replace(PREFIXED, '').trim(),
    }));
  const of = (coordinate: boolean) =>
    parts
      .filter(({ kind }) => (kind === 'phoi hop') === coordinate)
      .map(({ words }) => words.replace(/[;.,]$/, ''))
      .join('\n');
  return { leads: of(false), coordinators: of(true) };
}

function readWords(words: string, read: PhraseReaders): AgencyCell[] {
  const text = clean(words.replaceAll('\n', '; ').replace(/;\s*;/g, ';'));
  return text === '' ? [] : [{ text, reading: read.agencies(words) }];
}

function readCell(cell: JoinedCell | undefined, read: PhraseReaders): AgencyCell[] {
  const words = stripMarkup(cell?.text ?? '').text.trim();
  const text = clean(words);
  return text === '' ? [] : [{ text, reading: read.agencies(words) }];
}

function leadOf(cell: AgencyCell, coordinators: readonly AgencyCell[]): LeadCell {
  const note = cell.reading.find((mention) => mention.note !== undefined)?.note;
  return {
    ...cell,
    ...(note === undefined ? {} : { note }),
    ...(coordinators.length === 0 ? {} : { coordinators }),
  };
}

function readProducts(outlined: Outlined): Pick<PlanRow, 'deliverables' | 'targets'> {
  const { row } = outlined;
  const own = (role: CellRole) => (row.cells[role]?.hanging === true ? '' : (row.cells[role]?.text ?? ''));
  const products = splitDeliverables(own('deliverables'));
  const figures = splitDeliverables(own('targets'));
  const unit = clean(cellWords(row, 'unit'));
  const subject = clean(stripMarkup(outlined.name).text);
  const isFigure = (text: string) => unit !== '' && /^[<>≤≥=]?\s*[\d.,]+(\s*-\s*[\d.,]+)?$/.test(text);
  return {
    deliverables: [...products, ...figures.map((text) => (isFigure(text) ? `${text} ${unit}` : text))],
    targets: [
      ...products.flatMap((text) => readTargets({ text })),
      ...figures.flatMap((text) => readTargets(unit === '' ? { text } : { text, subject, unit })),
    ],
  };
}

function readNotes(row: JoinedRow): readonly PlanNote[] {
  return row.notes.map(({ header, cell }) => ({ header, text: clean(stripMarkup(cell.text).text) }));
}

function sourceFields(row: JoinedRow): PlanRow['fields'] {
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
