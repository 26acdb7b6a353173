import { clean, fold } from '../kernel/text.ts';

/** Lines from the top in which a draft says that it is one. */
const HEAD_LINES = 15;

/** Whether the head of a document marks it as a draft: "DỰ THẢO", "Dự thảo lần 2", a number left blank. */
export function isDraftDocument(lines: readonly string[]): boolean {
  return lines
    .flatMap((line) => line.split('\n'))
    .map(clean)
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES)
    .some(
      (line) =>
        /^\(?du thao( lan \d+| \d+)?[).]?$/.test(fold(line)) ||
        /(^|\s)số\s*:\s*(…|\.{2,}|_{2,})?\s*\/\s*\p{Lu}/iu.test(line),
    );
}
