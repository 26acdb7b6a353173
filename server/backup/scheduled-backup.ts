import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import type { Result } from '#domain/kernel/result.ts';
import { type BackupKeep, backupName, chooseBackupsToRemove } from '#domain/kernel/rotate-backups.ts';
import type { Job } from '../jobs/start-jobs.ts';
import { createBackup } from './create-backup.ts';
import { verifyBackup } from './verify-backup.ts';

export interface ScheduledBackupOptions {
  readonly url: string;
  readonly dataFolder: string;
  readonly folder: string;
  /** On the clock of Việt Nam. */
  readonly at: { readonly hour: number; readonly minute: number };
  readonly keep: BackupKeep;
  readonly now: () => Temporal.Instant;
}

/** Each day a backup into the folder; it is read again before any older one is removed. */
export function scheduledBackup(options: ScheduledBackupOptions): Job {
  const { url, dataFolder, folder, at, keep, now } = options;
  return {
    name: 'backup',
    title: 'Sao lưu hằng ngày',
    cron: `${at.minute} ${at.hour} * * *`,
    run: async (signal) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const taken = now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime();
      const file = path.join(folder, backupName(taken));
      orThrow(await createBackup({ url, dataFolder, file, replace: true, signal }));
      orThrow(await verifyBackup(file));
      for (const name of chooseBackupsToRemove(await readdir(folder), keep))
        await rm(path.join(folder, name), { force: true });
    },
  };
}

function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.refusals.map(refusalSentence).join(' '));
}
