import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const ROOT = path.join(import.meta.dirname, '..');
export const WEB_FOLDER = path.join(ROOT, 'web', 'dist');
const STAMP = path.join(WEB_FOLDER, '.built-from');

/** Builds the web unless what stands in web/dist was built from just these sources. */
export async function buildStaleWeb(): Promise<void> {
  const wanted = digestSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Đang dựng giao diện … / Building the pages …');
  const { build } = await import('vite');
  const { NODE_ENV: given } = process.env;
  // Under tests it says otherwise, and what they build is what is served afterwards.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile: path.join(ROOT, 'web', 'vite.config.ts'), logLevel: 'warn' });
  } finally {
    if (given === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = given;
  }
  compressAssets(path.join(WEB_FOLDER, 'assets'));
  writeFileSync(STAMP, wanted);
}

/** Pressed once, as small as it goes, rather than at each request: lines to the communes are slow. */
function compressAssets(folder: string): void {
  if (!existsSync(folder)) return;
  for (const file of listFiles(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** A digest of all the pages are made of; dates of files would not survive a checkout. */
function digestSources(): string {
  const digest = createHash('sha256');
  for (const folder of ['web', 'contract', 'domain'])
    for (const file of listFiles(path.join(ROOT, folder))
      .filter((name) => !name.startsWith(WEB_FOLDER + path.sep) && !name.includes('.test.'))
      .sort())
      digest.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file));
  return digest.update(readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex');
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
