import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '#test/database.ts';
import {
  makeDataFolder,
  runServer,
  type ServerProcess,
  signInAsOwner,
  spawnServer,
  until,
  untilRunning,
} from '#test/server-process.ts';
import { isOpenToOthers } from './db/postgres-binaries.ts';
import { isProcessAlive } from './running-process.ts';

// One data folder lives through all that can happen to it, one test after the other.
const { folder, remove } = makeDataFolder();
const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
const running: ServerProcess[] = [];
const isRoot = process.getuid?.() === 0;

async function start(at: string = folder): Promise<{ server: ServerProcess; address: string }> {
  const server = spawnServer(at);
  running.push(server);
  return { server, address: await untilRunning(server) };
}

async function stop(server: ServerProcess): Promise<number | null> {
  server.child.kill('SIGTERM');
  return await server.ended;
}

const postgresPid = (): number => Number.parseInt(readFileSync(pidFile, 'utf8'), 10);

async function countPlans(address: string): Promise<number> {
  const cookie = await signInAsOwner(address);
  const response = await fetch(`${address}/api/plans`, { headers: { cookie } });
  expect(response.status).toBe(200);
  const plans: unknown = await response.json();
  return Array.isArray(plans) ? plans.length : Number.NaN;
}

async function ask(text: string): Promise<pg.Client> {
  const { port, password } = JSON.parse(readFileSync(path.join(folder, 'postgres.json'), 'utf8'));
  const client = new pg.Client({ host: '127.0.0.1', port, password, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query(text);
  return client;
}

beforeAll(async () => {
  const { server } = await start();
  await stop(server);
});

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.child.kill('SIGTERM');
    await server.ended;
  }
});

afterAll(async () => {
  // A test that failed may have left the database of a killed server behind.
  if (existsSync(pidFile) && isProcessAlive(postgresPid())) {
    await stop((await start()).server);
  }
  remove();
});

test('a started server says where in both languages, answers, holds the sample plan, and stops leaving nothing behind', async () => {
  const { server, address } = await start();
  expect(server.output()).toContain(`Đôn Đốc đang chạy tại ${address}`);
  expect((await fetch(`${address}/health`)).status).toBe(200);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  expect(await countPlans(address)).toBe(1);
  expect(await stop(server)).toBe(0);
  expect(existsSync(pidFile)).toBe(false);
  expect(existsSync(path.join(folder, 'don-doc.lock'))).toBe(false);
});

test('only the owner of the data folder can read the password of its database', () => {
  expect(statSync(path.join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
});

test('a second start on the same folder says where the first runs, and leaves it alone', async () => {
  const { server, address } = await start();
  const second = await runServer(folder);
  expect(second.code).toBe(1);
  expect(second.output).toContain(
    `Đôn Đốc đang chạy trên thư mục này rồi: ${address} (tiến trình ${server.pid})`,
  );
  expect(second.output).toContain(`Already running on this folder: ${address}`);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
});

test('a taken port is named with what to do, and no database is left running', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const taken = other.address();
  const port = typeof taken === 'object' && taken !== null ? String(taken.port) : '';
  const { code, output } = await runServer(folder, { env: { PORT: port } });
  other.close();
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`Cổng ${port} đang có chương trình khác dùng.*\\nPort ${port} is taken`));
  expect(output).not.toContain('    at ');
  expect(existsSync(pidFile)).toBe(false);
});

describe('a clean stop', () => {
  test('on SIGINT comes through the launcher of npm start, and twice from a terminal is once', async () => {
    const server = spawnServer(folder, { launched: true });
    running.push(server);
    await untilRunning(server);
    server.child.kill('SIGINT');
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  });

  test('finishes the request under way first', async () => {
    const { server, address } = await start();
    const cookie = await signInAsOwner(address);
    const lock = await ask('begin; lock table plan in access exclusive mode');
    const answer = fetch(`${address}/api/plans`, { headers: { cookie } });
    await until(async () => ((await countWaiting(lock)) > 0 ? true : undefined));
    server.child.kill('SIGTERM');
    await until(() => refusesConnections(address));
    await lock.query('commit');
    await lock.end();
    expect((await answer).status).toBe(200);
    expect(await (await answer).json()).toHaveLength(1);
    expect(await server.ended).toBe(0);
  });

  test('asked for in the midst of a start comes after it', async () => {
    const server = spawnServer(folder);
    running.push(server);
    await until(() => (existsSync(pidFile) ? true : undefined));
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  });
});

async function countWaiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'`,
  );
  return rows[0]?.n ?? 0;
}

async function refusesConnections(address: string): Promise<true | undefined> {
  return await fetch(`${address}/health`).then(
    () => undefined,
    () => true as const,
  );
}

