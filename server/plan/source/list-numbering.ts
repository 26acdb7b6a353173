// Numbers that Word shows but does not store: real plans number their STT column and their lists automatically,
// so a paragraph's number has to be counted as Word counts it (ECMA-376 part 1, 17.9).
import { childOf, childrenOf, type XmlElement } from './xml-elements.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** The level whose advance restarts this one; 0 never restarts. */
  readonly restart: number | undefined;
  readonly suffix: string;
  readonly legal: boolean;
}

interface Instance {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

export interface NumberingRef {
  readonly id: string;
  readonly level: number;
}

export class ListNumbering {
  readonly #instances = new Map<string, Instance>();
  readonly #styles = new Map<string, { ref: Partial<NumberingRef>; basedOn: string | undefined }>();
  /** Instances of one abstract list count on together. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  #defaultStyle: string | undefined;

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    const abstracts = readAbstracts(numbering);
    for (const num of childrenOf(numbering, 'w:num')) {
      const abstract = attributeOf(num, 'w:abstractNumId') ?? '';
      this.#instances.set(
        num.attributes['numId'] ?? '',
        readInstance(num, abstract, abstracts.get(abstract)),
      );
    }
    for (const style of childrenOf(styles, 'w:style')) {
      if (style.attributes['type'] !== 'paragraph') continue;
      const id = style.attributes['styleId'] ?? '';
      this.#styles.set(id, {
        ref: readRef(childOf(style, 'w:pPr')),
        basedOn: attributeOf(style, 'w:basedOn'),
      });
      if (['1', 'true', 'on'].includes(style.attributes['default'] ?? '')) this.#defaultStyle = id;
    }
  }

  /** The paragraph's number or bullet as it is shown, with its space; '' where it has none. Counts it. */
  advance(properties: XmlElement | undefined): string {
    const ref = this.#find(properties);
    if (ref === undefined) return '';
    const instance = this.#instances.get(ref.id);
    const level = instance?.levels.get(ref.level);
    if (instance === undefined || level === undefined) return '';
    const counters = this.#count(ref, instance, level);
    if (level.format === 'bullet') return level.text === '' ? '' : `${presentBullet(level.text)} `;
    const shown = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = instance.levels.get(index);
      const format = level.legal ? 'decimal' : (other?.format ?? 'decimal');
      return presentNumber(counters[index] ?? other?.start ?? 1, format);
    });
    if (shown === '') return '';
    return level.suffix === 'nothing' ? shown : `${shown} `;
  }

  #count(ref: NumberingRef, instance: Instance, level: Level): readonly (number | undefined)[] {
    const counters = this.#counters.get(instance.abstract) ?? [];
    this.#counters.set(instance.abstract, counters);
    const override = instance.starts.get(ref.level);
    const first = `${ref.id}/${ref.level}`;
    const restarted = override !== undefined && !this.#started.has(first);
    this.#started.add(first);
    const before = counters[ref.level];
    counters[ref.level] = restarted ? override : before === undefined ? level.start : before + 1;
    for (let deeper = ref.level + 1; deeper < 9; deeper += 1) {
      const restart = instance.levels.get(deeper)?.restart;
      if (restart === undefined || ref.level < restart) counters[deeper] = undefined;
    }
    return counters;
  }

  #find(properties: XmlElement | undefined): NumberingRef | undefined {
    const own = readRef(properties);
    let id = own.id;
    let level = own.level;
    let style = attributeOf(properties, 'w:pStyle') ?? this.#defaultStyle;
    for (
      let depth = 0;
      depth < 20 && style !== undefined && (id === undefined || level === undefined);
      depth += 1
    ) {
      const found = this.#styles.get(style);
      id ??= found?.ref.id;
      level ??= found?.ref.level;
      style = found?.basedOn;
    }
    // `numId` 0 takes a style's numbering away.
    return id === undefined || id === '0' ? undefined : { id, level: level ?? 0 };
  }
}

function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['val'];
}

function readRef(properties: XmlElement | undefined): { id?: string; level?: number } {
  const numPr = childOf(properties, 'w:numPr');
  const id = attributeOf(numPr, 'w:numId');
  const level = attributeOf(numPr, 'w:ilvl');
  return { ...(id === undefined ? {} : { id }), ...(level === undefined ? {} : { level: Number(level) }) };
}

function readAbstracts(numbering: XmlElement | undefined): Map<string, Map<number, Level>> {
  const abstracts = new Map<string, Map<number, Level>>();
  const styles = new Map<string, Map<number, Level>>();
  const linked: [string, string][] = [];
  for (const abstract of childrenOf(numbering, 'w:abstractNum')) {
    const id = abstract.attributes['abstractNumId'] ?? '';
    const levels = readLevels(abstract);
    abstracts.set(id, levels);
    const style = attributeOf(abstract, 'w:styleLink');
    const link = attributeOf(abstract, 'w:numStyleLink');
    if (style !== undefined) styles.set(style, levels);
    if (link !== undefined) linked.push([id, link]);
  }
  for (const [id, link] of linked) abstracts.set(id, styles.get(link) ?? new Map());
  return abstracts;
}

function readInstance(
  num: XmlElement,
  abstract: string,
  inherited: ReadonlyMap<number, Level> | undefined,
): Instance {
  const levels = new Map(inherited);
  const starts = new Map<number, number>();
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const start = attributeOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(Number(override.attributes['ilvl']), Number(start));
    for (const [index, level] of readLevels(override)) levels.set(index, level);
  }
  return { abstract, levels, starts };
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(parent, 'w:lvl')) {
    const restart = attributeOf(level, 'w:lvlRestart');
    levels.set(Number(level.attributes['ilvl']), {
      format: attributeOf(level, 'w:numFmt') ?? 'decimal',
      text: attributeOf(level, 'w:lvlText') ?? '',
      start: Number(attributeOf(level, 'w:start') ?? 1),
      restart: restart === undefined ? undefined : Number(restart),
      suffix: attributeOf(level, 'w:suff') ?? 'tab',
      legal: childOf(level, 'w:isLgl') !== undefined,
    });
  }
  return levels;
}

/** Bullets are drawn in symbol fonts; whatever is drawn, a plan's reader writes "-" or "+". */
function presentBullet(text: string): string {
  const bullet = text.trim();
  return bullet === '+' || bullet === '*' ? bullet : '-';
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function presentNumber(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return presentRoman(value);
    case 'lowerRoman':
      return presentRoman(value).toLowerCase();
    case 'upperLetter':
      return presentLetter(value);
    case 'lowerLetter':
      return presentLetter(value).toLowerCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function presentRoman(value: number): string {
  let left = Math.min(value, 4000);
  let shown = '';
  for (const [worth, letters] of ROMAN) {
    while (left >= worth) {
      shown += letters;
      left -= worth;
    }
  }
  return shown;
}

/** Word goes on after Z with AA, BB, CC. */
function presentLetter(value: number): string {
  const index = (Math.max(1, value) - 1) % 26;
  return String.fromCharCode(65 + index).repeat(Math.min(20, Math.floor((Math.max(1, value) - 1) / 26) + 1));
}
