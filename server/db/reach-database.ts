import { CannotStart } from '../cannot-start.ts';
import { type FolderLock, holdDataFolder } from '../data-folder.ts';
import { findRunningPostgres, hasEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

/**
 * Runs the work on the database of this installation: the one of `databaseUrl`, else the embedded one, which is
 * started for the work and stopped again where it does not run.
 */
export async function reachDatabase<T>(
  { databaseUrl, dataFolder }: { readonly databaseUrl: string | undefined; readonly dataFolder: string },
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== undefined) return await work(databaseUrl);
  const running = await findRunningPostgres(dataFolder);
  if (running !== undefined) return await work(running);
  if (!hasEmbeddedPostgres(dataFolder))
    throw new CannotStart(
      `Không có dữ liệu của Đôn Đốc trong ${dataFolder}. Hãy đặt DON_DOC_DATA hoặc DATABASE_URL. / No data of Đôn Đốc in ${dataFolder}; set DON_DOC_DATA or DATABASE_URL.`,
    );
  // Held, so that no server starts on the folder while its database is to be stopped again.
  const lock: FolderLock = holdDataFolder(dataFolder);
  try {
    const embedded = await startEmbeddedPostgres({ folder: dataFolder });
    try {
      return await work(embedded.url);
    } finally {
      await embedded.stop();
    }
  } finally {
    lock.release();
  }
}
