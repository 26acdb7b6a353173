import { clean, fold } from '../../kernel/text.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { readTargets } from '../target/read-target.ts';
import type { FindingDraft, PlanRow } from './plan-reading.ts';

// What makes a single task hard to urge on: no day, no one in charge, nothing to measure.

export function findInTask(row: PlanRow): readonly FindingDraft[] {
  return [...deadlineFindings(row), ...leadFindings(row), ...productFindings(row)];
}

function deadlineFindings({ deadline: { reading, text } }: PlanRow): FindingDraft[] {
  if (text === '')
    return [
      {
        code: 'deadline-missing',
        message: 'Nhiệm vụ không ghi thời hạn.',
        remedy: 'Ghi ngày phải hoàn thành, hoặc thời hạn chung ở mục cha.',
      },
    ];
  const found: FindingDraft[] = [];
  if (reading.kind === 'fragment' || reading.kind === 'none')
    found.push({
      code: 'words-not-understood',
      message: `Chưa hiểu thời hạn "${text}".`,
      remedy: 'Ghi lại thời hạn bằng ngày, tháng, quý hoặc năm.',
    });
  if (!hasRealDate(reading))
    found.push({
      code: 'no-real-date',
      message: `Thời hạn "${text}" không phải một ngày cụ thể.`,
      remedy: 'Đặt mốc cụ thể (ngày/tháng) để nhắc việc và tính đúng hạn.',
    });
  return found;
}

/** A whole year is no date anyone can be urged by. */
function hasRealDate(reading: Deadline): boolean {
  if (reading.kind === 'multi') return (reading.parts ?? []).some(hasRealDate);
  return ['date', 'month', 'quarter', 'range'].includes(reading.kind);
}

function leadFindings(row: PlanRow): FindingDraft[] {
  if (row.leads.length === 0)
    return [
      {
        code: 'no-lead',
        message: 'Nhiệm vụ không có cơ quan chủ trì.',
        remedy: 'Chọn một cơ quan chịu trách nhiệm chính.',
      },
    ];
  const found: FindingDraft[] = [];
  const groups = row.leads.flatMap(({ reading }) => reading.filter(({ kind }) => kind === 'group'));
  if (groups.length > 0)
    found.push({
      code: 'group-lead',
      message: `Chủ trì là nhóm cơ quan: ${groups.map(({ name }) => name).join(', ')}.`,
      remedy: 'Mỗi cơ quan trong nhóm đã được giao một phần việc riêng; nên chỉ định một cơ quan tổng hợp.',
    });
  if (row.leads.length > 1)
    found.push({
      code: 'two-leads',
      message: `Có ${row.leads.length} cơ quan cùng chủ trì: ${row.leads.map(({ text }) => clean(text)).join('; ')}.`,
      remedy: 'Ghi rõ phần việc của mỗi cơ quan chủ trì.',
    });
  for (const cell of [...row.leads, ...row.coordinators])
    if (cell.text !== '' && cell.reading.length === 0)
      found.push({
        code: 'words-not-understood',
        message: `Chưa nhận ra cơ quan nào trong "${clean(cell.text)}".`,
        remedy: 'Sửa tên cơ quan cho đúng danh mục.',
      });
  return found;
}

function productFindings(row: PlanRow): FindingDraft[] {
  if (row.deliverables.length === 0)
    return [
      {
        code: 'product-missing',
        message: 'Nhiệm vụ không ghi kết quả/sản phẩm.',
        remedy: 'Ghi sản phẩm phải có, hoặc nói rõ dùng chung sản phẩm của nhiệm vụ nào.',
      },
    ];
  const found: FindingDraft[] = [];
  if (!row.targets.some(({ comparator }) => comparator !== 'exists'))
    found.push({
      code: row.targets.length === 0 ? 'no-measurable-product' : 'product-without-number',
      message:
        row.targets.length === 0 ? 'Sản phẩm không đo đếm được.' : 'Sản phẩm chỉ cần có, không kèm con số.',
      remedy: 'Thêm chỉ tiêu bằng con số, hoặc tên văn bản phải ban hành.',
    });
  const name = bare(row.name);
  if (name !== '' && row.deliverables.some((item) => repeats(bare(item), name)))
    found.push({
      code: 'product-repeats-task',
      message: 'Sản phẩm chỉ nhắc lại tên nhiệm vụ.',
      remedy: 'Ghi kết quả thấy được: văn bản, số lượng, tỷ lệ.',
    });
  return [...found, ...findContradictions(row)];
}

function bare(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9 ]/g, '')
    .trim();
}

const EMPTY_WORDS =
  /^(?:viec |tiep tuc |trien khai |thuc hien |to chuc |hoan thanh |bao dam |dam bao )+|(?: theo (?:dung )?quy dinh| co hieu qua| kip thoi| day du)+$/g;

/** The same words, give or take "thực hiện …" before them and "… theo quy định" behind. */
function repeats(product: string, name: string): boolean {
  if (Math.abs(product.length - name.length) > 60) return false;
  if (product === name) return true;
  const core = product.replace(EMPTY_WORDS, '').trim();
  return core.split(' ').length >= 4 && core === name.replace(EMPTY_WORDS, '').trim();
}

/** Two different percentages for the same thing, in the products or between the name and a product. */
function findContradictions(row: PlanRow): FindingDraft[] {
  const stated = [...row.targets, ...(row.name.includes('%') ? readTargets({ text: row.name }) : [])].filter(
    ({ unit, value, subject, comparator }) =>
      unit === '%' &&
      value !== undefined &&
      subject !== undefined &&
      (comparator === '=' || comparator === '>='),
  );
  const values = new Map<string, number>();
  for (const { subject, value, deadline } of stated) {
    const key = `${bare(subject ?? '')} ${deadline ?? ''}`;
    const known = values.get(key);
    if (known !== undefined && known !== value)
      return [
        {
          code: 'contradicting-percentages',
          message: `Hai tỷ lệ khác nhau cho "${subject}": ${known}% và ${value}%.`,
          remedy: 'Giữ một con số.',
        },
      ];
    if (value !== undefined) values.set(key, value);
  }
  return [];
}
