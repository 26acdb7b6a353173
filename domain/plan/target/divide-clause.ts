import type { ClauseText } from './clause-text.ts';
import { sliceClause } from './clause-text.ts';
import type { NumberSpan } from './find-numbers.ts';
import { findWholeScope } from './find-scope.ts';
import { cleanSubject } from './find-subject.ts';
import { findUnit } from './find-unit.ts';

// Which words of a clause belong to which of its numbers. Between two numbers there is one cut: words before it say
// more of the first number, words after it lead to the second.

export interface Territory {
  readonly from: number;
  readonly to: number;
  /** A comma, "và" or a colon stands between this number and the one before. */
  readonly apart: boolean;
}

const SEPARATOR = /,\s|\s(?:va|cung|dong thoi|trong do|con lai|hoac)\s|:\s|\(|\)|\s-\s/g;
const HEAD =
  /^\s*(?:va |trong do |trong do,? |dong thoi |cac |phan dau )*(?:co )?(?:ty le|ti le|so|tong|chi so|muc|thu nhap|dien tich|san luong|gia tri|toc do|thoi gian|diem|kinh phi|von|doanh thu|kim ngach|cap tinh|cap huyen|cap xa|~o,|nam 20|den nam|den het|giam|tang|nang|100|xep|thu hang|dung|vi tri|to chuc|xay dung|thanh lap|ban hanh|dao tao|trong|cong nghiep|dich vu|nong)/;

export function divideClause(clause: ClauseText, numbers: readonly NumberSpan[]): readonly Territory[] {
  const territories: Territory[] = [];
  let start = 0;
  let apart = true;
  for (const [at, number] of numbers.entries()) {
    const next = numbers[at + 1];
    if (next === undefined) {
      territories.push({ from: start, to: clause.key.length, apart });
      break;
    }
    const named =
      cleanSubject(sliceClause(clause, Math.max(start, number.from - 200), number.from)) !== undefined;
    const cut = findCut(clause, number, next, named);
    territories.push({ from: start, to: cut.at, apart });
    start = cut.at;
    apart = cut.apart;
  }
  return territories;
}

function findCut(
  clause: ClauseText,
  number: NumberSpan,
  next: NumberSpan,
  named: boolean,
): { at: number; apart: boolean } {
  const between = clause.key.slice(number.to, next.from);
  const places = [...between.matchAll(SEPARATOR)].map(({ index, 0: found }) => ({
    at: index,
    right: sliceClause(clause, number.to + index + found.length, next.from),
  }));
  const last = places.at(-1);
  if (last === undefined) {
    // Whatever leads to a counted number, the noun it counts is its own.
    const unit = number.kind === 'plain' ? findUnit(sliceClause(clause, number.to, next.from)) : undefined;
    return { at: number.to + Math.max(withinCut(between, named), unit?.length ?? 0), apart: false };
  }
  const leads = ({ right }: { right: ClauseText }) =>
    cleanSubject(right) === undefined || findWholeScope(right) !== undefined;
  if (leads(last)) return { at: number.to + last.at, apart: true };
  const headed = places.filter(({ right }) => HEAD.test(right.key));
  const chosen = named ? (headed[0] ?? places[0]) : (headed.at(-1) ?? last);
  return { at: number.to + (chosen ?? last).at, apart: true };
}

/** No separator: "100% các sở có tỷ lệ xử lý văn bản đạt từ 80%" is cut before "có tỷ lệ". */
function withinCut(between: string, named: boolean): number {
  if (named) return 0;
  const verb = /\sco (?:ty le|it nhat|toi thieu|tu|tren)(?=\s)|\s(?:dat|len|xuong|con)(?=\s)/.exec(
    ` ${between}`,
  );
  return verb === null ? between.length : Math.max(0, verb.index - 1);
}
