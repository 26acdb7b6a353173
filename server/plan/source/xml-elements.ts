// A pull reader of the XML inside office packages. A plan of 10,000 rows has 36 MB of XML: as a DOM it would need
// the whole memory allowed to a reading, so a caller walks in and takes out one row at a time. Office parts carry
// no document type; one that does is refused, so there are no entities to expand.
import { UnreadableFile } from './unreadable-file.ts';

export interface XmlElement {
  /** Prefix by meaning, not as written: `w:tbl` whatever prefix the writer bound to that namespace. */
  readonly name: string;
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Transitional (2006) and strict (purl.oclc.org) names of the namespaces that plans use. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ATTRIBUTE = /([^\s=/"'<>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const MAX_DEPTH = 400;
/** Attributes have no prototype, so that one named `__proto__` is only a name. */
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

type XmlEvent =
  | { readonly kind: 'open'; readonly element: XmlElement }
  | { readonly kind: 'close' }
  | { readonly kind: 'text'; readonly text: string };

/** Walks the parts of one XML document in order. */
export class XmlElements {
  readonly #xml: string;
  #at = 0;
  #closing = false;
  readonly #open: string[] = [];
  readonly #scopes: { readonly depth: number; readonly prefixes: ReadonlyMap<string, string> }[] = [];

  constructor(bytes: Uint8Array) {
    this.#xml = decodeXml(bytes);
  }

  /** Children of the element just entered (or of the document), one by one, entered but not yet read. */
  *children(): Generator<XmlElement> {
    const depth = this.#open.length;
    for (;;) {
      const event = this.#next();
      if (event === undefined) {
        if (depth > 0) throw new UnreadableFile('file-damaged');
        return;
      }
      if (event.kind === 'close') {
        if (this.#open.length < depth) return;
        continue;
      }
      if (event.kind !== 'open') continue;
      yield event.element;
      while (this.#open.length > depth) this.#next();
      if (this.#open.length < depth) return;
    }
  }

  /** The element just entered with everything in it. */
  take(element: XmlElement): XmlElement {
    const stack = [element];
    const depth = this.#open.length;
    while (this.#open.length >= depth) {
      const event = this.#next();
      if (event === undefined) throw new UnreadableFile('file-damaged');
      if (event.kind === 'close') stack.pop();
      else if (event.kind === 'text') stack.at(-1)?.children.push(event.text);
      else {
        stack.at(-1)?.children.push(event.element);
        stack.push(event.element);
      }
    }
    return element;
  }

  #next(): XmlEvent | undefined {
    if (this.#closing) {
      this.#closing = false;
      return this.#close();
    }
    const xml = this.#xml;
    for (;;) {
      if (this.#at >= xml.length) {
        if (this.#open.length > 0) throw new UnreadableFile('file-damaged');
        return undefined;
      }
      if (xml.charCodeAt(this.#at) !== 60) {
        const end = this.#find('<', xml.length);
        const text = xml.slice(this.#at, end);
        this.#at = end;
        return { kind: 'text', text: decodeEntities(text) };
      }
      const mark = xml.charCodeAt(this.#at + 1);
      if (mark === 47) return this.#readClosing();
      if (mark === 63) this.#at = this.#find('?>') + 2;
      else if (mark !== 33) return this.#readOpening();
      else if (xml.startsWith('<!--', this.#at)) this.#at = this.#find('-->') + 3;
      else if (xml.startsWith('<![CDATA[', this.#at)) {
        const end = this.#find(']]>');
        const text = xml.slice(this.#at + 9, end);
        this.#at = end + 3;
        return { kind: 'text', text };
      } else throw new UnreadableFile('file-damaged');
    }
  }

  #find(mark: string, otherwise = -1): number {
    const found = this.#xml.indexOf(mark, this.#at);
    if (found < 0 && otherwise < 0) throw new UnreadableFile('file-damaged');
    return found < 0 ? otherwise : found;
  }

  #readClosing(): XmlEvent {
    const end = this.#find('>');
    const name = this.#xml.slice(this.#at + 2, end).trimEnd();
    if (this.#open.at(-1) !== name) throw new UnreadableFile('file-damaged');
    this.#at = end + 1;
    return this.#close();
  }

  #close(): XmlEvent {
    while ((this.#scopes.at(-1)?.depth ?? -1) >= this.#open.length) this.#scopes.pop();
    this.#open.pop();
    return { kind: 'close' };
  }

  #readOpening(): XmlEvent {
    const end = this.#findTagEnd();
    const selfClosing = this.#xml.charCodeAt(end - 1) === 47;
    const tag = this.#xml.slice(this.#at + 1, selfClosing ? end - 1 : end);
    this.#at = end + 1;
    const space = tag.search(/\s/);
    const written = space < 0 ? tag : tag.slice(0, space);
    this.#open.push(written);
    if (this.#open.length > MAX_DEPTH) throw new UnreadableFile('file-damaged');
    const attributes = space < 0 ? NO_ATTRIBUTES : this.#readAttributes(tag.slice(space));
    this.#closing = selfClosing;
    return { kind: 'open', element: { name: this.#resolve(written), attributes, children: [] } };
  }

  /** `>` may stand inside a quoted value. */
  #findTagEnd(): number {
    let end = this.#find('>');
    const quotes = /["']/g;
    quotes.lastIndex = this.#at;
    for (
      let quote = quotes.exec(this.#xml);
      quote !== null && quote.index < end;
      quote = quotes.exec(this.#xml)
    ) {
      const closing = this.#xml.indexOf(quote[0], quote.index + 1);
      if (closing < 0) throw new UnreadableFile('file-damaged');
      if (closing > end) end = this.#xml.indexOf('>', closing);
      if (end < 0) throw new UnreadableFile('file-damaged');
      quotes.lastIndex = closing + 1;
    }
    return end;
  }

  #readAttributes(written: string): Readonly<Record<string, string>> {
    const attributes: Record<string, string> = Object.create(null);
    let prefixes: Map<string, string> | undefined;
    for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
      const value = decodeEntities(double ?? single ?? '');
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        prefixes ??= new Map(this.#scopes.at(-1)?.prefixes);
        prefixes.set(name.slice(6), NAMESPACES[value] ?? `?${name.slice(6)}`);
      } else {
        const local = name.slice(name.indexOf(':') + 1);
        // `r:id` beside `id`: the plain one wins, the other stays reachable under its full name.
        if (name === local || attributes[local] === undefined) attributes[local] = value;
        if (name !== local) attributes[name] = value;
      }
    }
    if (prefixes !== undefined) this.#scopes.push({ depth: this.#open.length, prefixes });
    return attributes;
  }

  #resolve(written: string): string {
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const meaning = this.#scopes.at(-1)?.prefixes.get(prefix) ?? prefix;
    return meaning === prefix && colon >= 0 ? written : `${meaning}:${written.slice(colon + 1)}`;
  }
}

/** The document element of a small part, whole. */
export function readXml(bytes: Uint8Array): XmlElement {
  const reader = new XmlElements(bytes);
  for (const root of reader.children()) return reader.take(root);
  throw new UnreadableFile('file-damaged');
}

export function* childrenOf(element: XmlElement | undefined, name?: string): Generator<XmlElement> {
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) yield child;
  }
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of childrenOf(element, name)) return child;
  return undefined;
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(wide).decode(bytes);
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
