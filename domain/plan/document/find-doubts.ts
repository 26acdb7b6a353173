import { findUnread } from './find-unread.ts';
import type { JoinedRow } from './join-rows.ts';
import type { Doubt, PlanRow } from './plan-reading.ts';

/** Fields read with low confidence, each with the reason a person should look. */
export function findDoubts(row: PlanRow, joined: JoinedRow): readonly Doubt[] {
  if (row.kind !== 'task') return [];
  const doubts: Doubt[] = [...findUnread(row)];
  if (row.leads.length > 1)
    doubts.push({ field: 'leads', reason: 'Hai cơ quan chủ trì: hãy xem có đúng là hai không.' });
  if (joined.spilled)
    doubts.push({ field: 'name', reason: 'Dòng bị cắt qua trang, đã nối lại: hãy xem chỗ nối.' });
  return doubts;
}
