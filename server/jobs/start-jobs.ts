import { PgBoss } from 'pg-boss';

/** Work that is done by itself, by one of the servers on a database. */
export interface Job {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** When, on the clock of Việt Nam: minute, hour, day of month, month, day of week. */
  readonly cron: string;
  /** Stops early when the signal says so, and is then begun again later. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

export interface JobTrouble {
  readonly title: string;
  readonly failedAt: Temporal.Instant;
}

export interface Jobs {
  /** Asks for a job now, as its schedule does; done by whichever server takes it. */
  readonly trigger: (name: string) => Promise<void>;
  /** Jobs whose last run failed, of whichever server. */
  readonly listTroubles: () => Promise<readonly JobTrouble[]>;
  readonly stop: () => Promise<void>;
}

export interface JobsOptions {
  /** Connection of the owner: the queue is a schema of its own. */
  readonly url: string;
  readonly jobs: readonly Job[];
  readonly report: (error: unknown) => void;
  /** How often runs that fell silent are looked for; 30 seconds when left out. */
  readonly watchingSeconds?: number;
}

const SCHEMA = 'job';
const ZONE = 'Asia/Ho_Chi_Minh';
const SIX_HOURS = 6 * 3_600;
const LOOKING_SECONDS = 20;
/** Twice as long as a server that lives is silent about a run. */
const SILENCE_SECONDS = 60;
const STOPPING_MS = 10_000;

/** Starts to do jobs in this server. However many servers there are, each time of a schedule is done once. */
export async function startJobs({ url, jobs, report, watchingSeconds = 30 }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: 3,
    connectionTimeoutMillis: 10_000,
    superviseIntervalSeconds: watchingSeconds,
    monitorIntervalSeconds: watchingSeconds,
  });
  // A database that is away for a while is no end: it is asked again.
  boss.on('error', report);
  const stopping = new AbortController();
  const workers = new Map<string, string>();
  await boss.start();
  for (const { name, cron, run } of jobs) {
    // One waits or runs at a time; a run of a server that died falls silent and is begun again.
    await boss.createQueue(name, { policy: 'exclusive' });
    await boss.updateQueue(name, {
      expireInSeconds: SIX_HOURS,
      heartbeatSeconds: SILENCE_SECONDS,
      retryLimit: 2,
      retryDelay: 60,
    });
    // One that was missed because all servers were off, as at night in an office, is done once at the next start.
    await boss.schedule(name, cron, null, { tz: ZONE, missed: 'once' });
    const worker = await boss.work(name, { pollingIntervalSeconds: LOOKING_SECONDS }, async ([job]) => {
      try {
        await run(job === undefined ? stopping.signal : AbortSignal.any([stopping.signal, job.signal]));
      } catch (error) {
        report(error);
        // The queue keeps a message, but no more of an error than its first line: it may quote a row.
        throw new Error(`${name} failed`);
      }
    });
    workers.set(name, worker);
  }
  return {
    trigger: async (name) => {
      await boss.send(name);
      boss.notifyWorker(workers.get(name) ?? '');
    },
    listTroubles: () => listTroubles(boss, new Map(jobs.map(({ name, title }) => [name, title]))),
    stop: async () => {
      stopping.abort(new Error('the server stops'));
      await boss.stop({ graceful: true, timeout: STOPPING_MS });
    },
  };
}

async function listTroubles(
  boss: PgBoss,
  titles: ReadonlyMap<string, string>,
): Promise<readonly JobTrouble[]> {
  const { rows } = await boss.getDb().executeSql(
    // One that will be tried again has failed as well.
    `select name, state, failed_at from (
       select distinct on (name) name, state::text as state, coalesce(completed_on, started_on)::text as failed_at
       from ${SCHEMA}.job where state in ('completed', 'failed', 'retry') and name not like '\\_\\_%'
       order by name, coalesce(completed_on, started_on) desc) last
     where state <> 'completed' order by name`,
  );
  return (rows as { name: string; failed_at: string }[]).map(({ name, failed_at }) => ({
    title: titles.get(name) ?? name,
    failedAt: Temporal.Instant.from(failed_at.replace(' ', 'T')),
  }));
}
