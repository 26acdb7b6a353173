// The lines drawn on a PDF page, and the table grids they make. Word and LibreOffice draw cell borders as thin
// filled rectangles or as stroked lines, cell by cell; here they become long straight rulings again.
import './pdf-globals.ts';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A straight line along one axis: `at` across it, `from`..`to` along it. Points of the page, y downwards. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

export type Matrix = readonly [number, number, number, number, number, number];

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Thicker than this is a shading, not a border. */
const THICKEST = 4;
const SHORTEST = 4;
/** Borders of neighbouring cells are drawn within this distance of one another. */
const NEAR = 2.5;

const STROKED = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLED = new Set<number>([OPS.fill, OPS.eoFill]);
/** Numbers of pdf.js in a path's buffer and how many coordinates follow each. */
const MOVE = 0;
const LINE = 1;
const COORDINATES = [2, 2, 6, 4, 0];

export function findRulings(operators: OperatorList, viewport: Matrix): Rulings {
  const strokes: Stroke[] = [];
  const stack: Matrix[] = [];
  let matrix = viewport;
  operators.fnArray.forEach((operator, at) => {
    const args = operators.argsArray[at];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      const [inner] = args as [Matrix | null];
      if (inner !== null) matrix = multiply(matrix, inner);
    } else if (operator === OPS.constructPath) {
      const [painting, [path]] = args as [number, [Float32Array | null]];
      if (path !== null) strokes.push(...readPath(path, painting, matrix));
    }
  });
  const lying = strokes.filter(
    ({ x1, x2, y1, y2 }) => Math.abs(y2 - y1) < 1 && Math.abs(x2 - x1) >= SHORTEST,
  );
  const standing = strokes.filter(
    ({ x1, x2, y1, y2 }) => Math.abs(x2 - x1) < 1 && Math.abs(y2 - y1) >= SHORTEST,
  );
  return {
    horizontal: mergeRulings(
      lying.map(({ x1, x2, y1, y2 }) => ({
        at: (y1 + y2) / 2,
        from: Math.min(x1, x2),
        to: Math.max(x1, x2),
      })),
    ),
    vertical: mergeRulings(
      standing.map(({ x1, x2, y1, y2 }) => ({
        at: (x1 + x2) / 2,
        from: Math.min(y1, y2),
        to: Math.max(y1, y2),
      })),
    ),
  };
}

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function readPath(path: Float32Array, painting: number, matrix: Matrix): Stroke[] {
  const stroked = STROKED.has(painting);
  if (!stroked && !FILLED.has(painting)) return [];
  const strokes: Stroke[] = [];
  for (const points of readSubpaths(path, matrix)) {
    const thin = thinBox(points);
    if (thin !== undefined) strokes.push(thin);
    else if (stroked) {
      points.forEach((point, at) => {
        const next = points[at + 1];
        if (next !== undefined) strokes.push({ x1: point[0], y1: point[1], x2: next[0], y2: next[1] });
      });
    }
  }
  return strokes;
}

function readSubpaths(path: Float32Array, [a, b, c, d, e, f]: Matrix): (readonly [number, number])[][] {
  const subpaths: (readonly [number, number])[][] = [];
  for (let at = 0; at < path.length; ) {
    const kind = path[at] ?? 0;
    const count = COORDINATES[kind] ?? 0;
    const x = path[at + count - 1] ?? 0;
    const y = path[at + count] ?? 0;
    at += 1 + count;
    const current = subpaths.at(-1);
    if (kind === MOVE) subpaths.push([[a * x + c * y + e, b * x + d * y + f]]);
    else if (kind === LINE) current?.push([a * x + c * y + e, b * x + d * y + f]);
    else if (count === 0) {
      const first = current?.[0];
      if (first !== undefined) current?.push(first);
    } else subpaths.push([[a * x + c * y + e, b * x + d * y + f]]);
  }
  return subpaths;
}

/** A long thin box is a line along its middle. */
function thinBox(points: readonly (readonly [number, number])[]): Stroke | undefined {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= THICKEST && width > height)
    return { x1: left, x2: right, y1: (top + bottom) / 2, y2: (top + bottom) / 2 };
  if (width <= THICKEST && height > width)
    return { x1: (left + right) / 2, x2: (left + right) / 2, y1: top, y2: bottom };
  return undefined;
}

/** Lines that lie in one another or go on end to end are one. */
function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const groups: Ruling[][] = [];
  for (const ruling of rulings.toSorted((one, other) => one.at - other.at)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && ruling.at - first.at <= NEAR) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups.flatMap((group) => {
    const at = group.reduce((sum, ruling) => sum + ruling.at, 0) / group.length;
    const merged: { at: number; from: number; to: number }[] = [];
    for (const ruling of group.toSorted((one, other) => one.from - other.from)) {
      const last = merged.at(-1);
      if (last !== undefined && ruling.from - last.to <= NEAR) last.to = Math.max(last.to, ruling.to);
      else merged.push({ at, from: ruling.from, to: ruling.to });
    }
    return merged;
  });
}

export interface Grid {
  /** Boundaries of columns from the left and of rows from the top: one more than there are columns or rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rulings: Rulings;
}

/** Rulings that cross or meet make a grid; one with a single column or row is a frame or an underline. */
export function findGrids({ horizontal, vertical }: Rulings): Grid[] {
  const left = new Set(vertical);
  const grids: Grid[] = [];
  for (const seed of vertical) {
    if (!left.delete(seed)) continue;
    const verticals = [seed];
    const horizontals = new Set<Ruling>();
    for (const upright of verticals) {
      for (const level of horizontal) {
        if (horizontals.has(level) || !meets(upright, level)) continue;
        horizontals.add(level);
        for (const other of left) {
          if (!meets(other, level)) continue;
          left.delete(other);
          verticals.push(other);
        }
      }
    }
    const xs = boundaries(verticals);
    const ys = boundaries([...horizontals]);
    if (xs.length >= 3 && ys.length >= 2)
      grids.push({ xs, ys, rulings: { horizontal: [...horizontals], vertical: verticals } });
  }
  return grids.toSorted((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0));
}

function meets(upright: Ruling, level: Ruling): boolean {
  const across = upright.at >= level.from - NEAR && upright.at <= level.to + NEAR;
  return across && level.at >= upright.from - NEAR && level.at <= upright.to + NEAR;
}

function boundaries(rulings: readonly Ruling[]): number[] {
  const places: number[] = [];
  for (const { at } of rulings.toSorted((one, other) => one.at - other.at)) {
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) places.push(at);
  }
  return places;
}

export function hasRuling(rulings: readonly Ruling[], at: number, along: number): boolean {
  return rulings.some(
    (ruling) => Math.abs(ruling.at - at) <= NEAR && ruling.from <= along && ruling.to >= along,
  );
}
