import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findRunningProcess, isProcessAlive } from '../running-process.ts';
import {
  type Command,
  findPostgresBinaries,
  isOpenToOthers,
  isReadable,
  type PostgresBinaries,
  parsePasswd,
  throughClosedFolders,
  unprivilegedUser,
} from './postgres-binaries.ts';

export interface EmbeddedPostgres {
  /** postgres://… of the superuser, on 127.0.0.1. */
  readonly url: string;
  /** True where a PostgreSQL left running by an earlier process was taken over. */
  readonly adopted: boolean;
  /** Starts it again after it died by itself; does nothing while it runs. */
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Secret {
  readonly port: number;
  readonly password: string;
}

export interface EmbeddedOptions {
  /** Folder that holds the cluster (`postgres`) and its password. */
  readonly folder: string;
  /** Further `-c` settings, for tests that can afford to lose data. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** postgres://… of the PostgreSQL that runs in the folder just now; undefined where none answers. */
export async function findRunningPostgres(folder: string): Promise<string | undefined> {
  const at = placesIn(path.resolve(folder));
  if (!existsSync(at.pidFile) || !existsSync(at.secretFile)) return undefined;
  const url = urlOf(readSecret(at.secretFile));
  return (await answers(url, at.data)) ? url : undefined;
}

/** Whether the folder holds a database, running or not. */
export function hasEmbeddedPostgres(folder: string): boolean {
  return existsSync(path.join(placesIn(folder).data, 'PG_VERSION'));
}

/** Stops what a process that was killed may have left running in the folder. */
export async function stopEmbeddedPostgres(folder: string): Promise<void> {
  if (!hasEmbeddedPostgres(folder)) return;
  const cluster = await openCluster(path.resolve(folder), {});
  if (await cluster.adoptOrClear()) await cluster.stop();
}

/** Starts, adopts or creates the PostgreSQL in the folder; never two on one folder. */
export async function startEmbeddedPostgres({
  folder,
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(path.resolve(folder), settings);
  const adopted = await cluster.adoptOrClear();
  if (!adopted) await cluster.start();
  return {
    url: cluster.url(),
    adopted,
    revive: async () => {
      if (!cluster.isRunning()) await cluster.restart();
    },
    stop: () => cluster.stop(),
  };
}

function placesIn(folder: string) {
  const data = path.join(folder, 'postgres');
  return {
    data,
    secretFile: path.join(folder, 'postgres.json'),
    log: path.join(folder, 'postgres.log'),
    pidFile: path.join(data, 'postmaster.pid'),
  };
}

function urlOf({ port, password }: Secret): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Whether the address answers, and with this folder's data. */
async function answers(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const [served] = rows;
    return served !== undefined && realpathSync(served.data_directory) === realpathSync(data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function openCluster(folder: string, settings: Readonly<Record<string, string>>) {
  const binaries = await findPostgresBinaries();
  const user = unprivilegedUser(
    isReadable('/etc/passwd') ? parsePasswd(readFileSync('/etc/passwd', 'utf8')) : [],
  );
  const { data, secretFile, log, pidFile } = placesIn(folder);
  const run = (program: keyof PostgresBinaries, args: readonly string[]) => {
    const closed = user !== undefined && [folder, binaries.postgres].some((place) => !isOpenToOthers(place));
    return runProgram(
      closed
        ? throughClosedFolders(binaries[program], args, user)
        : { program: binaries[program], args, user },
      folder,
    );
  };

  mkdirSync(folder, { recursive: true });
  if (user !== undefined) chmodSync(folder, 0o711);
  if (!existsSync(path.join(data, 'PG_VERSION')))
    await createCluster({ folder, data, secretFile, user, run });
  let secret = readSecret(secretFile);
  const url = () => urlOf(secret);

  const start = async (port: number): Promise<void> => {
    secret = { ...secret, port };
    writeSecret(secretFile, secret);
    openLog(log, user);
    const options = [
      `-p ${port}`,
      ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`),
    ].join(' ');
    // Children of a killed postmaster need a moment to let go of its shared memory.
    for (let attempt = 1; ; attempt++) {
      const outcome = await run('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', log, '-o', options]);
      if (outcome.code === 0) return;
      if (attempt === 5)
        throw new Error(
          `PostgreSQL không khởi động được. Xem ${log}. / PostgreSQL did not start:\n${lastLines(log)}`,
        );
      await wait(500 * attempt);
    }
  };

  const stop = async (): Promise<void> => {
    await run('pg_ctl', ['stop', '-w', '-t', '60', '-m', 'fast', '-D', data]);
  };

  return {
    url,
    start: async () => start(await findFreePort()),
    isRunning: () => isProcessAlive(readPid(pidFile)),
    // On the port it had: connections of pools that are open already go there.
    restart: async () => {
      clearDeadPid(pidFile);
      await start(secret.port);
    },
    adoptOrClear: async (): Promise<boolean> => {
      if (!existsSync(pidFile)) return false;
      // One that is still starting or stopping is given time to make up its mind.
      for (let attempt = 0; attempt < 20; attempt++) {
        if (await answers(url(), data)) return true;
        if (!isPostgresOf(readPid(pidFile), data)) break;
        await wait(500);
      }
      // One that lives and cannot be spoken with (its password is gone) is in the way of a new one.
      if (isPostgresOf(readPid(pidFile), data)) await stop();
      clearDeadPid(pidFile);
      return false;
    },
    stop,
  };
}

async function createCluster(at: {
  folder: string;
  data: string;
  secretFile: string;
  user: { uid: number; gid: number } | undefined;
  run: (program: 'initdb', args: readonly string[]) => Promise<{ code: number; output: string }>;
}): Promise<void> {
  // Made beside and renamed when whole, so that a kill in the midst leaves nothing that looks finished.
  const draft = `${at.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(at.data, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = path.join(at.folder, 'password.new');
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (at.user !== undefined) {
    chownSync(draft, at.user.uid, at.user.gid);
    chownSync(passwordFile, at.user.uid, at.user.gid);
  }
  try {
    const { code, output } = await at.run('initdb', [
      '-D',
      draft,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=vi',
      '--no-instructions',
      '--set=listen_addresses=127.0.0.1',
      '--set=unix_socket_directories=',
    ]);
    if (code !== 0)
      throw new Error(
        `Không tạo được cơ sở dữ liệu trong ${at.folder}. / Could not create the database:\n${output}`,
      );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeSecret(at.secretFile, { port: 0, password });
  renameSync(draft, at.data);
}

function runProgram(command: Command, cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const starts = command.args.includes('start');
    // A started server inherits its parent's pipes and would hold them open for ever.
    const child = spawn(command.program, [...command.args], {
      cwd,
      stdio: ['ignore', starts ? 'ignore' : 'pipe', starts ? 'ignore' : 'pipe'],
      detached: true,
      windowsHide: true,
      ...(command.user ?? {}),
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function readSecret(file: string): Secret {
  try {
    const { port, password } = JSON.parse(readFileSync(file, 'utf8')) as Secret;
    return { port, password };
  } catch (error) {
    throw new Error(
      `Không đọc được ${file}, nơi giữ mật khẩu của cơ sở dữ liệu. Hãy khôi phục tệp này từ bản sao lưu. / Cannot read the database password in ${file}; restore it from a backup.`,
      { cause: error },
    );
  }
}

const LOG_LIMIT = 10 * 1024 * 1024;

/** Kept between starts for whoever looks for a fault, the older half moved aside when it has grown large. */
function openLog(log: string, user: { uid: number; gid: number } | undefined): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.old`);
  writeFileSync(log, '', { flag: 'a' });
  if (user !== undefined) chownSync(log, user.uid, user.gid);
}

function writeSecret(file: string, secret: Secret): void {
  writeFileSync(`${file}.new`, JSON.stringify(secret), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readPid(pidFile: string): number {
  return existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : Number.NaN;
}

/** Whether the process is a PostgreSQL of this folder, not one that got a recycled number. */
function isPostgresOf(pid: number, data: string): boolean {
  const command = findRunningProcess(pid)?.command ?? '';
  return command.includes(data) || /postgres\.exe$/i.test(command);
}

function clearDeadPid(pidFile: string): void {
  if (existsSync(pidFile) && !isPostgresOf(readPid(pidFile), path.dirname(pidFile)))
    rmSync(pidFile, { force: true });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-15).join('\n') : '';
}
