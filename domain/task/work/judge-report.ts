import { fold } from '../../kernel/text.ts';
import data from './data/vague-words.json' with { type: 'json' };
import type { Amount } from './work-act.ts';

/** What is doubtful about a report: said to who reads it, refused to nobody. */
export type ReportFlag = 'copied' | 'vague' | 'jumped' | 'backward' | 'rebased' | 'late';

export const REPORT_FLAG_WORDS: Readonly<Record<ReportFlag, string>> = {
  copied: 'Chép lại báo cáo trước',
  vague: 'Không có nội dung cụ thể',
  jumped: 'Từ chưa làm đến xong ngay sát hạn',
  backward: 'Kết quả giảm so với lần trước',
  rebased: 'Tổng số khác lần trước',
  late: 'Muộn hơn ngày đã hẹn báo',
};

export interface JudgedReport {
  readonly text: string;
  readonly amount?: Amount | undefined;
  /** Day it speaks of (ISO date). */
  readonly occurredOn: string;
}

/** Words that say nothing once nothing else is left. */
const EMPTY_WORDS = new Set(
  'da dang se cac cua va cho den duoc co quan don vi cong tac nhiem vu nay noi dung viec thuc hien trien khai tiep tuc theo hien'.split(
    ' ',
  ),
);
const FEWEST_WORDS = 3;
/** Alike words and the same numbers: a report written over. */
const ALIKE = 0.9;
/** Of the whole, at most so much done counts as not begun. */
const NOT_BEGUN = 0.1;

/** What a report is held against besides those before it. Days are ISO dates. */
export interface ReportDays {
  readonly dueOn: string | null;
  /** Day the agency had named for this news. */
  readonly promisedOn: string | null;
}

/** Compares a report with those before it, oldest first. */
export function judgeReport(
  report: JudgedReport,
  earlier: readonly JudgedReport[],
  { dueOn, promisedOn }: ReportDays,
): readonly ReportFlag[] {
  const flags: ReportFlag[] = [];
  if (earlier.some(({ text }) => isCopy(report.text, text))) flags.push('copied');
  if (isVague(report.text)) flags.push('vague');
  const before = earlier.findLast(({ amount }) => amount !== undefined)?.amount;
  const { amount } = report;
  if (amount !== undefined) {
    const isDone = amount.done >= amount.whole;
    const hadBegun = before !== undefined && before.done / before.whole > NOT_BEGUN;
    if (isDone && !hadBegun && dueOn !== null && report.occurredOn >= dueOn) flags.push('jumped');
    if (before !== undefined && before.unit === amount.unit) {
      if (amount.done < before.done) flags.push('backward');
      if (amount.whole !== before.whole) flags.push('rebased');
    }
  }
  if (promisedOn !== null && report.occurredOn > promisedOn) flags.push('late');
  return flags;
}

/** The same words with the same numbers, whatever the case, marks and punctuation. */
export function isCopy(text: string, other: string): boolean {
  const [a, b] = [wordsOf(text), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  if (numbersOf(a) !== numbersOf(b)) return false;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared += 1;
  return shared / (first.size + second.size - shared) >= ALIKE;
}

function isVague(text: string): boolean {
  const words = wordsOf(text);
  if (words.some((word) => /\d/.test(word))) return false;
  let left = ` ${words.join(' ')} `;
  for (const phrase of data.phrases) left = left.replaceAll(` ${phrase} `, ' ');
  return left.split(' ').filter((word) => word !== '' && !EMPTY_WORDS.has(word)).length < FEWEST_WORDS;
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

function numbersOf(words: readonly string[]): string {
  return words.filter((word) => /\d/.test(word)).join(' ');
}

function pairsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word, at) => `${words[at - 1] ?? ''} ${word}`));
}
