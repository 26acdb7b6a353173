import path from 'node:path';
import { accept } from '#domain/kernel/result.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { readConfig } from '../config.ts';
import { reachDatabase } from '../db/reach-database.ts';
import { settle } from './backup-refused.ts';
import { createBackup } from './create-backup.ts';
import { presentBackup } from './present-backup.ts';
import { verifyBackup } from './verify-backup.ts';

/** `backup FILE` and `backup verify FILE`. */
export async function backupCommand(
  words: readonly string[],
  { replace, json }: { readonly replace: boolean; readonly json: boolean },
): Promise<CommandAnswer> {
  const [first, ...rest] = words;
  if (first === 'verify') return await verifyCommand(rest, json);
  if (first === undefined || rest.length > 0) return { misused: 'Lệnh "backup" cần đúng một tệp.' };
  const { dataFolder, databaseUrl } = readConfig(process.env);
  const file = path.resolve(first);
  const made = await settle(file, () =>
    reachDatabase({ dataFolder, databaseUrl }, (url) => createBackup({ url, dataFolder, file, replace })),
  );
  if (!made.ok) return made;
  return made.value.ok
    ? accept(presentBackup(`Đã sao lưu vào ${file}.`, made.value.value, { json }))
    : made.value;
}

async function verifyCommand(words: readonly string[], json: boolean): Promise<CommandAnswer> {
  const [file, ...others] = words;
  if (file === undefined || others.length > 0) return { misused: 'Lệnh "backup verify" cần đúng một tệp.' };
  const verified = await verifyBackup(path.resolve(file));
  return verified.ok
    ? accept(presentBackup(`Bản sao lưu ${file} nguyên vẹn.`, verified.value, { json }))
    : verified;
}
