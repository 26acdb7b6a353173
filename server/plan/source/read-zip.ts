// The ZIP container of .docx and .xlsx, read by its directory (PKWARE APPNOTE 6.3). Ours rather than a library's
// because the guard against bombs has to stand before and inside the inflating, and because parts are inflated
// one by one, only when asked for.
import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.ts';

export interface ZipLimits {
  readonly entries: number;
  /** All parts together, inflated. */
  readonly totalBytes: number;
  /** Inflated to stored, judged only on parts above `ratioFrom` bytes: small repetitive parts may exceed it. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  totalBytes: 300 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 32 * 1024 * 1024,
};

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly stored: number;
  readonly inflated: number;
  readonly offset: number;
  readonly crc: number;
}

export interface Zip {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part's bytes; undefined where there is no such part. */
  find(name: string): Uint8Array | undefined;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const UINT32 = 0xffffffff;

export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    (bytes[2] === 3 || bytes[2] === 5) &&
    bytes[3] === (bytes[2] ?? 0) + 1
  );
}

export function readZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, limits);
  let left = limits.totalBytes;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(partKey(name)),
    find(name) {
      const entry = entries.get(partKey(name));
      if (entry === undefined) return undefined;
      const part = inflate(view, bytes, entry, left);
      // A changed bit could be a changed figure: a part that is not what was stored is not read.
      if (crc32(part) !== entry.crc) throw new UnreadableFile('file-damaged');
      left -= part.length;
      return part;
    },
  };
}

/** Part names compare without regard to case (ECMA-376 part 2); some writers use back slashes. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function readDirectory(view: DataView, bytes: Uint8Array, limits: ZipLimits): Map<string, ZipEntry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries) throw new UnreadableFile('file-bomb');
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let stored = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY)
      throw new UnreadableFile('file-damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const entry = readEntry(view, bytes, at, nameLength, extraLength);
    total += entry.inflated;
    stored += entry.stored;
    if (isBomb(entry, limits)) throw new UnreadableFile('file-bomb');
    entries.set(partKey(entry.name), entry);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  // Parts that together are stored in more bytes than the file has overlap one another: only bombs do that.
  if (total > limits.totalBytes || stored > bytes.length) throw new UnreadableFile('file-bomb');
  return entries;
}

function isBomb(entry: ZipEntry, limits: ZipLimits): boolean {
  return entry.inflated > limits.ratioFrom && entry.inflated > entry.stored * limits.ratio;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new UnreadableFile('file-damaged');
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  if (at + 46 + nameLength + extraLength > view.byteLength) throw new UnreadableFile('file-damaged');
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const fields = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  const [inflated, stored, offset] = readWideFields(view, at + 46 + nameLength, extraLength, fields);
  return {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    stored: stored ?? 0,
    inflated: inflated ?? 0,
    offset: offset ?? 0,
    crc: view.getUint32(at + 16, true),
  };
}

/** Sizes that do not fit 32 bits stand in the ZIP64 extra field, in order, only those that overflowed. */
function readWideFields(
  view: DataView,
  from: number,
  length: number,
  fields: readonly number[],
): readonly number[] {
  if (!fields.includes(UINT32)) return fields;
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return fields.map((field) => {
      if (field !== UINT32) return field;
      if (next + 8 > from + length) throw new UnreadableFile('file-damaged');
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return fields;
}

function inflate(view: DataView, bytes: Uint8Array, entry: ZipEntry, left: number): Uint8Array {
  if (entry.encrypted) throw new UnreadableFile('file-encrypted');
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL)
    throw new UnreadableFile('file-damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + entry.stored);
  if (data.length !== entry.stored) throw new UnreadableFile('file-damaged');
  if (entry.method === 0) return data;
  if (entry.method !== 8) throw new UnreadableFile('file-damaged');
  return inflateWithin(data, entry.inflated, left);
}

/** The directory may lie about sizes, so the inflater itself stops one byte past what was promised. */
function inflateWithin(data: Uint8Array, promised: number, left: number): Uint8Array {
  let part: Uint8Array;
  try {
    part = inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(promised + 1, left)) });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableFile(tooLarge ? 'file-bomb' : 'file-damaged');
  }
  if (part.length > promised) throw new UnreadableFile('file-bomb');
  if (part.length < promised) throw new UnreadableFile('file-damaged');
  return part;
}
