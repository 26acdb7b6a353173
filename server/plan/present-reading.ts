// Readings as a person at a terminal wants to see them.
import type { AgencyMention } from '#domain/agency/agency-phrase.ts';
import type { Deadline } from '#domain/plan/deadline/deadline.ts';
import type { PlanReading, PlanRow } from '#domain/plan/document/plan-reading.ts';
import type { Comparator, Target } from '#domain/plan/target/target.ts';

const COMPARATORS = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '=': '=',
  between: 'từ',
  increase: 'tăng',
  decrease: 'giảm',
  count: 'số lượng',
  exists: 'có',
} as const satisfies Record<Comparator, string>;

const DEADLINE_KINDS = {
  year: 'năm',
  quarter: 'quý',
  month: 'tháng',
  date: 'ngày',
  range: 'khoảng thời gian',
  recurring: 'định kỳ',
  continuous: 'thường xuyên',
  by_external_plan: 'theo kế hoạch khác',
  relative_days: 'số ngày',
  relative_working_days: 'số ngày làm việc',
  relative_event: 'theo sự kiện',
  multi: 'nhiều mốc',
  fragment: 'ô bị cắt',
  none: 'không có',
} as const satisfies Record<Deadline['kind'], string>;

export function presentTarget({ comparator, value, upper, unit, subject }: Target): string {
  const range =
    upper === undefined ? presentNumber(value) : `${presentNumber(value)} đến ${presentNumber(upper)}`;
  return [COMPARATORS[comparator], range, unit, subject === undefined ? '' : `(${subject})`]
    .filter(Boolean)
    .join(' ');
}

export function presentDeadline({ kind, start, end, endExclusive, n, anchor }: Deadline): string {
  const until = end === undefined ? '' : `${endExclusive === true ? 'trước' : 'đến'} ${presentDate(end)}`;
  const from = start === undefined ? '' : `từ ${presentDate(start)}`;
  return [DEADLINE_KINDS[kind], n === undefined ? '' : String(n), from, until, anchor]
    .filter(Boolean)
    .join(' ');
}

export function presentAgency({ name, kind, note }: AgencyMention): string {
  return [kind === 'group' ? `[nhóm] ${name}` : name, note === undefined ? '' : `(${note})`]
    .filter(Boolean)
    .join(' ');
}

/** The plan as a table of text: number, task, deadline, lead, product. */
export function presentPlan({ plan, rows, findings, receipt }: PlanReading): string {
  const head = [
    plan.title,
    [
      plan.number === null ? '' : `Số ${plan.number}`,
      plan.date === null ? '' : `ngày ${presentDate(plan.date)}`,
      plan.issuer,
    ]
      .filter(Boolean)
      .join(', '),
  ];
  const tasks = rows.filter(({ kind }) => kind === 'task').length;
  const table = presentTable(
    [['Mã', 'Nhiệm vụ', 'Thời hạn', 'Chủ trì', 'Sản phẩm'], ...rows.map(presentRow)],
    [12, 48, 16, 28, 40],
  );
  const lost = receipt.lost.length === 0 ? 'không mất chữ nào' : `${receipt.lost.length} chữ chưa đọc được`;
  return [
    ...head.filter((line) => line !== ''),
    '',
    table,
    '',
    `${tasks} nhiệm vụ trong ${rows.length} dòng; ${findings.length} điểm cần xem; ${receipt.words} chữ, ${lost}.`,
    '',
  ].join('\n');
}

function presentRow({ code, name, kind, deadline, leads, deliverables }: PlanRow): string[] {
  if (kind !== 'task') return [code, name.toUpperCase() === name ? name : `${name}:`, '', '', ''];
  return [code, name, deadline.text, leads.map(({ text }) => text).join('; '), deliverables.join('; ')];
}

function presentTable(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const lines = rows.map((row) =>
    widths
      .map((width, at) => presentField(row[at] ?? '', width))
      .join(' │ ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n');
}

function presentField(text: string, width: number): string {
  const line = [...text.replace(/\s+/g, ' ').normalize('NFC')];
  return line.length > width ? `${line.slice(0, width - 1).join('')}…` : line.join('').padEnd(width);
}

function presentNumber(value: number | undefined): string {
  return value === undefined ? '' : String(value).replace('.', ',');
}

function presentDate(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  return [day, month, year].filter((part) => part !== undefined).join('/');
}
