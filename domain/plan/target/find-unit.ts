import { fold } from '../../kernel/text.ts';
import { type ClauseText, getClauseText } from './clause-text.ts';
import { COUNTED, MEASURES } from './counted-nouns.ts';

// The counted noun after a number: "tỷ đồng", "lần/năm", "ngày làm việc", "giường bệnh/vạn dân".

export interface UnitFound {
  readonly unit: string;
  /** Measured ("tỷ đồng", "ha", "điểm"), not counted one by one. */
  readonly measured: boolean;
  /** Letters from the end of the number to the end of the unit. */
  readonly length: number;
}

const SCALE = /^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm|vạn|chục|nghin|ngan|trieu|ty|tram|tr)(?!\p{L}) ?)+/u;
const PER =
  /^ ?\/ ?(?:\d[\d.]* ?)?(?:(?:vạn|nghìn|1\.000) )?\p{L}+(?: (?:sơ|dân|làm việc|người|đầu người|nghiệp|sở|vị|quan|viên|chính|gia đình|nghèo|tác|trấn|phố|chức))?(?: ?\/ ?\p{L}+(?: (?:vị|quan|phường|sở))?)?/u;
const measures = lexicon(MEASURES);
const nouns = lexicon(COUNTED);

interface Lexicon {
  readonly toned: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
}

function lexicon(words: readonly string[]): Lexicon {
  return { toned: new Set(words.map(canonical)), bare: new Set(words.map(fold)) };
}

/** "hoà" and "hòa" are one word: the tone is moved off the word. */
function canonical(word: string): string {
  const marks = word.normalize('NFD');
  return (
    marks.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') +
    (marks.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []).join('')
  );
}

/** `rest` is what follows the number in its clause. */
export function findUnit(rest: ClauseText): UnitFound | undefined {
  const lead = /^ */.exec(rest.toned)?.[0].length ?? 0;
  const after = rest.toned.slice(lead, lead + 120);
  const scale = SCALE.exec(after)?.[0].length ?? 0;
  const known = longestNoun(after.slice(scale));
  if (known === undefined && scale > 0)
    return built(rest, lead, after.slice(0, scale).trimEnd().length, true);
  if (known !== undefined) {
    const end = scale + known.length;
    const per = PER.exec(after.slice(end))?.[0].length ?? 0;
    return built(rest, lead, end + per, known.measured);
  }
  const words = /^\p{L}+(?: \p{L}+)?/u.exec(after.slice(0, stopOf(after)))?.[0];
  if (words === undefined) return undefined;
  const per = PER.exec(after.slice(words.length))?.[0].length ?? 0;
  return built(rest, lead, words.length + per, false);
}

function built(rest: ClauseText, lead: number, length: number, measured: boolean): UnitFound {
  return { unit: rest.text.slice(lead, lead + length).trim(), measured, length: lead + length };
}

function longestNoun(text: string): { length: number; measured: boolean } | undefined {
  const marked = getClauseText(text).key !== text;
  const ends: number[] = [];
  for (const match of text.slice(0, 40).matchAll(/[\p{L}\d%²³°]+/gu)) {
    if (match.index > 0 && !/^(?:,? |\/)$/u.test(text.slice(ends.at(-1) ?? 0, match.index))) break;
    if (match.index > 0 && ends.length === 0) break;
    ends.push(match.index + match[0].length);
    if (ends.length === 6) break;
  }
  for (const end of ends.reverse()) {
    const words = text.slice(0, end);
    const has = ({ toned, bare }: Lexicon) => toned.has(canonical(words)) || (!marked && bare.has(words));
    if (has(measures)) return { length: end, measured: true };
    if (has(nouns)) return { length: end, measured: false };
  }
  return undefined;
}

const STOP =
  / (?:trở lên|trở xuống|và|đạt|được|có|cho|theo|trên|trong|tại|đến|trước|so với|của|hoàn thành|thuộc|bị|mỗi|do|để|với|vào|ở|là|khi|về|từ|thực hiện|đã|phải|đảm bảo|bảo đảm|nhằm|tham gia|sử dụng|liên quan|hoặc|này|mới|còn|giảm|tăng|không|chưa|kể|sau|bằng|như|qua|tro len|tro xuong|va|dat|duoc|theo|tren|trong)(?!\p{L})|[,.;:()"-]/u;

function stopOf(text: string): number {
  const at = ` ${text}`.search(STOP);
  return at === -1 ? text.length : Math.max(0, at - 1);
}
