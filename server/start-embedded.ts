import { CannotStart } from './cannot-start.ts';
import { explainWriteFailure } from './data-folder.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './db/embedded-postgres.ts';

/** Starts the PostgreSQL of the folder; what an operator can mend is told in words. */
export async function startEmbedded(folder: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ folder });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new CannotStart(explainWriteFailure(folder, error));
    if (/No space left on device/i.test(String(error)))
      throw new CannotStart(explainWriteFailure(folder, { code: 'ENOSPC' }));
    throw new CannotStart((error as Error).message);
  }
}
