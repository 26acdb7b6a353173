import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { until } from '#test/server-process.ts';
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { presentTroubles } from './present-troubles.ts';
import { type Job, type Jobs, startJobs } from './start-jobs.ts';

let database: TestDatabase;
const started: Jobs[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop();
});
afterAll(() => database.close());

async function start(
  jobs: readonly Job[],
  url = database.url,
  report: (error: unknown) => void = () => undefined,
) {
  const running = await startJobs({ url, jobs, report, watchingSeconds: 1 });
  started.push(running);
  return running;
}

/** A job whose runs are told one by one. */
function watched(name: string, run: (signal: AbortSignal) => Promise<void> = async () => undefined) {
  let runs = 0;
  const job: Job = {
    name,
    title: `Việc ${name}`,
    cron: '30 1 * * *',
    run: async (signal) => {
      runs++;
      await run(signal);
    },
  };
  return { job, runs: () => runs };
}

async function ask<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** As a machine dies: what serves a connection goes with the rest, and takes no job with it first. */
async function killAll(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
  const postmaster = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  for (const pid of [Number.parseInt(postmaster, 10), ...rows.map((row) => row.pid)])
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // It may have gone by itself: a backend ends once it sees that the postmaster did.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
}

const statesOf = async (name: string) =>
  (await ask<{ state: string }>(`select state::text from job.job where name = '${name}'`)).map(
    ({ state }) => state,
  );

test('a job is done when its turn comes', async () => {
  const { job, runs } = watched('once');
  const jobs = await start([job]);
  await jobs.trigger('once');
  await until(async () => ((await statesOf('once')).includes('completed') ? true : undefined));
  expect(runs()).toBe(1);
  expect(await jobs.listTroubles()).toEqual([]);
});

test('its times are those of Việt Nam, and one missed while all was off is made up for', async () => {
  await start([watched('timed').job]);
  expect(
    await ask(`select cron, timezone, options ->> 'missed' as missed from job.schedule where name = 'timed'`),
  ).toEqual([{ cron: '30 1 * * *', timezone: 'Asia/Ho_Chi_Minh', missed: 'once' }]);
});

test('two servers side by side keep one schedule and do each job once', async () => {
  const [here, there] = [watched('shared'), watched('shared')];
  const [jobs] = await Promise.all([start([here.job]), start([there.job])]);
  await jobs.trigger('shared');
  await until(async () => ((await statesOf('shared')).includes('completed') ? true : undefined));
  expect(here.runs() + there.runs()).toBe(1);
  expect(await ask(`select name from job.schedule where name = 'shared'`)).toHaveLength(1);
});

test('asked for twice before it began, it is done once', async () => {
  const done = Promise.withResolvers<void>();
  const { job, runs } = watched('twice', () => done.promise);
  const jobs = await start([job]);
  await jobs.trigger('twice');
  await until(() => (runs() === 1 ? true : undefined));
  await jobs.trigger('twice');
  done.resolve();
  await until(async () => ((await statesOf('twice')).includes('completed') ? true : undefined));
  expect(await statesOf('twice')).toEqual(['completed']);
});

test('one that fails is reported with its cause, told without it, and forgotten when it succeeds', async () => {
  const reported: unknown[] = [];
  let broken = true;
  const failing = watched('frail', async () => {
    if (broken) throw new Error('a row with a name in it');
  });
  const jobs = await start([failing.job], database.url, (error) => reported.push(error));
  await jobs.trigger('frail');
  const [trouble] = await until(async () => {
    const troubles = await jobs.listTroubles();
    return troubles.length > 0 ? troubles : undefined;
  });
  expect(reported).toMatchObject([{ message: 'a row with a name in it' }]);
  expect(trouble).toMatchObject({ title: 'Việc frail' });
  expect(JSON.stringify(await ask(`select output from job.job where name = 'frail'`))).not.toContain(
    'a row with',
  );
  broken = false;
  await ask(`update job.job set start_after = now() where name = 'frail'`);
  await jobs.trigger('frail');
  await until(async () => ((await statesOf('frail')).includes('completed') ? true : undefined));
  expect(await jobs.listTroubles()).toEqual([]);
  expect(failing.runs()).toBe(2);
});

test('a stop tells the job under way to end', async () => {
  const told = Promise.withResolvers<void>();
  const { job, runs } = watched(
    'long',
    (signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          told.resolve();
          reject(signal.reason);
        }),
      ),
  );
  const jobs = await start([job]);
  await jobs.trigger('long');
  await until(() => (runs() === 1 ? true : undefined));
  await jobs.stop();
  started.splice(0);
  await told.promise;
});

test('a run that fell silent, as of a server that died, is begun again by another', async () => {
  const first = watched(
    'silent',
    (signal) =>
      // Says nothing more, and ends only when it is told to.
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  const jobs = await start([first.job]);
  await jobs.trigger('silent');
  await until(() => (first.runs() === 1 ? true : undefined));
  await ask(
    `update job.job set heartbeat_on = now() - interval '61 seconds', retry_delay = 0 where name = 'silent' and state = 'active'`,
  );
  const second = watched('silent');
  const others = await start([second.job]);
  await until(async () => {
    await others.trigger('silent');
    return second.runs() > 0 ? true : undefined;
  });
  expect(first.runs()).toBe(1);
});

test('a database that was killed and revived goes on with its jobs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-jobs-'));
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ folder });
  const { job, runs } = watched('again');
  const jobs = await start([job], postgres.url);
  await killAll(postgres.url, folder);
  await until(async () => {
    await postgres.revive();
    return await jobs.trigger('again').then(
      () => true,
      () => undefined,
    );
  });
  await until(() => (runs() > 0 ? true : undefined));
  await jobs.stop();
  started.splice(0);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('troubles are told in a sentence with day and hour', () => {
  const failedAt = Temporal.Instant.from('2026-11-24T19:00:05Z');
  expect(presentTroubles([{ title: 'Sao lưu hằng ngày', failedAt }])).toEqual([
    'Việc tự động "Sao lưu hằng ngày" lúc 02:00 ngày 25/11/2026 không thành công. Hãy xem nhật ký của máy chủ.',
  ]);
});
