import { clean, fold } from '../../kernel/text.ts';
import type { PlanMeta } from './plan-reading.ts';

// Number, date, issuer, title and period of the plan, from the lines above its table.

const NUMBER = /số:?\s*(\d+)\s*\/\s*([A-ZĐ][A-ZĐ0-9.]*(?:\s*-\s*[A-ZĐ0-9.&]+)+)/iu;
const DATE =
  /ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu;
const ISSUER =
  /của\s+((?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Bộ|Sở|Ban|Tỉnh ủy|Thành ủy|Chính phủ|Thủ tướng|Huyện ủy|Đảng ủy|Văn phòng|Cục|Tổng cục)[^)\n.;]*)/u;

export function readMeta(paragraphs: readonly string[]): PlanMeta {
  const lines = paragraphs.map(clean).filter((line) => line !== '');
  const attached = lines.find((line) => /^\(?(kèm theo|ban hành kèm)/iu.test(line)) ?? '';
  const all = lines.join('\n');
  const number = NUMBER.exec(attached) ?? NUMBER.exec(all);
  const title = readTitle(lines);
  return {
    number: number === null ? null : `${number[1]}/${(number[2] ?? '').replace(/\s/g, '').toUpperCase()}`,
    date: readDate(attached) ?? readDate(all) ?? null,
    issuer:
      (ISSUER.exec(attached)?.[1] ?? ISSUER.exec(all)?.[1] ?? issuerOnTop(lines) ?? null)?.trim() ?? null,
    title: title === '' ? (lines[0] ?? 'Kế hoạch') : title,
    period: readPeriod(title) ?? readPeriod(all),
  };
}

function readDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [day, month, year] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number);
  if (
    day === undefined ||
    month === undefined ||
    year === undefined ||
    day < 1 ||
    day > 31 ||
    month < 1 ||
    month > 12
  )
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const NOT_TITLE =
  /^(phu luc|ke hoach|cong hoa xa hoi|doc lap|so:|\(|noi nhan|tm\.|uy ban nhan dan|ubnd|bo |so |ke hoach so)/;

/** The lines in capitals between the kind of document and the table. */
function readTitle(lines: readonly string[]): string {
  const body = lines.filter(
    (line) => !/^\(/.test(line) && !/^(cộng h|độc lập)/iu.test(line) && !/^số\s*:/iu.test(line),
  );
  const capitals = body.filter(
    (line) => line === line.toUpperCase() && /\p{L}/u.test(line) && !NOT_TITLE.test(fold(line)),
  );
  if (capitals.length > 0) return capitals.join(' ');
  const kind = body.findIndex((line) => /^(phụ lục|kế hoạch|bảng phân công|danh mục)/iu.test(line));
  const next = kind === -1 ? undefined : body[kind + 1];
  return (
    (kind !== -1 && fold(body[kind] ?? '').split(' ').length > 4 ? body[kind] : next) ?? body.at(-1) ?? ''
  );
}

function issuerOnTop(lines: readonly string[]): string | undefined {
  return lines.slice(0, 6).find((line) => /^(ỦY BAN|UỶ BAN|UBND|BỘ |SỞ |HỘI ĐỒNG|TỈNH ỦY)/u.test(line));
}

function readPeriod(text: string): string | null {
  const range = /(20\d{2})\s*-\s*(20\d{2})/.exec(text);
  if (range !== null) return `${range[1]}-${range[2]}`;
  return /năm\s+(20\d{2})/iu.exec(text)?.[1] ?? null;
}
