/** Kinds of files that are taken as evidence. */
export const FILE_KINDS = ['pdf', 'docx', 'xlsx', 'png', 'jpeg', 'webp', 'heic'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What the bytes themselves say; an archive and an old Office file have to be opened to know more. */
export type Sniffed = 'pdf' | 'png' | 'jpeg' | 'webp' | 'heic' | 'archive' | 'ole' | 'unknown';

/** Brands of still pictures in HEIF (ISO/IEC 23008-12); "avif" and films have others. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'];

/** What a file is by its first bytes; its name is not asked. */
export function sniffContent(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp';
  if (latin(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.includes(latin(bytes, 8, 12))) return 'heic';
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return 'archive';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  // Readers accept bytes before the mark within the first kilobyte (ISO 32000-1, annex H.3.4.1).
  if (latin(bytes, 0, 1024 + 5).includes('%PDF-')) return 'pdf';
  return 'unknown';
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels as a picture's head says; undefined where it says none, which is no picture then. */
export function readPictureSize(bytes: Uint8Array, kind: 'png' | 'jpeg' | 'webp'): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size =
    kind === 'png' ? sizeOfPng(view) : kind === 'jpeg' ? sizeOfJpeg(view) : sizeOfWebp(view, bytes);
  return size === undefined || size.width === 0 || size.height === 0 ? undefined : size;
}

function sizeOfPng(view: DataView): PictureSize | undefined {
  // "IHDR" comes first of all chunks.
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Marks the frame header of a JPEG: SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function sizeOfJpeg(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

function sizeOfWebp(view: DataView, bytes: Uint8Array): PictureSize | undefined {
  if (view.byteLength < 30) return undefined;
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  switch (latin(bytes, 12, 16)) {
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 };
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
