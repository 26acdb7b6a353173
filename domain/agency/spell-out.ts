import names from './data/names.json' with { type: 'json' };

const SHORT: Readonly<Record<string, string>> = names.short;
const PATTERN = new RegExp(
  `(?<![\\p{L}&-])(?:${Object.keys(SHORT)
    .sort((a, b) => b.length - a.length)
    .map((short) => short.replace(/[&]/g, '\\s*&\\s*').replace(/-/g, '\\s*-\\s*'))
    .join('|')})(?![\\p{L}&])`,
  'gu',
);

/** The name with its short forms written in full; itself where it has none. */
export function spellOut(name: string): string {
  return name.replace(PATTERN, (short) => SHORT[short.replace(/\s/g, '')] ?? short);
}
