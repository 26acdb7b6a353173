import { readAgencies } from '../../agency/read-agencies.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import type { Columns } from './columns.ts';
import { type GridRow, widthOf } from './grid.ts';
import type { ColumnRole } from './header-words.ts';

// A plan whose header was lost is told by what its columns hold: numbers, agencies, deadlines, long sentences.

const LOOKED_AT = 60;
const AGENCY =
  /^[-+•]?\s*(các |những )?(sở|ban|bộ|ngành|ubnd|ủy ban|uỷ ban|văn phòng|phòng|công an|trung tâm|cơ quan|đơn vị|chi cục|cục|thanh tra|hội|đài|báo|đoàn|trạm|trường|kho bạc|bảo hiểm|mặt trận|viện|vụ|tổng cục|địa phương|thôn|bản|tổ )/iu;

interface Held {
  readonly column: number;
  readonly length: number;
  readonly filled: number;
  readonly numbers: number;
  readonly agencies: number;
  readonly deadlines: number;
}

/** Columns by content; undefined where the table does not look like a plan. */
export function inferColumns(grid: readonly GridRow[]): Columns | undefined {
  const rows = grid.slice(0, LOOKED_AT);
  if (rows.length < 3) return undefined;
  const held = Array.from({ length: Math.min(widthOf(grid), 20) }, (_, column) => weigh(rows, column));
  const used = new Set<number>();
  const take = (fits: (one: Held) => boolean, order?: (a: Held, b: Held) => number) => {
    const found = held.filter((one) => one.filled > 0 && !used.has(one.column) && fits(one));
    const best = (order === undefined ? found : [...found].sort(order))[0];
    if (best !== undefined) used.add(best.column);
    return best?.column;
  };
  const code = take(({ numbers, column }) => numbers >= 0.5 && column < 2);
  const deadline = take(({ deadlines }) => deadlines >= 0.6);
  const leads = take(({ agencies }) => agencies >= 0.6);
  const coordinators = take(({ agencies }) => agencies >= 0.6);
  const name = take(
    ({ length }) => length >= 8,
    leads === undefined ? undefined : (a, b) => a.column - b.column,
  );
  if (name === undefined || leads === undefined || (deadline === undefined && code === undefined))
    return undefined;
  const deliverables = take(({ length }) => length >= 4);
  const found: readonly (readonly [number | undefined, ColumnRole])[] = [
    [code, 'code'],
    [name, 'name'],
    [deadline, 'deadline'],
    [leads, 'leads'],
    [coordinators, 'coordinators'],
    [deliverables, 'deliverables'],
  ];
  const roles = held.map(({ column }) => found.find(([at]) => at === column)?.[1] ?? 'other');
  return { roles, headers: [], lower: [], depth: 0 };
}

function weigh(rows: readonly GridRow[], column: number): Held {
  const texts = rows.flatMap((row) => {
    const text = row.cells[column]?.cell.text.trim() ?? '';
    return text === '' ? [] : [text];
  });
  const share = (fits: (text: string) => boolean) => texts.filter(fits).length / Math.max(1, texts.length);
  return {
    column,
    filled: texts.length,
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    numbers: share((text) => /^([IVXLC]+|[A-ZĐ]|\d+)([.]\d+)*[.)]?$/.test(text)),
    agencies: share((text) => AGENCY.test(text) && readAgencies(text).length > 0),
    deadlines: share((text) => text.length <= 80 && !['none', 'fragment'].includes(readDeadline(text).kind)),
  };
}
