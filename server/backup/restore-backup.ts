import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '#domain/kernel/result.ts';
import { holdDataFolder } from '../data-folder.ts';
import { stopEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { startEmbedded } from '../start-embedded.ts';
import { BackupRefused, settle } from './backup-refused.ts';
import { restoreInto } from './restore-into.ts';
import { readVerified, type VerifiedBackup } from './verify-backup.ts';
import { explain, syncFolder } from './write-whole.ts';

export interface RestoreOptions {
  readonly file: string;
  readonly dataFolder: string;
  /** An outer database; undefined for the one in the data folder. */
  readonly databaseUrl: string | undefined;
}

/** Restores a backup into an empty place, and answers when all of it was read again and found equal. */
export function restoreBackup({
  file,
  dataFolder,
  databaseUrl,
}: RestoreOptions): Promise<Result<VerifiedBackup>> {
  return settle(databaseUrl === undefined ? dataFolder : 'DATABASE_URL', async () => {
    // A place that is not empty is told before a large file is read.
    if (databaseUrl === undefined) await checkEmptyFolder(dataFolder);
    const backup = await readVerified(path.resolve(file));
    if (databaseUrl === undefined) await restoreFolder(dataFolder, file, backup);
    else await restoreInto({ url: databaseUrl, folder: dataFolder }, file, backup);
    return backup;
  });
}

/**
 * A whole data folder is built beside the place and renamed at the end. Each try has a folder of its own, so that
 * what a killed one left running cannot write into it.
 */
async function restoreFolder(folder: string, file: string, backup: VerifiedBackup): Promise<void> {
  const beside = `${folder}.restoring`;
  const lock = holdDataFolder(beside);
  try {
    await removeAbandoned(beside);
    const built = path.join(beside, randomBytes(4).toString('hex'));
    mkdirSync(built);
    const postgres = await startEmbedded(built);
    try {
      await restoreInto({ url: postgres.url, folder: built }, file, backup);
    } finally {
      await postgres.stop();
    }
    await putInPlace(built, folder);
  } finally {
    await removeAbandoned(beside);
    lock.release();
    removeEmpty(beside);
  }
}

async function putInPlace(built: string, folder: string): Promise<void> {
  await syncFolder(built);
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    // Not every system renames onto a folder, be it empty.
    removeEmpty(folder);
    await rename(built, folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') await checkEmptyFolder(folder);
    if (code === 'EBUSY' || code === 'EXDEV') throw new BackupRefused('restore-mount', { folder });
    throw explain(error, folder);
  }
  await syncFolder(path.dirname(folder));
}

/** Leftovers of tries that were killed, with the database each may have left running. */
async function removeAbandoned(beside: string): Promise<void> {
  for (const entry of readdirSync(beside, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const built = path.join(beside, entry.name);
    await stopEmbeddedPostgres(built);
    rmSync(built, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function checkEmptyFolder(folder: string): Promise<void> {
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw explain(error, folder);
  });
  if (held.length > 0)
    throw new BackupRefused('restore-not-empty', {
      place: `thư mục ${folder}`,
      found: `"${held[0]}"`,
    });
}
