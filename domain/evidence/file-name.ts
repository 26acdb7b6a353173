/** Longest name that file systems take, in bytes of UTF-8. */
const MOST_BYTES = 240;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The name of a file as its sender gave it, in composed letters: only a path before it and signs that are not seen are
 * left out. A name that is too long is cut before its ending.
 */
export function keepFileName(given: string): string {
  const name = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(FORBIDDEN, '').trim();
  if (name === '' || /^\.+$/.test(name)) return 'Tài liệu';
  if (countBytes(name) <= MOST_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  let kept = [...name.slice(0, name.length - ending.length)];
  while (countBytes(kept.join('') + ending) > MOST_BYTES) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}${ending}`;
}

function countBytes(text: string): number {
  let count = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
