import { fold } from '../kernel/text.ts';
import names from './data/names.json' with { type: 'json' };

// Commas, dashes and "và" inside known names are put out of the way of the list they stand in, letter for letter,
// and brought back when a name is taken out. The characters used stand in no document (private use area).
const COMMA = '\ue000';
const DASH = '\ue001';
const AND = '\ue002';
const SLASH = '\ue003';
const AMPERSAND = '\ue004';

const JOINED = [...names.joined].sort((a, b) => b.length - a.length).map(fold);
const SHORT = Object.keys(names.short)
  .filter((short) => /[,&-]/.test(short))
  .sort((a, b) => b.length - a.length);
const PATTERN = new RegExp(
  `(?<![\\p{L}])(?:${[...JOINED, ...SHORT.map(fold)].map((name) => name.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}])`,
  'gu',
);

function hide(text: string): string {
  return text
    .replaceAll(',', COMMA)
    .replaceAll('-', DASH)
    .replace(/và/giu, `${AND}à`)
    .replaceAll('/', SLASH)
    .replaceAll('&', AMPERSAND);
}

/** The text with the separators inside known names hidden; its length is unchanged. */
export function protectNames(text: string): string {
  const folded = fold(text);
  // Folding keeps the place of each letter of composed Vietnamese; other scripts are left as they are.
  if (folded.length !== text.length) return text;
  let safe = '';
  let at = 0;
  for (const match of folded.matchAll(PATTERN)) {
    safe += text.slice(at, match.index) + hide(text.slice(match.index, match.index + match[0].length));
    at = match.index + match[0].length;
  }
  // "và/hoặc" and dates like 24/7 are no lists of names.
  return safe + text.slice(at);
}

protectNames.reveal = (text: string): string =>
  text
    .replaceAll(COMMA, ',')
    .replaceAll(DASH, '-')
    .replaceAll(`${AND}à`, 'và')
    .replaceAll(SLASH, '/')
    .replaceAll(AMPERSAND, '&');

/** Fields of government that are one department by themselves, folded. */
protectNames.fields = new Set(names.fields.map(fold)) as ReadonlySet<string>;
