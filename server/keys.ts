import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A secret kept in the data folder, made at the first start and readable by its owner only. Two servers that start
 * together agree on one.
 */
export function keepSecret(dataFolder: string, name: string, make: () => string = randomSecret): string {
  const folder = path.join(dataFolder, 'keys');
  const file = path.join(folder, name);
  const held = findSecret(file);
  if (held !== undefined) return held;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = path.join(folder, `.${name}.${process.pid}`);
  writeFileSync(fresh, `${make()}\n`, { mode: 0o600, flush: true });
  try {
    // A link is made whole or not at all, and never over a file that is there.
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh);
  }
  chmodSync(file, 0o600);
  return keepSecret(dataFolder, name, make);
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

function findSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
