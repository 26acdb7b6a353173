import type { JoinedRow } from './join-rows.ts';
import type { Doubt, PlanRow } from './plan-reading.ts';

/** Fields read with low confidence, each with the reason a person should look. */
export function findDoubts(row: PlanRow, joined: JoinedRow): readonly Doubt[] {
  if (row.kind !== 'task') return [];
  const doubts: Doubt[] = [];
  const doubt = (field: Doubt['field'], reason: string) => doubts.push({ field, reason });
  const { text, reading } = row.deadline;
  if (text !== '' && (reading.kind === 'none' || reading.kind === 'fragment'))
    doubt('deadline', 'Chưa hiểu thời hạn.');
  if (row.name === '') doubt('name', 'Không thấy tên nhiệm vụ.');
  if (row.leads.length === 0) doubt('leads', 'Không thấy cơ quan chủ trì.');
  if (row.leads.some((lead) => lead.reading.length === 0)) doubt('leads', 'Chưa nhận ra cơ quan chủ trì.');
  if (row.coordinators.some((cell) => cell.reading.length === 0))
    doubt('coordinators', 'Chưa nhận ra cơ quan phối hợp.');
  if (row.leads.length > 1) doubt('leads', 'Hai cơ quan chủ trì: hãy xem có đúng là hai không.');
  if (joined.spilled) doubt('name', 'Dòng bị cắt qua trang, đã nối lại: hãy xem chỗ nối.');
  return doubts;
}
