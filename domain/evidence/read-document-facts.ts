import { clean, fold } from '../kernel/text.ts';
import type { FactName, ReadFact, ReadFacts } from './document-facts.ts';
import { findTypeAtStart, findTypeOfSymbol, OFFICIAL_LETTER } from './document-type.ts';
import { readValidity } from './validity.ts';

// An administrative document in the form of NĐ 30/2020/NĐ-CP, Phụ lục I: at its head the issuing agency below the one
// above it, number and symbol, place and date; then its type and what it is about; at its foot "TM.", "KT." or "TL."
// with the post and the name of who signs. Columns of the head may stand as cells, as lines or beside one another.

const NUMBER =
  /(?:^|\s)số\s*:?\s*(\d+[a-z]?)\s*\/\s*((?:20\d\d\s*\/\s*)?\p{L}[\p{L}\d.&]*(?:\s*-\s*[\p{L}\d.&]+)*)/iu;
const PLACE_AND_DATE = /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*((?:19|20)\d{2})/iu;
const SHORT_DATE = /(?:^|,\s*|ký\s+)ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})/iu;
const MOTTO = /c(ộ|ô)ng h(òa|oà) x(ã|a) h(ộ|ô)i|độc lập\s*-\s*tự do|đảng cộng sản việt nam/iu;
const ISSUER =
  /^(ỦY BAN|UỶ BAN|UBND|BỘ|SỞ|HỘI ĐỒNG|HĐND|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|HUYỆN ỦY|ĐẢNG ỦY|BAN|CỤC|CHI CỤC|TỔNG CỤC|VĂN PHÒNG|PHÒNG|TRUNG TÂM|TRƯỜNG|BỆNH VIỆN|VIỆN|THANH TRA|CÔNG AN|CHÍNH PHỦ|THỦ TƯỚNG|LIÊN ĐOÀN|HỘI|MẶT TRẬN|BẢO HIỂM|KHO BẠC|NGÂN HÀNG|TÒA ÁN|TOÀ ÁN|ĐÀI|BÁO|QUỸ|CÔNG TY)(?!\p{L})/u;
const PLACE_NAME = /^(TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)(?!\p{L})/u;
const COUNCIL_ONLY = /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND)$/u;
const AUTHORITY =
  /^(?:(?:TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L)\s*\.?\s*)?(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG\s+\p{L}+|CHÁNH\s+\p{L}+|HIỆU TRƯỞNG|TỔNG GIÁM ĐỐC|BÍ THƯ|VIỆN TRƯỞNG|THỦ TRƯỞNG|NGƯỜI ĐỨNG ĐẦU|PHÓ CHÁNH\s+\p{L}+|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)/u;
/** How far below the letterhead the head of a document reaches, in lines. */
const HEAD_LINES = 30;
const LONGEST_TITLE = 300;

interface Line {
  readonly text: string;
}