describe('kill -9', () => {
  test('of the server leaves its database running, which the next start takes over with all it holds', async () => {
    const { server } = await start();
    const orphan = postgresPid();
    server.child.kill('SIGKILL');
    await server.ended;
    expect(isProcessAlive(orphan)).toBe(true);
    const next = await start();
    expect(postgresPid()).toBe(orphan);
    expect(await countPlans(next.address)).toBe(1);
    expect(await stop(next.server)).toBe(0);
    expect(isProcessAlive(orphan)).toBe(false);
  });

  test('of the database is noticed, and the same server goes on with a new one', async () => {
    const { address } = await start();
    const killed = postgresPid();
    process.kill(killed, 'SIGKILL');
    await until(() => (existsSync(pidFile) && postgresPid() !== killed ? true : undefined));
    await until(async () => ((await fetch(`${address}/ready`)).status === 200 ? true : undefined));
    expect(await countPlans(address)).toBe(1);
  });

  test('of both leaves stale notes that do not hinder the next start', async () => {
    const { server } = await start();
    const database = postgresPid();
    server.child.kill('SIGKILL');
    await server.ended;
    process.kill(database, 'SIGKILL');
    expect(existsSync(pidFile)).toBe(true);
    const next = await start();
    expect(await countPlans(next.address)).toBe(1);
  });
});

test('process numbers that now belong to other programs do not hinder a start', async () => {
  // This very test lives under both numbers, and is neither the server nor a database.
  writeFileSync(
    path.join(folder, 'don-doc.lock'),
    JSON.stringify({ pid: process.pid, began: '1', address: 'x' }),
  );
  writeFileSync(pidFile, `${process.pid}\n${path.dirname(pidFile)}\n1\n5432\n\n127.0.0.1\n\nready\n`);
  if (isRoot) chownSync(pidFile, statSync(path.dirname(pidFile)).uid, statSync(path.dirname(pidFile)).gid);
  const { address } = await start();
  expect(postgresPid()).not.toBe(process.pid);
  expect(await countPlans(address)).toBe(1);
});

test('a database of a newer version is refused and left alone', async () => {
  const first = await start();
  const client = await ask(`insert into schema_migration values (9999, '9999-future.sql', 'x')`);
  await client.end();
  await stop(first.server);
  const { code, output } = await runServer(folder);
  expect(code).toBe(1);
  expect(output).toMatch(/phiên bản 9999, mới hơn chương trình.*at version 9999, newer than this program/);
  expect(existsSync(pidFile)).toBe(false);
});

describe('a data folder', () => {
  test('that cannot be made is told with its path and what to do', async () => {
    const { folder: other, remove: removeOther } = makeDataFolder();
    writeFileSync(other, 'a file where the folder should be');
    const { code, output } = await runServer(path.join(other, 'data'));
    removeOther();
    expect(code).toBe(1);
    expect(output).toMatch(/Không ghi được vào thư mục dữ liệu .*Cannot write to the data folder/s);
    expect(output).toContain('DON_DOC_DATA');
  });

  test.runIf(isRoot && isOpenToOthers(import.meta.filename))(
    'of someone else is refused to an ordinary user, and their own is served without any right of root',
    async () => {
      const user = { uid: 65_534, gid: 65_534 };
      const { folder: other, remove: removeOther } = makeDataFolder();
      chmodSync(path.dirname(other), 0o755);
      mkdirSync(other);
      const refused = await runServer(other, { user });
      expect(refused.code).toBe(1);
      expect(refused.output).toContain('EACCES');
      chownSync(other, user.uid, user.gid);
      const server = spawnServer(other, { user });
      const address = await untilRunning(server);
      expect(await countPlans(address)).toBe(1);
      expect(await stop(server)).toBe(0);
      removeOther();
    },
  );

  test.runIf(isRoot && process.platform === 'linux')('on a full disk is told so', async ({ skip }) => {
    const { folder: small, remove: removeSmall } = makeDataFolder();
    mkdirSync(small, { recursive: true });
    // Some containers let not even root mount.
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', small]);
    if (mounted.status !== 0) skip('this machine lets nobody mount a small disk');
    const { code, output } = await runServer(small);
    spawnSync('umount', [small]);
    removeSmall();
    expect(code).toBe(1);
    expect(output).toMatch(/Hết chỗ trên đĩa.*No space left on the disk/);
  });
});

describe('with DATABASE_URL', () => {
  test('two servers that start side by side share one database and one sample plan', async () => {
    const database = await createTestDatabase({ empty: true });
    const servers = ['', ''].map(() => spawnServer(folder, { env: { DATABASE_URL: database.url } }));
    const addresses = await Promise.all(servers.map(untilRunning));
    expect(await Promise.all(addresses.map(countPlans))).toEqual([1, 1]);
    expect(await Promise.all(servers.map(stop))).toEqual([0, 0]);
    await database.close();
  });

  test('of a server that does not answer, the start is refused with what to check', async () => {
    const { code, output } = await runServer(folder, {
      env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
    });
    expect(code).toBe(1);
    expect(output).toMatch(/Không kết nối được PostgreSQL theo DATABASE_URL/);
  });
});
