import type { FindingCode } from './finding-codes.ts';
import { parseOrdinal } from './ordinal.ts';
import type { Finding, PlanRow } from './plan-reading.ts';

/** Numbers that are missing or stand twice among the rows of one parent. */
export function findNumbering(rows: readonly PlanRow[]): readonly Finding[] {
  const siblings = Map.groupBy(rows, ({ parentKey }) => parentKey);
  return [...siblings.values()].flatMap(findInSiblings);
}

function findInSiblings(rows: readonly PlanRow[]): readonly Finding[] {
  const found: Finding[] = [];
  let before: number | undefined;
  let seen = new Set<number>();
  for (const row of rows) {
    const own = parseOrdinal(row.code.split('.').at(-1) ?? '');
    if (own === undefined) continue;
    // Back to 1: the plan numbers another list.
    if (own === 1 && before !== undefined && before > 1) seen = new Set();
    else if (before !== undefined && own > before + 1)
      found.push(
        finding(
          row,
          'numbering-gap',
          `Số thứ tự nhảy từ ${before} đến ${own}.`,
          'Kiểm tra xem có nhiệm vụ bị bỏ sót không.',
        ),
      );
    if (seen.has(own))
      found.push(
        finding(row, 'numbering-doubled', `Số thứ tự ${own} xuất hiện hai lần.`, 'Đánh lại số thứ tự.'),
      );
    seen.add(own);
    before = own;
  }
  return found;
}

function finding(row: PlanRow, code: FindingCode, message: string, remedy: string): Finding {
  return { code, row: row.code, rowKey: row.key, place: row.source, message, remedy };
}
