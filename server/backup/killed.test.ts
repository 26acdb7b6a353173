import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { startProduct } from '#test/product.ts';
import { type CliRun, spawnCli } from '#test/run-cli.ts';
import { spawnServer, until, untilRunning } from '#test/server-process.ts';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { type BackupManifest, tableKey } from './backup-manifest.ts';
import { fixWriting, listTables, readTable } from './backup-tables.ts';
import { readVerified } from './verify-backup.ts';

// Every process here is a real one, and is really killed.
const SAMPLE = path.join(
  import.meta.dirname,
  '..',
  '..',
  'samples',
  'ke-hoach-126-kh-ubnd-lang-son-2024.txt',
);
const above = mkdtempSync(path.join(tmpdir(), 'don-doc-killed-'));
chmodSync(above, 0o711);
const place = (name: string): string => path.join(above, name);
const file = place('whole.tar.zst');
/** Parts of the time an unhindered run takes, at which another is killed. */
const MOMENTS = [0.4, 0.75, 0.93];

let source: TestDatabase;
let manifest: BackupManifest;

beforeAll(async () => {
  const product = await startProduct({ now: '2024-06-10T02:00:00Z' });
  source = product.database;
  const { body } = await product.upload(path.basename(SAMPLE), readFileSync(SAMPLE));
  await product.call('POST', `/api/imports/${body.importId}/confirm`);
  const { code, err } = await backup(source.url, file).ended;
  expect(err).toBe('');
  expect(code).toBe(0);
  ({ manifest } = await readVerified(file));
});

afterAll(async () => {
  await source.close();
  rmSync(above, { recursive: true, force: true });
});

const backup = (url: string, target: string, ...options: string[]): CliRun =>
  spawnCli(['backup', target, ...options], { DATABASE_URL: url, DON_DOC_DATA: place('no-data') });

const restore = (env: Readonly<Record<string, string>>): CliRun => spawnCli(['restore', file], env);

async function killed(run: CliRun): Promise<void> {
  run.child.kill('SIGKILL');
  await run.ended;
}

async function timed(run: CliRun): Promise<number> {
  const began = performance.now();
  const { code, err } = await run.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return performance.now() - began;
}

async function onClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Equal to the backup, or empty; anything between fails. */
function stateOf(url: string): Promise<'old' | 'new'> {
  return onClient(url, async (client) => {
    await fixWriting(client);
    const tables = await listTables(client);
    if (tables.length === 0) {
      const { rows } = await client.query(
        `select nspname from pg_namespace where nspname in ('auth', 'job')`,
      );
      expect(rows).toEqual([]);
      return 'old';
    }
    const sums = [];
    for (const table of tables) sums.push(await readTable(client, table));
    expect(sums.map((sum) => [tableKey(sum), sum.rows, sum.sha256])).toEqual(
      manifest.tables.map((sum) => [tableKey(sum), sum.rows, sum.sha256]),
    );
    return 'new';
  });
}

/** What a killed client had begun is taken back only when the server notices that it is gone. */
function untilAlone(url: string): Promise<true> {
  return until(() =>
    onClient(url, async (client) => {
      const { rows } = await client.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      );
      return rows[0]?.others === 0 ? true : undefined;
    }),
  );
}

const draftsOf = (target: string): string[] =>
  readdirSync(path.dirname(target)).filter((name) => name.startsWith(`${path.basename(target)}.`));

describe('kill -9 of a backup', () => {
  test('held up before the first table leaves the old file as it was', async () => {
    const target = place('replaced.tar.zst');
    writeFileSync(target, 'old');
    const holder = new pg.Client({ connectionString: source.url });
    await holder.connect();
    await holder.query('begin; lock table task in access exclusive mode');
    const run = backup(source.url, target, '--replace');
    await until(() => (draftsOf(target).length > 0 ? true : undefined));
    await killed(run);
    await holder.end();
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(draftsOf(target)).toHaveLength(1);
    await timed(backup(source.url, target, '--replace'));
    expect((await readVerified(target)).manifest.tables).toEqual(manifest.tables);
    expect(draftsOf(target)).toEqual([]);
  });

  test('in the midst of a large file leaves no file where there was none', async () => {
    const target = place('first.tar.zst');
    const folder = place('large');
    mkdirSync(path.join(folder, 'files'), { recursive: true });
    writeFileSync(path.join(folder, 'files', 'hole'), '');
    // Takes no room on the disk, and seconds to read.
    truncateSync(path.join(folder, 'files', 'hole'), 3_000_000_000);
    const run = spawnCli(['backup', target], { DATABASE_URL: source.url, DON_DOC_DATA: folder });
    await until(() => (draftsOf(target).some((name) => statSync(place(name)).size > 0) ? true : undefined));
    await killed(run);
    expect(existsSync(target)).toBe(false);
    rmSync(folder, { recursive: true });
    await timed(spawnCli(['backup', target], { DATABASE_URL: source.url, DON_DOC_DATA: folder }));
    expect((await readVerified(target)).manifest.tables).toEqual(manifest.tables);
    expect(draftsOf(target)).toEqual([]);
  });

  test('at any moment leaves the old file or the new', { timeout: 120_000 }, async () => {
    const target = place('any.tar.zst');
    const whole = await timed(backup(source.url, target));
    for (const moment of MOMENTS) {
      writeFileSync(target, 'old');
      const run = backup(source.url, target, '--replace');
      await wait(whole * moment);
      await killed(run);
      if (readFileSync(target).length > 3)
        expect((await readVerified(target)).manifest.tables).toEqual(manifest.tables);
      else expect(readFileSync(target, 'utf8')).toBe('old');
    }
    await timed(backup(source.url, target, '--replace'));
    expect(draftsOf(target)).toEqual([]);
  });
});

