// Where each letter of a PDF page stands. pdf.js can give whole runs of text, but a run is in painting order: a
// Vietnamese letter taken from another font is painted after its word and would be read after it. So the painting
// operators are followed here, letter by letter (ISO 32000-1, 9.4.4).
import './pdf-globals.ts';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Piece } from './pdf-lines.ts';
import { type Matrix, multiply, type OperatorList } from './pdf-rulings.ts';

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

interface TextState {
  readonly matrix: Matrix;
  readonly size: number;
  readonly spacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0];
const THOUSANDTH = 0.001;
/** Ligatures that fonts draw as one letter. */
const LIGATURES = /[\ufb00-\ufb06]/gu;

export function findGlyphs(operators: OperatorList, viewport: Matrix): Piece[] {
  const painter = new TextPainter(viewport);
  operators.fnArray.forEach((operator, at) => {
    painter.follow(operator, operators.argsArray[at]);
  });
  return painter.pieces;
}

class TextPainter {
  readonly pieces: Piece[] = [];
  readonly #stack: TextState[] = [];
  #state: TextState;
  #line = UPRIGHT;
  #text = UPRIGHT;

  constructor(viewport: Matrix) {
    this.#state = { matrix: viewport, size: 1, spacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  }

  follow(operator: number, args: unknown): void {
    switch (operator) {
      case OPS.save:
        this.#stack.push(this.#state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? this.#state;
        break;
      case OPS.paintFormXObjectBegin: {
        this.#stack.push(this.#state);
        const [inner] = args as [Matrix | null];
        if (inner !== null) this.#set({ matrix: multiply(this.#state.matrix, inner) });
        break;
      }
      case OPS.transform:
        this.#set({ matrix: multiply(this.#state.matrix, args as Matrix) });
        break;
      default:
        this.#followText(operator, args as readonly number[]);
    }
  }

  #followText(operator: number, args: readonly number[]): void {
    const [first = 0, second = 0] = args ?? [];
    switch (operator) {
      case OPS.beginText:
        this.#moveTo(UPRIGHT);
        break;
      case OPS.setFont:
        this.#set({ size: second });
        break;
      case OPS.setCharSpacing:
        this.#set({ spacing: first });
        break;
      case OPS.setWordSpacing:
        this.#set({ wordSpacing: first });
        break;
      case OPS.setHScale:
        this.#set({ scale: first / 100 });
        break;
      case OPS.setLeading:
        // pdf.js keeps the leading as the operator gave it; the next line is that much lower.
        this.#set({ leading: first });
        break;
      case OPS.setTextRise:
        this.#set({ rise: first });
        break;
      case OPS.setTextMatrix:
        this.#moveTo(matrixOf(args));
        break;
      case OPS.moveText:
        this.#moveTo(multiply(this.#line, [1, 0, 0, 1, first, second]));
        break;
      case OPS.setLeadingMoveText:
        this.#set({ leading: -second });
        this.#moveTo(multiply(this.#line, [1, 0, 0, 1, first, second]));
        break;
      case OPS.nextLine:
        this.#moveTo(multiply(this.#line, [1, 0, 0, 1, 0, -this.#state.leading]));
        break;
      case OPS.showText:
        this.#show((args as unknown as [readonly (Glyph | number | null)[]])[0]);
        break;
    }
  }

  #set(changed: Partial<TextState>): void {
    this.#state = { ...this.#state, ...changed };
  }

  #moveTo(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
  }

  #show(glyphs: readonly (Glyph | number | null)[]): void {
    const { matrix, size, spacing, wordSpacing, scale, rise } = this.#state;
    for (const glyph of glyphs) {
      let advance = 0;
      if (typeof glyph === 'number') advance = -glyph * THOUSANDTH * size * scale;
      else if (glyph !== null) {
        const width = (glyph.width ?? 0) * THOUSANDTH * size * scale;
        this.#add(
          glyph.unicode ?? '',
          width,
          multiply(matrix, multiply(this.#text, [1, 0, 0, 1, 0, rise])),
          size,
        );
        advance = width + (spacing + (glyph.isSpace === true ? wordSpacing : 0)) * scale;
      }
      this.#text = multiply(this.#text, [1, 0, 0, 1, advance, 0]);
    }
  }

  #add(unicode: string, width: number, [a, b, c, d, left, y]: Matrix, size: number): void {
    // Words set across the page (stamps, watermarks) are no part of a table.
    if (unicode === '' || Math.abs(b) > Math.abs(a)) return;
    const text = unicode
      .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
      .replace(/\p{Cc}|\u00ad/gu, '');
    const right = left + a * width;
    if (text !== '')
      this.pieces.push({
        text,
        left: Math.min(left, right),
        right: Math.max(left, right),
        y,
        size: Math.hypot(c, d) * Math.abs(size),
      });
  }
}

/** Of six arguments, or of one typed array of six. */
function matrixOf(args: readonly unknown[]): Matrix {
  const numbers = args.length === 1 ? Array.from(args[0] as Float32Array) : (args as readonly number[]);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}
