const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A word compared without case and without regard to where its tone is written (hòa, hoà); the letters i and y at its end are one. */
export function syllableKey(word: string): string {
  const open = word.toLowerCase().normalize('NFD');
  const tone = open.match(TONES)?.[0] ?? '';
  return (
    open
      .replace(TONES, '')
      .normalize('NFC')
      .replace(/(?<=[bhklmstvq]u?)y$/u, 'i') + tone
  );
}
