import { clean } from '../../kernel/text.ts';
import type { JoinedCell, JoinedRow } from './join-rows.ts';

// Where each row stands in the outline. Numbering restarts below each area, may be gapped or doubled, and may stand
// in the same cell as the name ("I CÔNG TÁC CHỈ ĐẠO").

export type Numbering = 'part' | 'roman' | 'decimal' | 'letter' | 'bullet' | 'none';

export interface Outlined {
  readonly row: JoinedRow;
  readonly numbering: Numbering;
  /** The number as printed, cleaned: "2.2.1", "III". */
  readonly label: string;
  readonly name: string;
  readonly code: string;
  readonly parent: number | null;
  readonly depth: number;
}

const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

interface Numbered {
  readonly numbering: Numbering;
  readonly label: string;
  readonly rest: string;
}

function readNumber(cell: string): Numbered {
  const text = clean(cell);
  const match = /^([^\s]+?)[.)/:]*(?:\s+(.*))?$/s.exec(text);
  const head = (match?.[1] ?? '').replace(/^[("[]/, '');
  const rest = match?.[2] ?? '';
  if (/^(phần|phụ lục|mục|chương)$/i.test(head))
    return {
      numbering: 'part',
      label: text.split(' ').slice(0, 2).join(' '),
      rest: text.split(' ').slice(2).join(' '),
    };
  if (ROMAN.test(head)) return { numbering: 'roman', label: head, rest };
  if (/^[IVXLC]+\.\d+(\.\d+)*$/.test(head)) return { numbering: 'decimal', label: head, rest };
  if (/^\d+([.,]\d+)*$/.test(head))
    return { numbering: 'decimal', label: head.replaceAll(',', '.').split('.').map(Number).join('.'), rest };
  if (/^[A-ZĐ]$/.test(head)) return { numbering: 'part', label: head, rest };
  if (/^[a-zđ]$/.test(head)) return { numbering: 'letter', label: head, rest };
  if (/^[-+•*–]$/.test(head)) return { numbering: 'bullet', label: '-', rest };
  return { numbering: 'none', label: '', rest: text };
}

/** The number of the row: from its own column, or from the head of its name where there is no such column. */
function numberOf(row: JoinedRow): Numbered {
  const code = row.cells.code?.text ?? '';
  const name = row.cells.name?.text ?? '';
  if (code !== '') {
    const own = readNumber(code);
    return own.numbering === 'none'
      ? { ...own, rest: joinWords(own.rest, name) }
      : { ...own, rest: joinWords(own.rest, name) };
  }
  const inName = /^(?:\d+(?:\.\d+)*[.)]\s|[IVXLC]+[.)]\s|[A-ZĐ][.)]\s|[a-zđ]\)\s|[-+•*]\s)/.test(clean(name))
    ? readNumber(name)
    : undefined;
  return inName === undefined || inName.numbering === 'none'
    ? { numbering: 'none', label: '', rest: name }
    : inName;
}

function joinWords(head: string, tail: string): string {
  return head === '' ? tail : tail === '' ? head : `${head} ${tail}`;
}

/** Places every row; `parent` is the index of the row above it in the outline. */
export function outline(rows: readonly JoinedRow[]): readonly Outlined[] {
  const placed: Outlined[] = [];
  // The chain of open rows, outermost first.
  let open: { index: number; rank: number; label: string }[] = [];
  const counts = new Map<number | null, number>();
  for (const row of rows) {
    const number = numberOf(row);
    const plain = number.label.replace(/^[IVXLC]+\./, '');
    const rank = rankOf(number, plain, open, row);
    open = open.filter((held) => held.rank < rank);
    // "2.2.1" belongs under "2.2" only if that row is there; otherwise under the nearest that is.
    const above = open.at(-1);
    const parent = above?.index ?? null;
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    const code = codeOf(
      number,
      plain,
      above === undefined ? undefined : placed[above.index],
      placed,
      parent,
      count,
    );
    placed.push({
      row,
      numbering: number.numbering,
      label: number.label,
      name: tidy(number.rest),
      code,
      parent,
      depth: open.length,
    });
    open.push({ index: placed.length - 1, rank, label: plain });
  }
  return placed;
}

function tidy(text: string): string {
  return text.trim();
}

const RANK = { part: 0, roman: 10, decimal: 20, letter: 60, bullet: 70, none: 80 } as const;

function rankOf(
  number: Numbered,
  plain: string,
  open: readonly { rank: number; label: string }[],
  row: JoinedRow,
): number {
  if (number.numbering === 'decimal') {
    const parts = plain.split('.');
    // "4.1" after "4" is one below it; after "4.1" stands beside it; a jump from "2" to "2.2.1" is still below "2".
    return RANK.decimal + parts.length;
  }
  if (number.numbering === 'none') {
    const last = open.at(-1);
    const group =
      (row.cells.leads?.text ?? '') === '' &&
      (row.cells.deadline?.text ?? '') === '' &&
      (row.cells.deliverables?.text ?? '') === '';
    if (
      group &&
      clean(row.cells.name?.text ?? row.cells.code?.text ?? '') ===
        clean(row.cells.name?.text ?? row.cells.code?.text ?? '').toUpperCase()
    )
      return RANK.roman;
    return last === undefined ? RANK.none : RANK.none;
  }
  return RANK[number.numbering];
}

function codeOf(
  number: Numbered,
  plain: string,
  above: Outlined | undefined,
  placed: readonly Outlined[],
  parent: number | null,
  count: number,
): string {
  const area = areaOf(above, placed);
  if (number.numbering === 'decimal') return area === '' ? number.label : `${area}.${plain}`;
  if (number.numbering === 'roman' || number.numbering === 'part')
    return above === undefined || above.code === '' ? number.label : `${above.code}.${number.label}`;
  if (number.numbering === 'letter')
    return above === undefined ? number.label : `${above.code}.${number.label}`;
  return parent === null || above === undefined ? String(count) : `${above.code}.${count}`;
}

/** Code of the innermost area (roman or lettered part) above a row; '' where the plan has none. */
function areaOf(row: Outlined | undefined, placed: readonly Outlined[]): string {
  for (let at = row; at !== undefined; at = at.parent === null ? undefined : placed[at.parent])
    if (
      at.numbering === 'roman' ||
      at.numbering === 'part' ||
      (at.numbering === 'none' && at.parent === null)
    )
      return at.code;
  return '';
}

export function isEmpty(cell: JoinedCell | undefined): boolean {
  return cell === undefined || cell.text.trim() === '';
}
