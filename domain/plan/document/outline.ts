import { clean } from '../../kernel/text.ts';
import type { JoinedRow } from './join-rows.ts';
import type { JoinedCell } from './joined-cell.ts';
import { type Numbered, type Numbering, numberOf } from './read-number.ts';

// Where each row stands in the outline. Numbering restarts below each area and may be gapped or doubled; it is never
// set right here, only placed.

export interface Outlined {
  readonly row: JoinedRow;
  readonly numbering: Numbering;
  readonly label: string;
  readonly name: string;
  readonly code: string;
  /** Index of the row above it in the outline. */
  readonly parent: number | null;
  readonly depth: number;
}

interface Open {
  readonly index: number;
  readonly rank: number;
  readonly label: string;
  readonly numbering: Numbering;
  readonly working: boolean;
}

const RANK = {
  section: -10,
  part: 0,
  roman: 10,
  group: 15,
  decimal: 20,
  letter: 60,
  bullet: 70,
  none: 80,
} as const;

export function outline(rows: readonly JoinedRow[]): readonly Outlined[] {
  const placed: Outlined[] = [];
  // The chain of open rows, outermost first.
  let open: Open[] = [];
  const counts = new Map<number | null, number>();
  for (const row of rows) {
    const number = lettered(numberOf(row), placed);
    const label = number.label.replace(/^(?:[IVXLC]+|[A-ZĐ])\.(?=\d)/, '');
    const rank = rankOf(number, label, open, row);
    open = open.filter((held) => held.rank < rank && !isStranger(held, number, label));
    const above = open.at(-1);
    const parent = above?.index ?? null;
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    const code = codeOf(number, label, placed, { parent, count, group: rank === RANK.group });
    const name = number.rest.trim();
    placed.push({
      row,
      numbering: number.numbering,
      label: number.label,
      name,
      code,
      parent,
      depth: open.length,
    });
    open.push({
      index: placed.length - 1,
      rank,
      label,
      numbering: number.numbering,
      working: isWorking(row),
    });
  }
  return placed;
}

/** After part H comes part I, not area 1. */
function lettered(number: Numbered, placed: readonly Outlined[]): Numbered {
  if (number.numbering !== 'roman' || number.label !== 'I') return number;
  const part = placed.findLast(({ numbering }) => numbering === 'part');
  return part?.label === 'H' ? { ...number, numbering: 'part' } : number;
}

/** "3.1" does not belong under a task "2" only because no row "3" is there. */
function isStranger(held: Open, number: Numbered, label: string): boolean {
  return (
    number.numbering === 'decimal' &&
    held.numbering === 'decimal' &&
    held.working &&
    label.includes('.') &&
    !label.startsWith(`${held.label}.`)
  );
}

export function isWorking(row: JoinedRow): boolean {
  return !isEmpty(row.cells.leads) || !isEmpty(row.cells.deadline) || !isEmpty(row.cells.deliverables);
}

export function isEmpty(cell: JoinedCell | undefined): boolean {
  return cell === undefined || cell.text.trim() === '';
}

function rankOf(number: Numbered, label: string, open: readonly Open[], row: JoinedRow): number {
  if (number.numbering === 'decimal') {
    const letter = /\d[a-zđ]$/.test(label) ? 1 : 0;
    return RANK.decimal + label.split('.').length + letter;
  }
  if (number.numbering !== 'none') return RANK[number.numbering];
  const last = open.at(-1);
  const name = clean(number.rest);
  if (!isWorking(row) && (row.merged || name === name.toUpperCase() || last?.working === true))
    return RANK.group;
  // An unnumbered task stands beside the task before it, or below the heading before it.
  return last?.working === true ? last.rank : RANK.none;
}

interface Position {
  readonly parent: number | null;
  readonly count: number;
  readonly group: boolean;
}

function codeOf(number: Numbered, label: string, placed: readonly Outlined[], at: Position): string {
  const above = at.parent === null ? undefined : placed[at.parent];
  const prefix = above === undefined || above.code === '' ? '' : `${above.code}.`;
  if (number.numbering === 'decimal') {
    const area = areaOf(above, placed);
    const own = /^[IVXLCA-ZĐ]+(?=\.\d)/.exec(number.label)?.[0];
    // "II.1" below an area that is not II keeps the number it was given.
    if (own !== undefined && own !== area.split('.').at(-1)) return number.label;
    return area === '' ? number.label : `${area}.${label}`;
  }
  if (number.label !== '' && number.numbering !== 'bullet') return `${prefix}${number.label}`;
  // A row without a number must not take the number of a numbered one beside it.
  const beside = placed.findLast(({ parent }) => parent === at.parent);
  const bracketed =
    (at.group && above !== undefined) || (beside !== undefined && beside.numbering === 'decimal');
  return bracketed ? `${prefix}[${at.count}]` : `${prefix}${at.count}`;
}

/** Code of the innermost area above a row; '' where the plan has none. */
function areaOf(row: Outlined | undefined, placed: readonly Outlined[]): string {
  for (let at = row; at !== undefined; at = at.parent === null ? undefined : placed[at.parent]) {
    if (at.numbering === 'roman' || at.numbering === 'part' || at.numbering === 'section') return at.code;
    if (at.numbering === 'none' && at.parent === null) return at.code;
  }
  return '';
}
