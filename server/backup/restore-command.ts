import path from 'node:path';
import { accept } from '#domain/kernel/result.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { readConfig } from '../config.ts';
import { presentBackup } from './present-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/** `restore FILE`. */
export async function restoreCommand(
  words: readonly string[],
  { json }: { readonly json: boolean },
): Promise<CommandAnswer> {
  const [file, ...others] = words;
  if (file === undefined || others.length > 0) return { misused: 'Lệnh "restore" cần đúng một tệp.' };
  const { dataFolder, databaseUrl } = readConfig(process.env);
  const restored = await restoreBackup({ file: path.resolve(file), dataFolder, databaseUrl });
  const place = databaseUrl === undefined ? dataFolder : 'cơ sở dữ liệu của DATABASE_URL';
  return restored.ok
    ? accept(
        presentBackup(`Đã khôi phục vào ${place} và đối chiếu đúng với bản sao lưu.`, restored.value, {
          json,
        }),
      )
    : restored;
}
