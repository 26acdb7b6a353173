import type { Agency } from '../../agency/agency.ts';
import { findOneAgency } from '../../agency/find-one-agency.ts';
import { refusal } from '../../kernel/refusal.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { clean, fold } from '../../kernel/text.ts';
import type { Amount, Blocker } from '../work/work-act.ts';
import {
  findProgressHead,
  PROGRESS_COLUMN_WORDS,
  type ProgressColumn,
  WRITTEN_COLUMNS,
} from './progress-columns.ts';
import { type CellProblem, readProgressRow, type WrittenProgress } from './progress-row.ts';

// The table people keep, read back: which work each row speaks of, what it says beside what stands, and what is not
// understood. Nothing is guessed and nothing is stored here.

export const MOST_PROGRESS_ROWS = 5_000;

/** What stands of a due item a table may speak of. */
export interface ProgressItem {
  readonly dueItemId: string;
  readonly seq: number;
  readonly code: string;
  readonly name: string;
  readonly label: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly dueOn: string | null;
  readonly text: string | null;
  readonly amount: Amount | null;
  readonly step: string | null;
  readonly blocker: Blocker | null;
  readonly nextOn: string | null;
  /** Why no progress can be reported on it by this person now, as a sentence; null where it can. */
  readonly barred: string | null;
}

export interface TableFacts {
  readonly items: readonly ProgressItem[];
  readonly directory: readonly Agency[];
  readonly today: string;
}

/** A report as it can be handed on. A blocker worded as before goes on waiting since the day it did. */
export type ReportedProgress = Omit<WrittenProgress, 'blocker'> & {
  readonly text: string;
  readonly blocker?: Blocker | null;
};

export interface ProgressRow {
  readonly row: number;
  readonly item: ProgressItem;
  /** nothing: says what stands. conflict: somebody reported since the table was taken, and it says something else. */
  readonly change: 'report' | 'nothing' | 'conflict';
  /** The report it would make; where the row is silent, what stood before goes on. */
  readonly report: ReportedProgress;
  readonly changed: readonly ProgressColumn[];
  readonly warnings: readonly string[];
}

export interface RowProblem extends CellProblem {
  readonly row: number;
}

export interface ProgressTable {
  readonly rows: readonly ProgressRow[];
  readonly problems: readonly RowProblem[];
}

const AREA = /^([IVXLC]+)\.?$/i;

type Grid = readonly (readonly string[])[];

/** What a table of progress would report; refused as a whole only where it is no such table. */
export function readProgressTable(grid: Grid, facts: TableFacts): Result<ProgressTable> {
  const head = findProgressHead(grid);
  if (head === undefined) return refuse(headless(grid));
  const body = [...grid.entries()].filter(
    ([at, cells]) => at > head.row && cells.some((cell) => clean(cell) !== ''),
  );
  if (body.length === 0) return refuse(refusal('table-empty'));
  if (body.length > MOST_PROGRESS_ROWS)
    return refuse(refusal('table-too-long', { rows: body.length, most: MOST_PROGRESS_ROWS }));
  const rows: ProgressRow[] = [];
  const problems: RowProblem[] = [];
  const spokenOf = new Map<string, number>();
  const find = itemFinder(facts);
  let area = '';
  for (const [at, cells] of body) {
    const row = at + 1;
    const cellOf = (column: ProgressColumn) => {
      const place = head.columns.get(column);
      return place === undefined ? undefined : (cells[place] ?? '');
    };
    const found = find(cellOf, area);
    if (found === 'heading') {
      area = AREA.exec(clean(cellOf('code') ?? ''))?.[1] ?? area;
      continue;
    }
    if ('problem' in found) {
      problems.push({ row, ...found });
      continue;
    }
    const read = readRow(row, cellOf, found, facts);
    problems.push(...read.problems);
    if (read.row === undefined) continue;
    const earlier = spokenOf.get(found.dueItemId);
    if (earlier !== undefined && read.row.change !== 'nothing')
      problems.push({
        row,
        column: 'task',
        value: found.code,
        problem: `việc này đã có ở dòng ${earlier}; hãy để lại một dòng.`,
      });
    else rows.push(read.row);
    spokenOf.set(found.dueItemId, row);
  }
  return accept({ rows, problems });
}

function headless(grid: Grid) {
  const fullest = grid.slice(0, 15).toSorted((a, b) => filled(b).length - filled(a).length)[0] ?? [];
  if (filled(fullest).length < 2) return refusal('table-empty');
  return refusal('progress-table-headers', { found: filled(fullest).join(', ').slice(0, 300) });
}

function filled(cells: readonly string[]): readonly string[] {
  return cells.map(clean).filter((cell) => cell !== '');
}

type CellOf = (column: ProgressColumn) => string | undefined;

