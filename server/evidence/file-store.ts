/** Where files are kept: on a disk, or on S3-compatible storage. Whatever is written is whole or not there. */
export interface FileStore {
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes; undefined where nothing is kept under the key. */
  readonly find: (key: string) => Promise<Uint8Array | undefined>;
  /** Only for parts of files on their way: what is kept as evidence is never removed. */
  readonly remove: (key: string) => Promise<void>;
}

/** A file is kept under the digest of its content, so the same content is kept once and is never overwritten. */
export function keyOfFile(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256}`;
}

export function keyOfPart(uploadId: string, part: number): string {
  return `uploads/${uploadId}/${part}`;
}

/** The bytes of a file that was kept; one that is gone is a fault of the storage. */
export async function getFile(files: FileStore, sha256: string): Promise<Uint8Array> {
  const bytes = await files.find(keyOfFile(sha256));
  if (bytes === undefined) throw new Error(`the file store has lost ${sha256}`);
  return bytes;
}
