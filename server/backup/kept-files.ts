import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type FileSum, KEPT_FOLDERS } from './backup-manifest.ts';

/** Files that are being written, by the program or by a restore that was killed. */
export const isDraft = (name: string): boolean => name.endsWith('.partial');

/** Paths, from the data folder and with forward strokes, of all that a backup holds of it. */
export async function listKeptFiles(dataFolder: string): Promise<readonly string[]> {
  const found = await Promise.all(KEPT_FOLDERS.map((folder) => listBelow(dataFolder, folder)));
  return found.flat().sort();
}

async function listBelow(dataFolder: string, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(path.join(dataFolder, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(dataFolder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
      );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Undefined where there is no such file. */
export async function sumFile(dataFolder: string, file: string): Promise<FileSum | undefined> {
  const digest = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of createReadStream(path.join(dataFolder, file)) as AsyncIterable<Buffer>) {
      digest.update(piece);
      size += piece.length;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return { path: file, size, sha256: digest.digest('hex') };
}
