import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const PATIENCE_MS = 45_000;

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Everything it has printed so far. */
  readonly output: () => string;
  /** Its end: the exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface ServerOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Started as `npm start` does it, by the launcher. */
  readonly launched?: boolean;
  /** Options of the command; a demonstration unless told otherwise, so that a test can sign in. */
  readonly args?: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** server/main.ts in a process of its own, as an operator starts it; on any free port unless told otherwise. */
export function spawnServer(
  dataFolder: string,
  { env = {}, launched, user, args = ['--demo'] }: ServerOptions = {},
): ServerProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [path.join(ROOT, launched === true ? 'tools/start.mjs' : 'server/main.ts'), ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
      env: {
        ...inherited,
        DON_DOC_DATA: dataFolder,
        PORT: '0',
        WEB_BUILD: 'never',
        LOG_LEVEL: 'silent',
        ...env,
      },
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, pid: child.pid ?? 0, output: () => output, ended };
}

/** Waits until it says where it runs; answers with that address. */
export async function untilRunning(server: ServerProcess): Promise<string> {
  return await until(() => {
    if (server.child.exitCode !== null) throw new Error(`the server ended:\n${server.output()}`);
    return /running at (http:\S+)/.exec(server.output())?.[1];
  });
}

/** The cookies of a session of the owner of the plan, on a server started as a demonstration. */
export async function signInAsOwner(address: string): Promise<string> {
  const people: unknown = await (await fetch(`${address}/api/demo/people`)).json();
  const owner = (people as { id: string; role: string }[]).find(({ role }) => role === 'owner');
  const answer = await fetch(`${address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ personId: owner?.id }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Starts it and waits for its end, for starts that are refused. */
export async function runServer(
  dataFolder: string,
  options: ServerOptions = {},
): Promise<{ code: number | null; output: string }> {
  const server = spawnServer(dataFolder, options);
  const impatience = setTimeout(() => server.child.kill('SIGKILL'), PATIENCE_MS);
  const code = await server.ended;
  clearTimeout(impatience);
  return { code, output: server.output() };
}

/** Asks again and again until there is an answer. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited in vain');
}

export function makeDataFolder(): { readonly folder: string; readonly remove: () => void } {
  const above = mkdtempSync(path.join(tmpdir(), 'don-doc-life-'));
  return {
    folder: path.join(above, 'data'),
    remove: () => rmSync(above, { recursive: true, force: true }),
  };
}
