// What every npm script stands on: runs under whatever Node came with npm (18 or later), installs what is missing,
// and hands over to the pinned Node. Plain JavaScript and no packages, since none may be there yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Path of the pinned Node, or undefined where it is not installed. */
export function findPinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `${platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  // The package for Apple's own processors is called differently from the others.
  const found = [`node-${name}`, `node-bin-${name}`]
    .map((folder) => path.join(ROOT, 'node_modules', folder, 'bin', binary))
    .find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  // An architecture without such a package may still bring a new enough Node of its own.
  return Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : undefined;
}

/** Whether node_modules holds just what package-lock.json names, as npm itself notes at the end of an installation. */
function isInstalled() {
  const held = readPackages(path.join(ROOT, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(path.join(ROOT, 'package-lock.json'));
  if (held === undefined || wanted === undefined) return false;
  return (
    findPinnedNode() !== undefined &&
    // Optional packages are those of other platforms.
    Object.entries(wanted).every(
      ([place, { version, optional }]) =>
        place === '' || optional === true || held[place]?.version === version,
    ) &&
    Object.entries(held).every(([place, { version }]) => wanted[place]?.version === version)
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Installs the packages of package-lock.json unless just those are installed. Says nothing on standard output. */
export function installMissing() {
  if (isInstalled()) return;
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
}

/** The npm that runs this script, else the one beside this Node, else the one of the search path. */
function findNpm() {
  const beside = path.dirname(process.execPath);
  const cli = [
    process.env.npm_execpath,
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((place) => place !== undefined && /npm-cli\.c?js$/.test(place) && existsSync(place));
  if (cli !== undefined) return { command: process.execPath, args: [cli], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
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
    env: {
      // What was read and compiled once is not again: a start takes half as long. Gone with the packages it is of.
      NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      ...env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal gives Ctrl-C to both processes, so the child may hear it twice and takes it once.
    process.on(signal, () => {
      if (child.exitCode === null) child.kill(signal);
    });
  }
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
