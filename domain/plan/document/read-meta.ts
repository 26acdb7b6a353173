import { clean, fold } from '../../kernel/text.ts';
import type { PlanMeta } from './plan-reading.ts';

// Number, date, issuer, title and period of the plan, from the lines above its table: a letterhead, the kind of
// document with its title, or the line "Kèm theo Kế hoạch số …" of an annex. Lines that cite other documents
// ("Căn cứ …", "Thực hiện Quyết định số …") say nothing of the plan itself.

const NUMBER = /số:?\s*(\d+[a-z]?)\s*\/\s*((?:20\d\d\s*\/\s*)?[A-ZĐ][A-ZĐ0-9.]*(?:\s*-\s*[A-ZĐ0-9.&]+)*)/iu;
const DATE =
  /ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu;
const OF =
  /của\s+((?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Bộ|Sở|Ban|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Chính phủ|Thủ tướng|Huyện ủy|Đảng ủy|Văn phòng|Cục|Chi cục|Tổng cục|Giám đốc|Chủ tịch|Bộ trưởng|Trường|Trung tâm|Bệnh viện|Phòng)[^)\n.;]*)/u;
const CITING = /^[-+(]?\s*(?:căn cứ|thực hiện|theo|triển khai|tiếp theo|xét|trên cơ sở)\b/iu;
const ISSUER =
  /^(ỦY BAN|UỶ BAN|UBND|BỘ|SỞ|HỘI ĐỒNG|HĐND|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|HUYỆN ỦY|ĐẢNG ỦY|BAN|CỤC|CHI CỤC|TỔNG CỤC|VĂN PHÒNG|PHÒNG|TRUNG TÂM|TRƯỜNG|BỆNH VIỆN|VIỆN|THANH TRA|CÔNG AN|CHÍNH PHỦ|THỦ TƯỚNG|LIÊN ĐOÀN|HỘI|MẶT TRẬN|BẢO HIỂM)(?!\p{L})/u;
const MOTTO = /^(cộng h(oà|òa)|độc lập|[-_–—*\s.]+$)/iu;
const KIND =
  /^(kế hoạch|chương trình|đề án|quyết định|phụ lục|danh mục|bảng|biểu|phân công|công văn|chỉ thị|nghị quyết|phương án)(?!\p{L})/iu;
const PLAN_KIND = /^(kế hoạch|chương trình|đề án|phương án)(?!\p{L})/iu;

export function readMeta(paragraphs: readonly string[]): PlanMeta {
  const lines = paragraphs.map(clean).filter((line) => /[\p{L}\d]/u.test(line));
  const attached = lines.find((line) => /^\(?(kèm theo|ban hành kèm|phụ lục kèm theo)/iu.test(line)) ?? '';
  const own = lines.filter((line) => !CITING.test(line));
  const head = own.slice(0, 25).join('\n');
  const number = NUMBER.exec(attached) ?? NUMBER.exec(head);
  const title = readTitle(own);
  return {
    number: number === null ? null : `${number[1]}/${(number[2] ?? '').replace(/\s/g, '').toUpperCase()}`,
    date: readDate(attached) ?? readDate(head) ?? null,
    issuer: (OF.exec(attached)?.[1] ?? issuerOnTop(own) ?? OF.exec(head)?.[1] ?? null)?.trim() ?? null,
    title,
    period: readPeriod(title) ?? readPeriod(own.map((line) => line.replace(DATE, '')).join('\n')),
  };
}

function readDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [day = 0, month = 0, year = 0] = [
    match[1] ?? match[4],
    match[2] ?? match[5],
    match[3] ?? match[6],
  ].map(Number);
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A letterhead names the office above first and the issuer last; a name may go over two lines. */
function issuerOnTop(lines: readonly string[]): string | undefined {
  const end = lines.findIndex((line) => KIND.test(line) && !ISSUER.test(line));
  const head = lines.slice(0, end === -1 ? 8 : end).filter((line) => !MOTTO.test(line));
  const at = head.findLastIndex((line) => ISSUER.test(line) && line === line.toUpperCase());
  const found = head[at];
  const next = head[at + 1] ?? '';
  const goesOn =
    /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND)$/u.test(found ?? '') &&
    /^(TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)/u.test(next);
  return found === undefined ? undefined : goesOn ? `${found} ${next}` : found;
}

const LONGEST_TITLE = 400;

/** The lines below "KẾ HOẠCH" or "PHỤ LỤC", up to the text; or the line itself where it says what the plan is for. */
function readTitle(lines: readonly string[]): string {
  const body = lines.filter((line) => !MOTTO.test(line) && !/^số\s*:/iu.test(line));
  const isKind = (line: string, kinds: RegExp) =>
    kinds.test(line) && line.length <= LONGEST_TITLE && !/[.;:]$/.test(line);
  const plan = body.findIndex((line) => isKind(line, PLAN_KIND));
  const at = plan === -1 ? body.findIndex((line) => isKind(line, KIND)) : plan;
  const first = body[at];
  if (first === undefined)
    return body.find((line) => !ISSUER.test(line) && !DATE.test(line) && !NUMBER.test(line)) ?? 'Kế hoạch';
  const below: string[] = [];
  for (const line of body.slice(at + 1)) {
    const goesOn = below.length === 0 || isCapitals(line) === isCapitals(below[0] ?? '');
    if (!goesOn || below.length === 4 || isText(line) || (below.length > 0 && KIND.test(line))) break;
    below.push(line);
  }
  const says =
    fold(first)
      .replace(/\(.*\)/, '')
      .trim()
      .split(' ').length > 3;
  const isLabel = /^(phụ lục|biểu|bảng)\s*(số\s*)?[\divxlc]*\.?$/iu.test(first);
  if (!says || isLabel) return below.join(' ') || first;
  return isCapitals(first) && isCapitals(below[0] ?? '') ? [first, ...below].join(' ') : first;
}

/** The body of the document, a date or a note in brackets: the title is over. */
function isText(line: string): boolean {
  return (
    line.startsWith('(') ||
    line.length > LONGEST_TITLE ||
    /^([IVXLC]+|[A-Z]|\d+)[.)]\s/.test(line) ||
    /[.;:]$/.test(line) ||
    (DATE.test(line) && /^[\p{L}\s.]+,\s*ngày/u.test(line)) ||
    /^kính gửi/iu.test(line)
  );
}

function isCapitals(line: string): boolean {
  return line !== '' && line === line.toUpperCase();
}

function readPeriod(text: string): string | null {
  const range =
    /(20\d{2})\s*-\s*(20\d{2})/.exec(text) ??
    /từ năm\s+(20\d{2})\s+đến (?:hết )?năm\s+(20\d{2})/iu.exec(text);
  if (range !== null) return `${range[1]}-${range[2]}`;
  return /năm\s+(20\d{2})/iu.exec(text)?.[1] ?? null;
}
