// Words of a PDF page from its scattered pieces of text: pieces into lines, lines into the text of a cell.

/** A letter where it stands on the page; y grows downwards and is the base line. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

const BULLET = /^(?:[-–—+•*▪●]|\(?[a-zđ]\)|\(?\d{1,2}\))\s/u;
/** Word's own distance between a border and the words (0.19 cm). */
const PADDING = 5.4;

export function readLines(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces
    .filter(({ text }) => text.trim() !== '')
    .toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    // Raised and lowered characters stay in their line.
    if (row !== undefined && last !== undefined && piece.y - last.y < Math.min(piece.size, last.size) * 0.45)
      row.push(piece);
    else rows.push([piece]);
  }
  const spaces = pieces.filter(({ text }) => text.trim() === '');
  return rows.map((row) => readLine(row, spaces));
}

function readLine(row: readonly Piece[], spaces: readonly Piece[]): Line {
  const pieces = row.toSorted((one, other) => orderOf(one) - orderOf(other));
  const [first] = pieces;
  const y = first?.y ?? 0;
  const size = Math.max(...pieces.map((piece) => piece.size));
  const blanks = spaces
    .filter((space) => Math.abs(space.y - y) < size * 0.45)
    .toSorted((one, other) => one.left - other.left);
  let text = '';
  let end: Piece | undefined;
  let blank = 0;
  for (const piece of pieces) {
    if (end !== undefined && !isMark(piece)) {
      const [from, to] = [end.right - size * 0.1, piece.left + size * 0.1];
      while (blank < blanks.length && (blanks[blank]?.left ?? 0) < from) blank += 1;
      // Letters set apart for kerning belong to one word; a space may be drawn too narrow to be seen as a gap.
      const space = blanks[blank];
      const spaced = space !== undefined && space.right <= to && piece.left - end.right > size * 0.08;
      if (spaced || piece.left - end.right > Math.min(end.size, piece.size) * 0.17) text += ' ';
    }
    text += piece.text;
    if (end === undefined || piece.right > end.right) end = piece;
  }
  const words = text.replace(/\s+/g, ' ').trim().normalize('NFC');
  return { text: words, left: first?.left ?? 0, right: end?.right ?? 0, y, size, pieces };
}

/** A tone mark drawn over its letter comes after it, though it may begin further left. */
function orderOf(piece: Piece): number {
  return isMark(piece) ? (piece.left + piece.right) / 2 : piece.left;
}

function isMark({ text }: Piece): boolean {
  return /^\p{M}+$/u.test(text);
}

/**
 * The text of lines set between two edges. A line that had room for the first word of the next was ended on
 * purpose; one that was full was only wrapped.
 */
export function joinLines(lines: readonly Line[], left: number, right: number): string {
  let text = '';
  let before: Line | undefined;
  for (const line of lines) {
    if (before === undefined) text = line.text;
    else text += separatorOf(before, line, left, right) + line.text;
    before = line;
  }
  return text;
}

function separatorOf(before: Line, line: Line, left: number, right: number): string {
  if (isNewParagraph(before, line, left, right)) return '\n';
  // "04/NQ-CP" may be wrapped after its hyphen.
  return /[\p{L}\d]-$/u.test(before.text) ? '' : ' ';
}

function isNewParagraph(before: Line, line: Line, left: number, right: number): boolean {
  if (BULLET.test(line.text)) return true;
  const [first = ''] = line.text.split(' ', 1);
  const wordWidth = ((line.right - line.left) * (first.length + 1)) / Math.max(1, line.text.length);
  const [leftRoom, rightRoom] = [before.left - left - PADDING, right - PADDING - before.right];
  const centred = Math.abs(leftRoom - rightRoom) < before.size / 2;
  const room = centred ? leftRoom + rightRoom : rightRoom;
  return room > wordWidth * 1.15 + before.size * 0.5;
}
