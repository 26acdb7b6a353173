import { clean, fold } from '../../kernel/text.ts';
import laws from './data/laws.json' with { type: 'json' };
import slips from './data/scanning-slips.json' with { type: 'json' };
import type { Finding, PlanRow, TaskField } from './plan-reading.ts';

// The X-ray of a document: what will make a plan hard to carry out or to measure, each with its place and a remedy.
// Findings about agencies that are not in the directory are made where the directory is known.

/** Day from which the district level no longer exists (Nghị quyết 202/2025/QH15; rules.md section 8). */
export const DISTRICTS_END = '2025-07-01';

export interface XrayOptions {
  /** ISO date on which agencies and laws must still exist: the day somebody asks. */
  readonly asOf: string;
}

type Draft = Omit<Finding, 'row' | 'rowKey' | 'place'>;

/** Findings of the rows, in their order. */
export function findFindings(rows: readonly PlanRow[], options: XrayOptions): readonly Finding[] {
  return [
    ...rows.flatMap((row) => findingsOf(row, options).map((draft) => at(row, draft))),
    ...numberingFindings(rows),
  ];
}

function at(row: PlanRow, draft: Draft): Finding {
  return { ...draft, row: row.code, rowKey: row.key, place: row.source };
}

function findingsOf(row: PlanRow, options: XrayOptions): Draft[] {
  const words = wordsOf(row);
  const everywhere = [...slipFindings(words), ...lawFindings(words, options), ...levelFindings(row, options)];
  return row.kind === 'task' ? [...taskFindings(row), ...everywhere] : everywhere;
}

function wordsOf(row: PlanRow): string {
  return [
    row.name,
    row.deadline.text,
    ...row.leads.map(({ text }) => text),
    ...row.coordinators.map(({ text }) => text),
    ...row.deliverables,
  ].join('\n');
}

function taskFindings(row: PlanRow): Draft[] {
  const { reading, text } = row.deadline;
  const found: Draft[] = [];
  if (text === '')
    found.push({
      code: 'deadline-missing',
      message: 'Nhiệm vụ không ghi thời hạn.',
      remedy: 'Ghi ngày phải hoàn thành, hoặc thời hạn chung ở mục cha.',
    });
  else if (reading.kind === 'fragment' || reading.kind === 'none')
    found.push({
      code: 'words-not-understood',
      message: `Chưa hiểu thời hạn "${text}".`,
      remedy: 'Ghi lại thời hạn bằng ngày, tháng, quý hoặc năm.',
    });
  if (text !== '' && !hasRealDate(reading.kind))
    found.push({
      code: 'no-real-date',
      message: `Thời hạn "${text}" không phải một ngày cụ thể.`,
      remedy: 'Đặt mốc cụ thể (ngày/tháng) để nhắc việc và tính đúng hạn.',
    });
  found.push(...leadFindings(row), ...productFindings(row));
  return found;
}

function hasRealDate(kind: PlanRow['deadline']['reading']['kind']): boolean {
  return kind === 'date' || kind === 'month' || kind === 'quarter' || kind === 'range' || kind === 'multi';
}

function leadFindings(row: PlanRow): Draft[] {
  if (row.leads.length === 0)
    return [
      {
        code: 'no-lead',
        message: 'Nhiệm vụ không có cơ quan chủ trì.',
        remedy: 'Chọn một cơ quan chịu trách nhiệm chính.',
      },
    ];
  const found: Draft[] = [];
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
  for (const lead of row.leads)
    if (lead.text !== '' && lead.reading.length === 0)
      found.push({
        code: 'words-not-understood',
        message: `Chưa nhận ra cơ quan nào trong "${clean(lead.text)}".`,
        remedy: 'Sửa tên cơ quan cho đúng danh mục.',
      });
  return found;
}

function productFindings(row: PlanRow): Draft[] {
  if (row.deliverables.length === 0)
    return [
      {
        code: 'product-missing',
        message: 'Nhiệm vụ không ghi kết quả/sản phẩm.',
        remedy: 'Ghi sản phẩm phải có, hoặc nói rõ dùng chung sản phẩm của nhiệm vụ nào.',
      },
    ];
  const found: Draft[] = [];
  const measurable = row.targets.some(({ comparator }) => comparator !== 'exists');
  if (!measurable)
    found.push({
      code: row.targets.length === 0 ? 'no-measurable-product' : 'product-without-number',
      message:
        row.targets.length === 0 ? 'Sản phẩm không đo đếm được.' : 'Sản phẩm chỉ cần có, không kèm con số.',
      remedy: 'Thêm chỉ tiêu bằng con số, hoặc tên văn bản phải ban hành.',
    });
  const name = fold(row.name);
  if (row.deliverables.some((item) => isSame(fold(item), name)))
    found.push({
      code: 'product-repeats-task',
      message: 'Sản phẩm chỉ nhắc lại tên nhiệm vụ.',
      remedy: 'Ghi kết quả thấy được: văn bản, số lượng, tỷ lệ.',
    });
  const contradiction = findContradiction(row);
  if (contradiction !== undefined) found.push(contradiction);
  return found;
}

