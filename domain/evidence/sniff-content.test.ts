import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPictureSize, sniffContent } from './sniff-content.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const PNG = bytes('89504e470d0a1a0a0000000d49484452000003200000025808060000000000000000');
const JPEG = bytes(
  `ffd8ffe000104a46494600010100000100010000ffc00011080258032003012200021101031101${'00'.repeat(12)}`,
);

describe('a file is by its content', () => {
  test.each([
    ['a PDF', letters('%PDF-1.7\n'), 'pdf'],
    ['a PDF with a few bytes before its mark', letters('\n\n%PDF-1.4'), 'pdf'],
    ['a PNG', PNG, 'png'],
    ['a JPEG', JPEG, 'jpeg'],
    ['a WebP', letters('RIFF....WEBPVP8 '), 'webp'],
    ['a HEIC of a phone', letters('\0\0\0\x18ftypheic'), 'heic'],
    ['a film, which is not taken', letters('\0\0\0\x18ftypmp42'), 'unknown'],
    ['an archive, perhaps Office', bytes('504b0304'), 'archive'],
    ['an old Office file, perhaps encrypted', bytes('d0cf11e0a1b11ae1'), 'ole'],
    ['a program under another name', letters('MZ\x90\0'), 'unknown'],
    ['a page with a script', letters('<svg onload="x">'), 'unknown'],
    ['nothing', new Uint8Array(), 'unknown'],
  ])('%s', (_title, content, kind) => {
    expect(sniffContent(content)).toBe(kind);
  });
});

describe('the size of a picture', () => {
  test.each([
    ['png', PNG],
    ['jpeg', JPEG],
  ] as const)('%s', (kind, content) => {
    expect(readPictureSize(content, kind)).toEqual({ width: 800, height: 600 });
  });

  test('is undefined or whole numbers of any bytes, and never a fault', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom('png', 'jpeg', 'webp'),
        (content, kind) => {
          const size = readPictureSize(content, kind);
          if (size !== undefined) expect(size.width * size.height).toBeGreaterThan(0);
          sniffContent(content);
        },
      ),
    );
  });
});
