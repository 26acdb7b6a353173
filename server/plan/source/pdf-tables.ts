// Tables of a PDF page: by the rulings drawn around the cells, or, where none are drawn, by the white gutters
// between the columns under a header line.
import type { Place, SourceCell, SourceRow } from '#domain/plan/document/source.ts';
import { joinLines, type Line, type Piece, readLines } from './pdf-lines.ts';
import { type Grid, hasRuling } from './pdf-rulings.ts';

export interface PageTable {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly SourceRow[];
  /** Boundaries of its columns, to go on with on a page without a header. */
  readonly xs: readonly number[];
}

interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly pieces: Piece[];
}

export function isInside(piece: Piece, { xs, ys }: Grid): boolean {
  const middle = (piece.left + piece.right) / 2;
  const height = piece.y - piece.size * 0.3;
  return (
    middle > (xs[0] ?? 0) && middle < (xs.at(-1) ?? 0) && height > (ys[0] ?? 0) && height < (ys.at(-1) ?? 0)
  );
}

export function readRuledTable(grid: Grid, pieces: readonly Piece[], place: Place): PageTable {
  const { xs, ys } = grid;
  const owners = findCells(grid);
  for (const piece of pieces) {
    const column = xs.findLastIndex((x) => x <= (piece.left + piece.right) / 2);
    const row = ys.findLastIndex((y) => y <= piece.y - piece.size * 0.3);
    owners[row]?.[column]?.pieces.push(piece);
  }
  const rows = owners.map((row, at): SourceRow => {
    const rowPlace = { ...place, row: at + 1 };
    const cells = row.filter((cell, column) => cell.row === at && cell.column === column);
    return { place: rowPlace, cells: cells.map((cell) => presentCell(cell, xs, rowPlace)) };
  });
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  return { top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, rows: filled, xs };
}

/** For each field of the grid the cell it belongs to: fields with no ruling between them are one merged cell. */
function findCells({ xs, ys, rulings }: Grid): GridCell[][] {
  const [columns, height] = [xs.length - 1, ys.length - 1];
  const owners: GridCell[][] = Array.from({ length: height }, () => []);
  const middle = (places: readonly number[], at: number) => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (owners[row]?.[column] !== undefined) continue;
      let right = column + 1;
      while (
        right < columns &&
        owners[row]?.[right] === undefined &&
        !hasRuling(rulings.vertical, xs[right] ?? 0, middle(ys, row))
      )
        right += 1;
      let below = row + 1;
      while (below < height && !hasRuling(rulings.horizontal, ys[below] ?? 0, middle(xs, column))) below += 1;
      const cell: GridCell = { row, column, rowSpan: below - row, colSpan: right - column, pieces: [] };
      for (let down = row; down < below; down += 1)
        owners[down]?.splice(column, right - column, ...new Array<GridCell>(right - column).fill(cell));
    }
  }
  return owners;
}

function presentCell(cell: GridCell, xs: readonly number[], place: Place): SourceCell {
  const { column, colSpan, rowSpan } = cell;
  return {
    text: joinLines(readLines(cell.pieces), xs[column] ?? 0, xs[column + colSpan] ?? 0),
    place: { ...place, column: column + 1 },
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  };
}

const HEADER_START =
  /^(?:s?tt|số tt|nhiệm vụ|nội dung|công việc|tên|chủ trì|phối hợp|thời gian|thời hạn|tiến độ|sản phẩm|kết quả|cơ quan|đơn vị|chỉ tiêu|ghi chú|hoàn thành|thực hiện|phân công)/iu;

/** Under a header line of several words set apart, or in the columns of the page before. */
export function readOpenTable(
  lines: readonly Line[],
  place: Place,
  before: readonly number[] | undefined,
): PageTable | undefined {
  const header = lines.findIndex(isHeader);
  const body = header < 0 ? lines : lines.slice(header);
  const [first] = body;
  const xs = header < 0 ? before : first === undefined ? undefined : findGutters(body, segmentsOf(first));
  const last = body.at(-1);
  if (xs === undefined || first === undefined || last === undefined) return undefined;
  const rows = groupRows(body, xs[1] ?? 0).map((group, at): SourceRow => {
    const rowPlace = { ...place, row: at + 1 };
    return { place: rowPlace, cells: splitRow(group, xs, rowPlace) };
  });
  return { top: first.y - first.size, bottom: last.y + 1, rows, xs };
}

/** At least three words set apart, most of them such as head a column. */
function isHeader(line: Line): boolean {
  const segments = segmentsOf(line);
  const known = segments.filter(({ pieces }) => HEADER_START.test(readLines(pieces)[0]?.text ?? ''));
  return segments.length >= 3 && known.length * 2 > segments.length;
}

/** Runs of pieces with wide white between them. */
function segmentsOf(line: Line): { left: number; right: number; pieces: Piece[] }[] {
  const segments: { left: number; right: number; pieces: Piece[] }[] = [];
  for (const piece of line.pieces) {
    const last = segments.at(-1);
    if (last !== undefined && piece.left - last.right < line.size) {
      last.right = Math.max(last.right, piece.right);
      last.pieces.push(piece);
    } else segments.push({ left: piece.left, right: piece.right, pieces: [piece] });
  }
  return segments;
}

/** Between two header words, the widest place that the fewest lines cross. */
function findGutters(lines: readonly Line[], header: readonly { left: number; right: number }[]): number[] {
  const covers = lines.flatMap(segmentsOf);
  const gutters = header.slice(1).map((segment, at) => {
    const from = header[at]?.right ?? 0;
    let [best, fewest, width] = [(from + segment.left) / 2, Number.POSITIVE_INFINITY, 0];
    let [start, crossed] = [from, -1];
    for (let x = from; x <= segment.left; x += 0.5) {
      const count = covers.filter(({ left, right }) => left < x && right > x).length;
      if (count !== crossed) [start, crossed] = [x, count];
      if (count < fewest || (count === fewest && x - start > width))
        [best, fewest, width] = [(start + x) / 2, count, x - start];
    }
    return best;
  });
  return [
    Math.min(...covers.map(({ left }) => left)) - 1,
    ...gutters,
    Math.max(...covers.map(({ right }) => right)) + 1,
  ];
}

/** A row starts where something stands in the first column, or after a wider white. */
function groupRows(lines: readonly Line[], firstColumnEnd: number): Line[][] {
  const groups: Line[][] = [];
  const leadings = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0));
  const usual = leadings.toSorted((one, other) => one - other)[Math.floor(leadings.length / 4)] ?? 0;
  let before: Line | undefined;
  for (const line of lines) {
    const starts = line.pieces.some((piece) => piece.right <= firstColumnEnd);
    const apart = before !== undefined && line.y - before.y > usual * 1.35;
    const group = groups.at(-1);
    if (group === undefined || starts || apart) groups.push([line]);
    else group.push(line);
    before = line;
  }
  return groups;
}

function splitRow(lines: readonly Line[], xs: readonly number[], place: Place): SourceCell[] {
  const columns = xs.slice(1).map((): Piece[] => []);
  for (const piece of lines.flatMap((line) => line.pieces)) {
    const at = Math.max(
      0,
      xs.slice(0, -1).findLastIndex((x) => x <= piece.left + 1),
    );
    columns[at]?.push(piece);
  }
  return columns.map((pieces, at) => ({
    text: joinLines(readLines(pieces), (xs[at] ?? 0) - 2, (xs[at + 1] ?? 0) + 2),
    place: { ...place, column: at + 1 },
  }));
}
