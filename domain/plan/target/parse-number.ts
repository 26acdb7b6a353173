// Numbers as Vietnamese documents write them: "1.500" is fifteen hundred, "1,5" and "97.5" are decimals, and some are
// spelled out ("hai mươi lăm").

/** Three digits after a point are a group of thousands, fewer are decimals. */
export function parseNumber(text: string | undefined): number {
  const written = (text ?? '').replaceAll(' ', '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written))
    return Number(written.replaceAll('.', '').replace(',', '.'));
  if (/^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/.test(written))
    return Number(written.replaceAll(',', ''));
  return Number(written.replace(',', '.'));
}

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};

const SCALES: Readonly<Record<string, number>> = {
  mười: 10,
  mươi: 10,
  trăm: 100,
  nghìn: 1000,
  ngàn: 1000,
};

/** The words a spelled number is made of, for a pattern. */
export const NUMBER_WORD =
  '(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|linh|lẻ)';

/** "hai mươi lăm" is 25; undefined where the words make no number. */
export function parseNumberWords(words: string): number | undefined {
  let total = 0;
  let hundreds = 0;
  let pending: number | undefined;
  for (const word of words.trim().split(/\s+/)) {
    if (word === 'linh' || word === 'lẻ') continue;
    const digit = DIGITS[word];
    const scale = SCALES[word];
    if (digit !== undefined) {
      if (pending !== undefined) return undefined;
      pending = digit;
    } else if (scale === 1000) {
      total += (hundreds + (pending ?? 0) || 1) * 1000;
      hundreds = 0;
      pending = undefined;
    } else if (scale !== undefined) {
      hundreds += (pending ?? 1) * scale;
      pending = undefined;
    } else return undefined;
  }
  return total + hundreds + (pending ?? 0);
}
