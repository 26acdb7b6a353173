import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isProcessAlive } from '../running-process.ts';
import { BackupRefused } from './backup-refused.ts';

const AN_HOUR_MS = 3_600_000;

/**
 * The file is there whole or not at all: written beside under a name of its own, then given its name. An old file
 * stays until that moment. Two that write the same file at once cannot mix, since each has a name of its own.
 */
export async function writeWhole<T>(
  file: string,
  { replace }: { readonly replace: boolean },
  write: (draft: string) => Promise<T>,
): Promise<T> {
  if (!replace && (await isThere(file))) throw exists(file);
  await checkFolder(file);
  await removeAbandoned(file);
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.partial`;
  try {
    const written = await write(draft);
    await publish(draft, file, replace);
    return written;
  } catch (error) {
    throw explain(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function publish(draft: string, file: string, replace: boolean): Promise<void> {
  if (replace) await rename(draft, file);
  else {
    try {
      // Unlike a rename, a link never takes the place of a file that came meanwhile.
      await link(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(file);
      // Disks without links.
      if (await isThere(file)) throw exists(file);
      await rename(draft, file);
    }
  }
  await syncFolder(path.dirname(file));
}

/** A new name is on the disk only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Windows opens no folders, and some network disks do not sync them.
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
}

async function removeAbandoned(file: string): Promise<void> {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(start)
      ? /^(\d+)-[0-9a-f]{8}\.partial$/.exec(name.slice(start.length))?.[1]
      : undefined;
    if (pid === undefined) continue;
    const draft = path.join(folder, name);
    const touched = await stat(draft).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (!isProcessAlive(Number(pid)) || Date.now() - touched > AN_HOUR_MS) await rm(draft, { force: true });
  }
}

async function checkFolder(file: string): Promise<void> {
  try {
    await access(path.dirname(file), constants.W_OK);
  } catch (error) {
    throw explain(error, file);
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function exists(file: string): BackupRefused {
  return new BackupRefused('backup-file-exists', { file });
}

/** What the disk says no to, in words; anything else as it is. */
export function explain(error: unknown, file: string): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupRefused('backup-disk-full', { file });
  const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EFBIG', 'EIO'];
  return syscall !== undefined && refused.includes(code)
    ? new BackupRefused('backup-not-writable', { file, problem: code })
    : error;
}
