import { syllableKey } from './syllable-key.ts';
import type { Token } from './tokenize-phrase.ts';

/** A name of the tables, ready to be compared with words. */
export interface Wording {
  readonly full: string;
  readonly keys: readonly string[];
  /** First letter of each syllable, as a short form writes it. */
  readonly initials: string;
  /** Syllables before which a comma, a dash or "và" may stand; undefined where anywhere. */
  readonly gaps: ReadonlySet<number> | undefined;
}

const AND = syllableKey('và');
const CONNECTORS: ReadonlySet<string> = new Set([',', '-', '&', AND]);

export function isConnector(token: Token | undefined): boolean {
  return token !== undefined && CONNECTORS.has(token.key);
}

export function wordingOf(full: string, strict = false): Wording {
  const keys: string[] = [];
  const gaps = new Set<number>();
  let initials = '';
  for (const word of full.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []) {
    const key = syllableKey(word);
    if (CONNECTORS.has(key) || !/[\p{L}\p{N}]/u.test(word)) gaps.add(keys.length);
    else {
      keys.push(key);
      initials += word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toUpperCase().charAt(0);
    }
  }
  return { full, keys, initials, gaps: strict ? gaps : undefined };
}

export interface WordingMatch {
  readonly end: number;
  /** Written with a short form somewhere. */
  readonly short: boolean;
}

/**
 * Where the name ends when it stands at `at`, or undefined. A word stands for its syllable, a short form for as many
 * syllables as it has letters ("NN&PTNT", "Lao động - TB&XH"); commas, dashes, "&" and "và" between them are free.
 */
export function matchWording(
  tokens: readonly Token[],
  at: number,
  { full, keys, initials, gaps }: Wording,
): WordingMatch | undefined {
  let place = at;
  let short = false;
  for (let syllable = 0; syllable < keys.length; ) {
    if (syllable > 0 && (gaps === undefined || gaps.has(syllable)))
      for (let gap = 0; gap < 2 && mayStand(tokens[place], gaps, full); gap += 1) place += 1;
    const token = tokens[place];
    if (token === undefined || !token.word) return undefined;
    if (token.key === keys[syllable]) syllable += 1;
    else if (
      token.letters !== undefined &&
      token.letters.length > 1 &&
      initials.startsWith(token.letters, syllable)
    ) {
      syllable += token.letters.length;
      short = true;
    } else return undefined;
    place += 1;
  }
  return { end: place, short };
}

/** A strict wording has a comma only where it is written with one. */
function mayStand(token: Token | undefined, gaps: ReadonlySet<number> | undefined, full: string): boolean {
  return isConnector(token) && (gaps === undefined || token?.key !== ',' || full.includes(','));
}

export interface Found<T> extends WordingMatch {
  readonly entry: T;
}

/** A table of names searched by their first letter or syllable; the longest that fits wins. */
export class WordingTable<T extends { readonly wording: Wording }> {
  readonly #byFirst = new Map<string, T[]>();

  readonly #spelled: boolean;

  /** `spelled`: short forms stand for no entry of this table ("TT" is no "toàn thể"). */
  constructor(entries: readonly T[], spelled = false) {
    this.#spelled = spelled;
    const ordered = [...entries].sort((a, b) => b.wording.keys.length - a.wording.keys.length);
    for (const entry of ordered)
      for (const first of [entry.wording.keys[0] ?? '', `^${entry.wording.initials.charAt(0)}`]) {
        const shelf = this.#byFirst.get(first);
        if (shelf === undefined) this.#byFirst.set(first, [entry]);
        else shelf.push(entry);
      }
  }

  find(tokens: readonly Token[], at: number): Found<T> | undefined {
    const token = tokens[at];
    if (token === undefined || !token.word) return undefined;
    const shelves = [
      token.key,
      ...(token.letters === undefined || this.#spelled ? [] : [`^${token.letters.charAt(0)}`]),
    ];
    let best: Found<T> | undefined;
    for (const shelf of shelves)
      for (const entry of this.#byFirst.get(shelf) ?? []) {
        const match = matchWording(tokens, at, entry.wording);
        if (
          match !== undefined &&
          !(match.short && this.#spelled) &&
          (best === undefined || match.end > best.end)
        )
          best = { ...match, entry };
      }
    return best;
  }
}
