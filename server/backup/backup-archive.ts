import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import tar from 'tar-stream';
import { BackupRefused } from './backup-refused.ts';

/** A tar file in one zstd frame with a checksum: made and read as a stream, and opened by ordinary tools as well. */
export interface ArchiveWriter {
  readonly add: (member: string, bytes: Buffer) => Promise<void>;
  readonly addStream: (member: string, size: number, pieces: AsyncIterable<Buffer>) => Promise<void>;
  /** Waits until the disk has it. */
  readonly finish: () => Promise<void>;
  readonly abort: (error: unknown) => Promise<void>;
}

/** Writes to a file that is not there yet and that only its owner may read: it holds passwords' digests and keys. */
export function writeArchive(file: string): ArchiveWriter {
  const pack = tar.pack();
  const compressor = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const writing = pipeline(
    pack as unknown as Readable,
    compressor,
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  );
  // Told by whichever call waits for it.
  writing.catch(() => undefined);
  const orFail = <T>(work: Promise<T>): Promise<T> => Promise.race([work, writing.then(() => work)]);
  const addStream: ArchiveWriter['addStream'] = async (member, size, pieces) => {
    try {
      await pour(member, size, pieces);
    } catch (error) {
      // The disk's error, not what followed from it.
      if (pack.destroyed) await writing;
      throw error;
    }
  };
  const pour: ArchiveWriter['addStream'] = async (member, size, pieces) => {
    let tell: (error?: Error | null) => void = () => undefined;
    const packed = new Promise<void>((resolve, reject) => {
      tell = (error) => (error == null ? resolve() : reject(error));
    });
    packed.catch(() => undefined);
    const entry = pack.entry({ name: member, size, mode: 0o600, mtime: new Date(0) }, (error) =>
      tell(error),
    ) as unknown as Writable;
    for await (const piece of pieces) if (!entry.write(piece)) await orFail(once(entry, 'drain'));
    entry.end();
    await orFail(packed);
  };
  return {
    add: (member, bytes) => addStream(member, bytes.length, onePiece(bytes)),
    addStream,
    finish: async () => {
      pack.finalize();
      await writing;
    },
    abort: async (error) => {
      pack.destroy(error as Error);
      await writing.catch(() => undefined);
    },
  };
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes;
}

export interface ArchiveMember {
  readonly name: string;
  readonly pieces: AsyncIterable<Buffer>;
}

const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Shows each member in turn. Bytes that cannot be read any more are told with the member they stood in. */
export async function readArchive(
  file: string,
  visit: (member: ArchiveMember) => Promise<void>,
): Promise<void> {
  await checkKind(file);
  const source = createReadStream(file);
  const plain = createZstdDecompress();
  const members = tar.extract();
  let broken = false;
  for (const part of [source, plain, members as unknown as Readable])
    part.once('error', () => {
      broken = true;
    });
  const reading = pipeline(source, plain, members as unknown as NodeJS.WritableStream);
  reading.catch(() => undefined);
  let current = path.basename(file);
  try {
    for await (const member of members) {
      current = member.header.name;
      await visit({ name: current, pieces: member as unknown as AsyncIterable<Buffer> });
      member.resume();
    }
    await reading;
  } catch (error) {
    if (broken && !(error instanceof BackupRefused))
      throw new BackupRefused('backup-damaged', { file: path.basename(file), member: current });
    throw error;
  } finally {
    source.destroy();
  }
}

async function checkKind(file: string): Promise<void> {
  const bytes = Buffer.alloc(MAGIC.length);
  try {
    const handle = await open(file);
    try {
      await handle.read(bytes, 0, bytes.length, 0);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BackupRefused('not-found', { what: `tệp "${file}"` });
    if (code !== 'EISDIR') throw error;
  }
  if (!bytes.equals(MAGIC)) throw new BackupRefused('backup-wrong-file', { file: path.basename(file) });
}

/** All bytes of a member that is known to be small. */
export async function readWhole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}
