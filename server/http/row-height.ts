/** Points a line of 12-point Times New Roman takes, and the most a row of Excel may. */
const LINE = 15.75;
const HIGHEST = 409;

export interface WrappedCell {
  readonly words: string;
  /** Letters that stand side by side; the unit of Excel's widths is about one. */
  readonly width: number;
}

/** Points a row takes so that all its wrapped words show: not every program that opens the file works it out. */
export function rowHeight(cells: readonly WrappedCell[]): number {
  const lines = cells.map(({ words, width }) => countLines(words, width));
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + 2);
}

/** A word is broken only where it is longer than a line. */
function countLines(words: string, width: number): number {
  let lines = 0;
  for (const paragraph of words.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) {
        lines += 1;
        used = 0;
      }
      used += (used === 0 ? 0 : 1) + word.length;
      while (used > width) {
        lines += 1;
        used -= width;
      }
    }
  }
  return lines;
}
