import { fold } from '../../kernel/text.ts';
import type { JoinedCell } from './joined-cell.ts';

// Words printed on both sides of a page break, told from a phrase that merely goes on.

const LEAST_WHOLE = 2;
const LEAST_OVERLAP = 3;
/** Words that may stand after the repeated ones on the earlier page. */
const LOOSE = 2;

export interface JoinedTexts {
  readonly text: string;
  /** The words of the later half that only repeat the earlier, '' for none. */
  readonly repeated: string;
  readonly rest: string;
}

export function joinTexts(before: string, after: string, between: string): JoinedTexts {
  const words = after.split(/\s+/u).filter((word) => word !== '');
  const count = countRepeated(
    before,
    words.map((word) => fold(word)),
  );
  const rest = count === words.length ? '' : count === 0 ? after : words.slice(count).join(' ');
  return {
    repeated: words.slice(0, count).join(' '),
    rest,
    text: rest === '' ? before : `${before}${between}${rest}`,
  };
}

/** How many words at the head of the later half stand already at the end of the earlier one. */
function countRepeated(before: string, later: readonly string[]): number {
  const earlier = before
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(-60)
    .map((word) => fold(word));
  const endsWith = (words: readonly string[], end: number) =>
    end >= words.length && words.every((word, at) => earlier[end - words.length + at] === word);
  if (later.length >= LEAST_WHOLE)
    for (let loose = 0; loose <= LOOSE; loose++)
      if (endsWith(later, earlier.length - loose)) return later.length;
  for (let count = Math.min(later.length - 1, earlier.length); count >= LEAST_OVERLAP; count--)
    if (endsWith(later.slice(0, count), earlier.length)) return count;
  return 0;
}

export function mergeCells(held: JoinedCell, more: JoinedCell, text: string): JoinedCell {
  return {
    text,
    places: [...held.places, ...more.places],
    parts: [...held.parts, ...more.parts],
    hanging: held.hanging,
  };
}
