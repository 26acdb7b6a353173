import type { Doubt, PlanRow } from './plan-reading.ts';

/** Fields of a task whose words could not be read, or are missing. */
export function findUnread(row: PlanRow): readonly Doubt[] {
  if (row.kind !== 'task') return [];
  const doubts: Doubt[] = [];
  const { text, reading } = row.deadline;
  if (text !== '' && (reading.kind === 'none' || reading.kind === 'fragment'))
    doubts.push({ field: 'deadline', reason: 'Chưa hiểu thời hạn.' });
  if (row.name === '') doubts.push({ field: 'name', reason: 'Không thấy tên nhiệm vụ.' });
  if (row.leads.length === 0) doubts.push({ field: 'leads', reason: 'Không thấy cơ quan chủ trì.' });
  if (row.leads.some((lead) => lead.reading.length === 0))
    doubts.push({ field: 'leads', reason: 'Chưa nhận ra cơ quan chủ trì.' });
  if (row.coordinators.some((cell) => cell.reading.length === 0))
    doubts.push({ field: 'coordinators', reason: 'Chưa nhận ra cơ quan phối hợp.' });
  return doubts;
}
