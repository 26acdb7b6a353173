import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BackupManifest } from './backup-manifest.ts';
import { BackupRefused } from './backup-refused.ts';
import { isDraft, listKeptFiles, sumFile } from './kept-files.ts';
import { explain, syncFolder } from './write-whole.ts';

/**
 * The place may hold files of this very backup already: they are put there before the database is committed, and a
 * restore that was killed between is done again. Any other file is in the way.
 */
export async function checkFilesPlace(folder: string, { files }: BackupManifest): Promise<void> {
  const wanted = new Map(files.map((file) => [file.path, file.sha256]));
  for (const found of await listKeptFiles(folder)) {
    if (isDraft(found)) await rm(path.join(folder, found), { force: true });
    else if ((await sumFile(folder, found))?.sha256 !== wanted.get(found))
      throw new BackupRefused('restore-not-empty', {
        place: `thư mục ${folder}`,
        found: `tệp "${found}"`,
      });
  }
}

/** One file under its name, whole or not at all. Only the owner may read it: keys are among them. */
export async function restoreFile(
  folder: string,
  kept: string,
  pieces: AsyncIterable<Buffer>,
): Promise<void> {
  const target = path.join(folder, ...kept.split('/'));
  const draft = `${target}.partial`;
  try {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(Readable.from(pieces), createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, target);
    await syncFolder(path.dirname(target));
  } catch (error) {
    throw explain(error, target);
  }
}

/** Reads every file again and compares it with the backup. */
export async function verifyFiles(folder: string, { files }: BackupManifest): Promise<void> {
  for (const { path: kept, sha256 } of files)
    if ((await sumFile(folder, kept))?.sha256 !== sha256)
      throw new BackupRefused('restore-unequal', { member: kept });
}