function isSame(product: string, name: string): boolean {
  const bare = (text: string) => text.replace(/[^a-z0-9 ]/g, '').trim();
  return bare(product) === bare(name) && bare(name) !== '';
}

/** Two exact percentages for the same thing, or a percentage in the name that is not the product's. */
function findContradiction(row: PlanRow): Draft | undefined {
  const exact = row.targets.filter(
    (target) =>
      target.unit === '%' &&
      target.value !== undefined &&
      target.subject !== undefined &&
      (target.comparator === '=' || target.comparator === '>='),
  );
  for (const one of exact)
    for (const other of exact)
      if (one !== other && fold(one.subject ?? '') === fold(other.subject ?? '') && one.value !== other.value)
        return {
          code: 'contradicting-percentages',
          message: `Hai tỷ lệ khác nhau cho "${one.subject}": ${one.value}% và ${other.value}%.`,
          remedy: 'Giữ một con số.',
        };
  return undefined;
}

function slipFindings(words: string): Draft[] {
  return slips
    .filter(({ found }) => words.includes(found))
    .map(({ found, meant }) => ({
      code: 'scanning-slip',
      message: `"${found}" có lẽ là "${meant}".`,
      remedy: `Sửa thành "${meant}" nếu đúng; văn bản gốc vẫn được giữ nguyên.`,
    }));
}

function lawFindings(words: string, options: XrayOptions): Draft[] {
  const folded = fold(words).replace(/\s/g, '');
  return laws
    .filter(
      ({ cited, validTo }) =>
        validTo < options.asOf &&
        new RegExp(`(?<![0-9])${fold(cited).replace(/[/-]/g, '[/-]?')}`).test(folded),
    )
    .map(({ cited, subject, replacedBy, validTo, verified }) => ({
      code: 'law-replaced',
      message: `Văn bản ${cited} (${subject}) hết hiệu lực sau ngày ${vietnameseDate(validTo)}, thay bằng ${replacedBy}${verified ? '' : ' (chưa đối chiếu văn bản gốc)'}.`,
      remedy: `Viện dẫn ${replacedBy}.`,
    }));
}

function vietnameseDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}

function levelFindings(row: PlanRow, options: XrayOptions): Draft[] {
  if (options.asOf < DISTRICTS_END) return [];
  const named = [
    ...row.leads.flatMap(({ reading }) => reading),
    ...row.coordinators.flatMap(({ reading }) => reading),
  ].some(({ level }) => level === 'district');
  return named
    ? [
        {
          code: 'level-ended',
          message: 'Giao cho cấp huyện, đã kết thúc hoạt động từ ngày 01/7/2025.',
          remedy: 'Chuyển phần việc cho xã, phường hoặc sở kế thừa.',
        },
      ]
    : [];
}

/** Numbers that are missing or stand twice among the rows of one parent. */
function numberingFindings(rows: readonly PlanRow[]): Finding[] {
  const found: Finding[] = [];
  const bySiblings = Map.groupBy(rows, (row) => row.parentKey);
  for (const siblings of bySiblings.values()) {
    let before: number | undefined;
    for (const row of siblings) {
      const own = lastNumber(row.code);
      if (own === undefined) continue;
      if (before !== undefined && own > before + 1)
        found.push(
          at(row, {
            code: 'numbering-gap',
            message: `Số thứ tự nhảy từ ${before} đến ${own}.`,
            remedy: 'Kiểm tra xem có nhiệm vụ bị bỏ sót không.',
          }),
        );
      if (before !== undefined && own === before)
        found.push(
          at(row, {
            code: 'numbering-doubled',
            message: `Số thứ tự ${own} xuất hiện hai lần.`,
            remedy: 'Đánh lại số thứ tự.',
          }),
        );
      before = own;
    }
  }
  return found;
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function lastNumber(code: string): number | undefined {
  const last = code.split('.').at(-1) ?? '';
  if (/^\d+$/.test(last)) return Number(last);
  if (!/^[IVXLC]+$/.test(last)) return undefined;
  return [...last].reduce((sum, letter, place) => {
    const value = ROMAN_VALUES[letter] ?? 0;
    return sum + (value < (ROMAN_VALUES[last[place + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}

/** Slips are offered as corrections of the fields they stand in. */
export function proposeCorrections(
  row: PlanRow,
): readonly { readonly field: TaskField; readonly found: string; readonly meant: string }[] {
  const fields: readonly (readonly [TaskField, string])[] = [
    ['name', row.name],
    ['deliverables', row.deliverables.join('\n')],
    ['deadline', row.deadline.text],
  ];
  return fields.flatMap(([field, words]) =>
    slips.filter(({ found }) => words.includes(found)).map(({ found, meant }) => ({ field, found, meant })),
  );
}
