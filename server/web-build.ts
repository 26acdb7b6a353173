import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
export const WEB_FOLDER = path.join(ROOT, 'web', 'dist');
const STAMP = path.join(WEB_FOLDER, '.built-from');

/** Builds the web unless what stands in web/dist was built from just these sources. */
export async function buildStaleWeb(): Promise<void> {
  const wanted = digestSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  const { build } = await import('vite');
  await build({ configFile: path.join(ROOT, 'web', 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(STAMP, wanted);
}

function digestSources(): string {
  const digest = createHash('sha256');
  for (const folder of ['web', 'contract', 'domain'])
    for (const entry of readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter(
        (found) =>
          found.isFile() && !found.parentPath.startsWith(WEB_FOLDER) && !found.name.includes('.test.'),
      )
      .map((found) => path.join(found.parentPath, found.name))
      .sort())
      digest.update(path.relative(ROOT, entry)).update('\0').update(readFileSync(entry));
  return digest.update(readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex');
}
