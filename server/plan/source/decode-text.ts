import { UnreadableFile } from './unreadable-file.ts';

const VIETNAMESE = /\p{Script=Latin}|[\u0300-\u0309\u0323]|[₫–—‘’“”…•°±×≤≥½¼¾‰§©®«»\u00a0-]/u;
/** Letters of Windows-1258 that Vietnamese never uses; they are what TCVN3 or VNI text turns into. */
const FOREIGN = /[ÄÅÆÇËÎÏÑÖØÛÜŒŸßäåæçëîïñöøûüœÿƒŠŽšž¡-¯²-¼¾¿÷]/u;

/** The text of a plain-text file: UTF-8, UTF-16 of either order, or Windows-1258; undefined where it is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const wide = findWideEncoding(bytes);
  if (wide !== undefined) return isText(new TextDecoder(wide).decode(bytes));
  if (bytes.includes(0)) return undefined;
  try {
    return isText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return decodeEightBit(bytes);
  }
}

function findWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 === 1) return undefined;
  // Without a mark: in Vietnamese text about two characters in three are ASCII, so one half of the bytes is full of zeros.
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 5 && even === 0) return 'utf-16le';
  if (even > sample.length / 5 && odd === 0) return 'utf-16be';
  return undefined;
}

function isText(text: string): string | undefined {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 11) controls += 1;
  }
  return controls * 1000 > text.length ? undefined : text;
}

function decodeEightBit(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  if (isText(text) === undefined) return undefined;
  const high = [...text].filter((character) => character > '\u007f');
  const foreign = high.filter((character) => FOREIGN.test(character) || !VIETNAMESE.test(character)).length;
  const spoken = bytes.filter((byte) => byte >= 32 && byte < 127).length;
  // Bytes that are mostly not ASCII are a picture or a program; a few strange letters are an older Vietnamese font.
  if (spoken * 2 < bytes.length) return undefined;
  if (foreign * 50 > high.length) throw new UnreadableFile('file-encoding');
  return text;
}
