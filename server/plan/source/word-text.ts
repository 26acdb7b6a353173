// The words of Word paragraphs as a reader of the printed page sees them: insertions kept, deletions and hidden
// text left out, field results kept, symbols of old fonts turned into the characters they draw.
import { childOf, childrenOf, type XmlElement } from './xml-elements.ts';

/** Text boxes and nested tables met inside a paragraph; they are read apart from its line. */
export interface ParagraphText {
  readonly text: string;
  readonly boxes: readonly XmlElement[];
  /** The paragraph mark was deleted under tracked changes: the next paragraph goes on in the same line. */
  readonly joined: boolean;
}

/** Glyphs of the Symbol font that plans use (Adobe Symbol encoding, shifted to F000 by Word). */
const SYMBOLS: Readonly<Record<string, string>> = {
  A3: '≤',
  B3: '≥',
  B1: '±',
  B4: '×',
  B7: '•',
  B9: '≠',
  AE: '→',
  B0: '°',
  '2D': '-',
  '2B': '+',
  '3C': '<',
  '3E': '>',
  '3D': '=',
  '25': '%',
};
/** Their content is gone from, or never on, the page. */
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:pPr',
  'w:rPr',
  'w:rt',
]);

export function readParagraphText(paragraph: XmlElement): ParagraphText {
  const boxes: XmlElement[] = [];
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  const text = readInline(paragraph, boxes);
  return {
    text,
    boxes,
    joined: childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined,
  };
}

function readInline(parent: XmlElement, boxes: XmlElement[]): string {
  let text = '';
  for (const child of childrenOf(parent)) text += readPiece(child, boxes);
  return text;
}

function readPiece(element: XmlElement, boxes: XmlElement[]): string {
  switch (element.name) {
    case 'w:t':
    case 'm:t':
      return element.children.filter((child) => typeof child === 'string').join('');
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return element.attributes['type'] === 'page' || element.attributes['type'] === 'column' ? '' : '\n';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return readSymbol(element);
    case 'w:r':
      return isHidden(element) ? '' : readInline(element, boxes);
    case 'w:txbxContent':
      boxes.push(element);
      return '';
    case 'mc:AlternateContent': {
      // The same drawing twice: for new readers and for old ones.
      const chosen = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
      return chosen === undefined ? '' : readInline(chosen, boxes);
    }
    default:
      return LEFT_OUT.has(element.name) ? '' : readInline(element, boxes);
  }
}

function readSymbol(element: XmlElement): string {
  const code = (element.attributes['char'] ?? '').toUpperCase();
  if (/symbol/i.test(element.attributes['font'] ?? '')) return SYMBOLS[code.slice(-2)] ?? '•';
  return code.startsWith('F0') ? '•' : String.fromCodePoint(Number.parseInt(code, 16) || 0x2022);
}

function isHidden(run: XmlElement): boolean {
  const properties = childOf(run, 'w:rPr');
  return isOn(childOf(properties, 'w:vanish'));
}

/** A switch is on by standing there, unless it says otherwise. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['val'] ?? '');
}
