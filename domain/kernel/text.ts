// Vietnamese text as it really arrives: composed or decomposed, with the old or the new tone placement,
// full-width digits, several kinds of dash and space. Reading works on `clean` text; searching and comparing
// names work on `fold`ed text. The source text itself is never altered by either.

const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;

/** NFC, one space between words, one kind of dash, ASCII digits. Keeps case and tone marks. */
export function clean(text: string): string {
  return text.normalize('NFKC').replace(SPACES, ' ').replace(DASHES, '-').trim();
}

/** For search and for comparing names: no tone marks, no diacritics, đ as d, lower case, one space. */
export function fold(text: string): string {
  return clean(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
