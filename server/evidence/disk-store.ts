import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from './file-store.ts';

/** Files in the data folder. Each is written under another name, forced to the disk and then given its own. */
export function openDiskStore(folder: string): FileStore {
  const placeOf = (key: string) => path.join(folder, ...key.split('/'));
  return {
    write: async (key, bytes) => {
      const place = placeOf(key);
      const draft = `${place}.${randomUUID()}.partial`;
      await mkdir(path.dirname(place), { recursive: true });
      try {
        const file = await open(draft, 'wx');
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    find: async (key) => {
      try {
        return await readFile(placeOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: async (key) => {
      const place = placeOf(key);
      await rm(place, { force: true });
      // The folder of an upload goes with its last part.
      await rmdir(path.dirname(place)).catch(() => undefined);
    },
  };
}
