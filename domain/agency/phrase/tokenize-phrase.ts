import names from '../data/names.json' with { type: 'json' };
import { syllableKey } from './syllable-key.ts';

// A cell's text as words and marks, each with its place. Line ends and bullets become the mark "\n".

export interface Token {
  readonly text: string;
  /** What the word is compared by: lower case, tone placement aside. Marks are their own key. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** Letters of a short form, in capitals throughout ("UBND", "PTNT"). */
  readonly letters: string | undefined;
}

export interface Phrase {
  readonly text: string;
  /** Written in capitals throughout, so that capitals tell nothing. */
  readonly shouted: boolean;
  readonly tokens: readonly Token[];
}

/** Short forms that are read in small letters too. */
const KNOWN_SHORT: ReadonlySet<string> = new Set(
  Object.keys(names.short)
    .filter((short) => /^\p{Lu}{3,}$/u.test(short))
    .map((short) => short.toLowerCase()),
);
const SPACES = /[^\S\n]+|[\u200b\ufeff]+/gu;
const LINES = /\r\n?|\u2028|\u2029|<br\s*\/?>/giu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const BULLETS = /[•●▪■◦*·→✓]/gu;
const TOKEN = /[\p{L}\p{M}\p{N}]+|\n|[^\s\p{L}\p{M}\p{N}]/gu;

/** Words of a text that is one shout ("SỞ NỘI VỤ") are no short forms. */
function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}\p{Lu}+\s+\p{Lu}/u.test(text);
}

export function tokenizePhrase(source: string): Phrase {
  const text = tidy(source);
  const shouted = isShouted(text);
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const isWord = /^[\p{L}\p{M}\p{N}]/u.test(word);
    const bare = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    const isShort =
      (isWord && KNOWN_SHORT.has(word.toLowerCase())) ||
      (isWord && /^[A-Z]+$/.test(bare) && !(shouted && /\p{M}/u.test(word.normalize('NFD'))));
    tokens.push({
      text: word,
      key: isWord ? syllableKey(word) : word,
      start: match.index,
      end: match.index + word.length,
      word: isWord,
      capital: /^\p{Lu}/u.test(word),
      letters: isShort ? bare.toUpperCase() : undefined,
    });
  }
  return { text, shouted, tokens };
}

function tidy(source: string): string {
  return source
    .replace(LINES, '\n')
    .replace(/<[^<>]{1,80}>/gu, '\n')
    .split('\n')
    .map((line) => line.normalize('NFKC').replace(SPACES, ' ').replace(DASHES, '-').trim())
    .join('\n')
    .replace(BULLETS, '\n')
    .replace(/([\p{Lu}])và(?=\p{Lu})/gu, '$1 và ')
    .replace(
      /(?<=\p{Ll})(?=(?:Sở|UBND|HĐND|Công an|Văn phòng|Phòng|Các|Thanh tra|Trung tâm|Ủy ban|Ban|Bộ|Chi cục|Cục)(?:\s|$))/gu,
      ' ',
    )
    .replace(/(?<![\p{L}\p{M}])(sở|phòng|bộ|ubnd|hđnd)(?=\p{Lu}\p{Ll})/giu, (head) => `${head} `)
    .normalize('NFC');
}