/** Finds the one work a row speaks of: by the identifier the table was given out with, else by number and agency. */
function itemFinder({ items, directory, today }: TableFacts) {
  const byId = new Map(items.map((item) => [item.dueItemId, item]));
  const byCode = Map.groupBy(items, ({ code }) => code.toLowerCase());
  const byName = Map.groupBy(items, ({ name }) => fold(name));
  return (cellOf: CellOf, area: string): ProgressItem | CellProblem | 'heading' => {
    const said = (column: ProgressColumn) => clean(cellOf(column) ?? '');
    const id = said('item');
    if (id !== '')
      return (
        byId.get(id) ?? {
          column: 'item',
          value: id,
          problem: 'việc này không còn, hoặc không thuộc phạm vi của bạn. Hãy tải bảng mới.',
        }
      );
    const [code, name] = [said('code'), said('task')];
    const named = byName.get(fold(name)) ?? [];
    const coded = codesOf(code, area).flatMap((one) => byCode.get(one) ?? []);
    let fit: readonly ProgressItem[] = named.length > 0 ? named : coded;
    const column = name === '' ? 'code' : 'task';
    if (fit.length === 0) {
      // Headings of areas stand between the rows and say nothing of progress.
      if (WRITTEN_COLUMNS.every((one) => said(one) === '')) return 'heading';
      const near = code === '' ? '' : ` Số "${code}" chưa ứng với nhiệm vụ nào của bạn.`;
      return {
        column,
        value: name || code,
        problem: `không thấy nhiệm vụ này.${near} Hãy ghi đúng số hoặc tên nhiệm vụ.`,
      };
    }
    if (named.length > 0 && coded.length > 0) {
      const both = named.filter((item) => coded.includes(item));
      if (both.length > 0) fit = both;
    }
    const agencyWords = said('agency');
    if (agencyWords !== '' && new Set(fit.map(({ agencyId }) => agencyId)).size > 1) {
      const agency = findOneAgency(agencyWords, today, directory);
      if (typeof agency === 'string') return { column: 'agency', value: agencyWords, problem: agency };
      fit = fit.filter(({ agencyId }) => agencyId === agency.id);
    }
    const label = fold(said('label'));
    if (label !== '' && fit.length > 1) fit = fit.filter((item) => fold(item.label) === label);
    const open = fit.filter(({ barred }) => barred === null);
    const [only, another] = open.length > 0 ? open : fit;
    if (only === undefined)
      return {
        column: 'label',
        value: said('label'),
        problem: 'nhiệm vụ này không có kỳ, mốc hay cơ quan như vậy.',
      };
    if (another === undefined) return only;
    const many = open.length > 0 ? open : fit;
    const agencies = new Set(many.map(({ agencyName }) => agencyName));
    return agencies.size > 1
      ? {
          column: 'agency',
          value: agencyWords,
          problem: `nhiều cơ quan cùng làm: ${listed([...agencies])}. Hãy ghi cột "${PROGRESS_COLUMN_WORDS.agency}".`,
        }
      : {
          column: 'label',
          value: said('label'),
          problem: `ứng với nhiều kỳ, mốc: ${listed(many.map((one) => one.label))}. Hãy ghi cột "${PROGRESS_COLUMN_WORDS.label}".`,
        };
  };
}

/** A document numbers tasks within their area: "3" below the heading "II" is II.3. */
function codesOf(code: string, area: string): readonly string[] {
  const written = code.replace(/\.$/, '').toLowerCase();
  if (written === '') return [];
  return area === '' ? [written] : [`${area.toLowerCase()}.${written}`, written];
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 5).join('; ');
  return words.length > 5 ? `${shown} …` : shown;
}

function readRow(
  row: number,
  cellOf: CellOf,
  item: ProgressItem,
  { directory, today }: TableFacts,
): { readonly row?: ProgressRow; readonly problems: readonly RowProblem[] } {
  const read = readProgressRow(cellOf, { directory, today, amount: item.amount });
  const { progress } = read;
  const changed = changedColumns(progress, item);
  const problems = read.problems.map((problem) => ({ row, ...problem }));
  if (problems.length > 0) return { problems };
  const text = progress.text ?? item.text ?? '';
  const report = reportOf({ ...progress, text }, item, today);
  if (changed.length === 0)
    return { row: { row, item, change: 'nothing', report, changed, warnings: [] }, problems };
  if (item.barred !== null)
    return { problems: [{ row, column: 'task', value: item.code, problem: item.barred }] };
  if (text === '')
    return {
      problems: [{ row, column: 'text', value: '', problem: 'chưa ghi kết quả thực hiện.' }],
    };
  const seen = clean(cellOf('seen') ?? '');
  const overtaken = /^\d+$/.test(seen) && Number(seen) < item.seq;
  const warnings = [...read.warnings];
  if (!changed.includes('text'))
    warnings.push('Kết quả thực hiện vẫn như lần báo cáo trước; hãy ghi nội dung mới nếu có.');
  return {
    row: { row, item, change: overtaken ? 'conflict' : 'report', report, changed, warnings },
    problems,
  };
}

function reportOf(
  { blocker, ...progress }: WrittenProgress & { readonly text: string },
  item: ProgressItem,
  today: string,
): ReportedProgress {
  if (blocker == null) return blocker === undefined ? progress : { ...progress, blocker };
  const goesOn = item.blocker !== null && clean(blocker.words) === clean(item.blocker.words);
  const held = goesOn ? item.blocker : { since: today };
  return { ...progress, blocker: { ...held, ...blocker } };
}

function changedColumns(progress: WrittenProgress, item: ProgressItem): readonly ProgressColumn[] {
  const { text, amount, step, blocker, nextOn } = progress;
  const changed: ProgressColumn[] = [];
  if (text !== undefined && clean(text) !== clean(item.text ?? '')) changed.push('text');
  if (amount !== undefined && amount.done !== item.amount?.done) changed.push('done');
  if (amount !== undefined && amount.whole !== item.amount?.whole) changed.push('whole');
  if (amount !== undefined && fold(amount.unit) !== fold(item.amount?.unit ?? '')) changed.push('unit');
  if (step !== undefined && fold(step) !== fold(item.step ?? '')) changed.push('step');
  if (blocker === null && item.blocker !== null) changed.push('blocker');
  if (blocker !== undefined && blocker !== null) {
    if (clean(blocker.words) !== clean(item.blocker?.words ?? '')) changed.push('blocker');
    if (blocker.agencyId !== undefined && blocker.agencyId !== item.blocker?.agencyId)
      changed.push('waitsFor');
  }
  if (nextOn !== undefined && nextOn !== item.nextOn) changed.push('nextOn');
  return changed;
}
