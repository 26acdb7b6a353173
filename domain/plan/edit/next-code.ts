import { formatRoman, parseOrdinal } from '../document/ordinal.ts';
import type { PlanRow, RowKind } from '../document/plan-reading.ts';

/**
 * The code a new row takes: after the largest number among the rows of its parent. Numbers already given stay, as
 * letters and reports cite them.
 */
export function nextCode(rows: readonly PlanRow[], above: PlanRow | undefined, kind: RowKind): string {
  const siblings = rows.filter(({ parentKey }) => parentKey === (above?.key ?? null));
  const numbers = siblings
    .filter((row) => (kind === 'area') === (row.kind === 'area'))
    .map(({ code }) => parseOrdinal(code.split('.').at(-1) ?? '') ?? 0);
  const next = Math.max(0, ...numbers) + 1;
  if (kind === 'area') return formatRoman(next);
  return above === undefined ? String(next) : `${above.code}.${next}`;
}