describe('kill -9 of a restore', () => {
  test('into an outer database leaves it empty or whole, and a second try works', {
    timeout: 240_000,
  }, async () => {
    const first = await createTestDatabase({ empty: true });
    const whole = await timed(restore({ DATABASE_URL: first.url, DON_DOC_DATA: place('outer') }));
    expect(await stateOf(first.url)).toBe('new');
    await first.close();
    for (const moment of MOMENTS) {
      const database = await createTestDatabase({ empty: true });
      const env = { DATABASE_URL: database.url, DON_DOC_DATA: place(`outer-${moment}`) };
      const run = restore(env);
      await wait(whole * moment);
      await killed(run);
      await untilAlone(database.url);
      if ((await stateOf(database.url)) === 'old') await timed(restore(env));
      expect(await stateOf(database.url)).toBe('new');
      await database.close();
    }
  });

  test('held up in the midst of making the schema leaves an empty database', async () => {
    const database = await createTestDatabase({ empty: true });
    const env = { DATABASE_URL: database.url, DON_DOC_DATA: place('outer-held') };
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin; create schema auth');
    const run = restore(env);
    // Asked apart: within a transaction the list of who waits stands still.
    await until(() =>
      onClient(database.url, async (client) => {
        const { rows } = await client.query(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        return rows.length > 0 ? true : undefined;
      }),
    );
    await killed(run);
    await holder.end();
    await untilAlone(database.url);
    expect(await stateOf(database.url)).toBe('old');
    await timed(restore(env));
    expect(await stateOf(database.url)).toBe('new');
    await database.close();
  });

  test('into a data folder leaves none or a whole one, and a second try works and clears away', {
    timeout: 240_000,
  }, async () => {
    const whole = await timed(restore({ DON_DOC_DATA: place('home') }));
    for (const moment of MOMENTS) {
      const home = place(`home-${moment}`);
      const run = restore({ DON_DOC_DATA: home });
      await wait(whole * moment);
      await killed(run);
      if (!existsSync(home)) await timed(restore({ DON_DOC_DATA: home }));
      const postgres = await startEmbeddedPostgres({ folder: home });
      expect(await stateOf(postgres.url)).toBe('new');
      await postgres.stop();
      // One killed after it had renamed has nothing left to do but to clear away.
      if (existsSync(`${home}.restoring`))
        expect(readdirSync(`${home}.restoring`).filter((name) => name !== 'don-doc.lock')).toEqual([]);
    }
  });
});

describe('the embedded database is backed up', () => {
  test('while the server runs, which goes on', async () => {
    const home = place('served');
    await timed(restore({ DON_DOC_DATA: home }));
    const server = spawnServer(home);
    const address = await untilRunning(server);
    const target = place('served.tar.zst');
    const { code, out } = await spawnCli(['backup', target], { DON_DOC_DATA: home }).ended;
    expect(code).toBe(0);
    expect(out).toMatch(
      /Đã sao lưu vào .*\n.*giờ Việt Nam.*\n.*\n {2}\d+ bảng, [\d.]+ dòng, \d+ tệp\n {2}SHA-256 của bản kê: [0-9a-f]{64}\n/,
    );
    expect(out).toContain((await readVerified(target)).digest);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    const plans = ({ tables }: BackupManifest) =>
      tables.filter(({ name }) => ['plan', 'task', 'plan_change'].includes(name));
    expect(plans((await readVerified(target)).manifest)).toEqual(plans(manifest));
  });

  test('while nothing runs, and nothing runs afterwards; one killed meanwhile does not hinder the next', async () => {
    const home = place('home');
    const pidFile = path.join(home, 'postgres', 'postmaster.pid');
    const target = place('resting.tar.zst');
    const run = spawnCli(['backup', target], { DON_DOC_DATA: home });
    await until(() => (existsSync(pidFile) ? true : undefined));
    await killed(run);
    await timed(spawnCli(['backup', target, '--replace'], { DON_DOC_DATA: home }));
    await stopEmbeddedPostgres(home);
    await timed(spawnCli(['backup', target, '--replace'], { DON_DOC_DATA: home }));
    expect(existsSync(pidFile)).toBe(false);
    expect(existsSync(path.join(home, 'don-doc.lock'))).toBe(false);
    expect((await readVerified(target)).manifest.tables).toEqual(manifest.tables);
  });

  test('only where there is one', async () => {
    const { code, err } = await spawnCli(['backup', place('none.tar.zst')], {
      DON_DOC_DATA: place('nothing'),
    }).ended;
    expect(code).toBe(1);
    expect(err).toMatch(/Không có dữ liệu của Đôn Đốc/);
  });
});

test.each([[['backup']], [['backup', 'a', 'b']], [['backup', 'verify']], [['restore']]])(
  '%j shows how it is used',
  async (args) => {
    const { code, err } = await spawnCli(args, {}).ended;
    expect(code).toBe(2);
    expect(err).toContain('don-doc restore TỆP');
  },
);

test('a backup is verified by the command line, in words and in JSON', async () => {
  expect((await spawnCli(['backup', 'verify', file], {}).ended).out).toContain('nguyên vẹn');
  const { out } = await spawnCli(['backup', 'verify', file, '--json'], {}).ended;
  expect(JSON.parse(out)).toMatchObject({ tables: manifest.tables.length, schema: manifest.schema });
});