/** What a document says of itself, from its lines in reading order; what it does not say is left out. */
export function readDocumentFacts(lines: readonly string[]): ReadFacts {
  const own = lines.flatMap(splitColumns).filter(({ text }) => /[\p{L}\d]/u.test(text));
  const head = own.slice(0, HEAD_LINES);
  const number = readNumber(head);
  const body = findTypeLine(head);
  const facts: Partial<Record<FactName, ReadFact | undefined>> = {
    number,
    issuedOn: readDate(head),
    issuer: readIssuer(head),
    signer: readSigner(own),
    type: readType(head[body], number, head),
    title: readTitle(head, body),
    ...readValidity(own.map(({ text }) => text)),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

/** Columns that stand beside one another in one line are lines of their own; so are lines within a cell. */
function splitColumns(line: string): readonly Line[] {
  return line
    .normalize('NFC')
    .split(/\n|\t|\s{3,}/u)
    .map((text) => ({ text: clean(text) }));
}

function readNumber(head: readonly Line[]): ReadFact | undefined {
  for (const { text } of head) {
    // A citation names the number of another document.
    if (/^(căn cứ|theo|thực hiện|xét|kính gửi)/iu.test(text)) continue;
    const match = NUMBER.exec(text);
    if (match === null) continue;
    const symbol = (match[2] ?? '').replace(/\s/g, '').replace(/[.]$/, '');
    return { value: `${match[1]}/${symbol}`, words: match[0].trim() };
  }
  return undefined;
}

function readDate(head: readonly Line[]): ReadFact | undefined {
  const own = head.filter(({ text }) => !/^(căn cứ|theo|thực hiện|xét|trên cơ sở)/iu.test(text));
  // Beside the place it is the date of the document; elsewhere a text may speak of other days.
  const beside = own.find(({ text }) => /^[\p{L}\s.-]+,\s*ngày/u.test(text) && PLACE_AND_DATE.test(text));
  const line = beside ?? own.find(({ text }) => PLACE_AND_DATE.test(text) || SHORT_DATE.test(text));
  const match = PLACE_AND_DATE.exec(line?.text ?? '') ?? SHORT_DATE.exec(line?.text ?? '');
  if (match === null) return undefined;
  const value = isoDay(match[3], match[2], match[1]);
  return value === undefined ? undefined : { value, words: line?.text ?? '' };
}

/** An ISO day; undefined where the calendar has none. */
function isoDay(year = '', month = '', day = ''): string | undefined {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** The last agency in capitals above the number; a name may go over two lines. */
function readIssuer(head: readonly Line[]): ReadFact | undefined {
  const numberAt = head.findIndex(({ text }) => NUMBER.test(text));
  const top = head.slice(0, numberAt === -1 ? 8 : numberAt).filter(({ text }) => !MOTTO.test(text));
  const at = top.findLastIndex(({ text }) => ISSUER.test(text) && text === text.toUpperCase());
  const name = top[at]?.text.replace(/[-_*\s]+$/u, '');
  if (name === undefined) return undefined;
  const next = top[at + 1]?.text ?? '';
  const whole = COUNCIL_ONLY.test(name) && PLACE_NAME.test(next) ? `${name} ${next}` : name;
  return { value: whole, words: whole };
}

/** Where the head names the type of the document in a line of its own, or begins its title with it. */
function findTypeLine(head: readonly Line[]): number {
  return head.findIndex(
    ({ text }) =>
      text.length <= LONGEST_TITLE &&
      findTypeAtStart(text) !== undefined &&
      // "Báo cáo Ủy ban nhân dân tỉnh …" within a sentence is no heading; a heading is set in capitals or bold alone.
      (text === text.toUpperCase() || findTypeAtStart(text)?.length === text.length),
  );
}

function readType(
  heading: Line | undefined,
  number: ReadFact | undefined,
  head: readonly Line[],
): ReadFact | undefined {
  const named = heading === undefined ? undefined : findTypeAtStart(heading.text);
  if (named !== undefined) return { value: named, words: heading?.text ?? '' };
  const ofSymbol = number === undefined ? undefined : findTypeOfSymbol(number.value.split('/').at(-1) ?? '');
  if (ofSymbol !== undefined) return { value: ofSymbol, words: number?.words ?? '' };
  const addressed = head.find(({ text }) => /^kính gửi/iu.test(text));
  return addressed === undefined ? undefined : { value: OFFICIAL_LETTER, words: addressed.text };
}

/** What the document is about: below the name of its type, or the "V/v" of a letter. */
function readTitle(head: readonly Line[], at: number): ReadFact | undefined {
  const about = head.find(({ text }) => /^v\/v\s*:?/iu.test(text));
  if (at === -1) {
    if (about === undefined) return undefined;
    return { value: about.text.replace(/^v\/v\s*:?\s*/iu, ''), words: about.text };
  }
  const heading = head[at]?.text ?? '';
  const below: string[] = [];
  for (const { text } of head.slice(at + 1)) {
    const isBody =
      text.length > LONGEST_TITLE ||
      /^(kính gửi|căn cứ|thực hiện|theo |xét|[IVXLC]+[.)]\s|\d+[.)]\s|\(|số\s*:)/iu.test(text) ||
      PLACE_AND_DATE.test(text) ||
      MOTTO.test(text) ||
      /[.;:]$/.test(text);
    if (isBody || below.length === 3) break;
    below.push(text);
  }
  const type = findTypeAtStart(heading) ?? '';
  const rest = heading.length > type.length ? [heading, ...below] : below;
  const value = rest.join(' ').slice(0, LONGEST_TITLE).trim();
  return value === '' ? undefined : { value, words: value };
}

/** The name below the post of who signs, from the foot upwards. */
function readSigner(lines: readonly Line[]): ReadFact | undefined {
  const at = lines.findLastIndex(({ text }) => isAuthority(text));
  if (at === -1) return undefined;
  const name = lines.slice(at + 1, at + 12).find(({ text }) => isName(text));
  if (name === undefined) return undefined;
  return { value: name.text.replace(HONOUR, ''), words: `${lines[at]?.text ?? ''} ${name.text}` };
}

function isAuthority(text: string): boolean {
  return text.length <= 80 && text === text.toUpperCase() && AUTHORITY.test(text);
}

/** Learned titles that may stand before a name. */
const HONOUR = /^(?:(?:PGS|GS|TS|ThS|BS|BSCKI|BSCKII|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tướng)\.?\s*)+/u;
const NAME_WORD = /^\p{Lu}\p{Ll}*$/u;
const NO_NAME = /^(noi nhan|nhu tren|luu|da ky|ky ten)/;

function isName(text: string): boolean {
  const words = text.replace(HONOUR, '').split(' ');
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((word) => NAME_WORD.test(word)) &&
    !NO_NAME.test(fold(text))
  );
}
