import { holdDataFolder } from '../data-folder.ts';
import { findRunningPostgres, hasEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { startEmbedded } from '../start-embedded.ts';
import { BackupRefused } from './backup-refused.ts';

/** Works on the outer database, on the embedded one that runs, or on one started for as long as the work lasts. */
export async function withDatabase<T>(
  { dataFolder, databaseUrl }: { readonly dataFolder: string; readonly databaseUrl: string | undefined },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const running = databaseUrl ?? (await findRunningPostgres(dataFolder));
  if (running !== undefined) return await work(running);
  if (!hasEmbeddedPostgres(dataFolder)) throw new BackupRefused('backup-nothing', { folder: dataFolder });
  const lock = holdDataFolder(dataFolder);
  try {
    const postgres = await startEmbedded(dataFolder);
    try {
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}
