import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { openAuditKey, readAuditKey } from './audit/audit-key.ts';
import { scheduledBackup } from './backup/scheduled-backup.ts';
import { CannotStart } from './cannot-start.ts';
import { type Config, readConfig } from './config.ts';
import { holdDataFolder } from './data-folder.ts';
import { checkDatabaseServer } from './db/check-server.ts';
import type { EmbeddedPostgres } from './db/embedded-postgres.ts';
import { type Db, openDatabase } from './db/executor.ts';
import { type Migration, migrate } from './db/migrate.ts';
import { takeTurn } from './db/take-turn.ts';
import { openDiskStore } from './evidence/disk-store.ts';
import { openS3Store } from './evidence/s3-store.ts';
import { buildApp } from './http/app.ts';
import { presentTroubles } from './jobs/present-troubles.ts';
import { type Job, type Jobs, startJobs } from './jobs/start-jobs.ts';
import { keepSecret } from './keys.ts';
import { NO_MAILER } from './mail/mailer.ts';
import { createSmtpMailer } from './mail/smtp-mailer.ts';
import { type Product, registerProduct } from './product.ts';
import { startEmbedded } from './start-embedded.ts';
import { buildStaleWeb, WEB_FOLDER } from './web-build.ts';

/** Starts everything in order, and stops it in the opposite order. The only file that knows all parts. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const closing: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await Promise.resolve(close()).catch(report);
  };
  const starting = start(config, closing);
  // What is half started cannot be stopped, so a signal in the midst waits for the rest.
  listenForSignals(async () => {
    await starting;
    await stop();
    process.exit(0);
  });
  try {
    await starting;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, closing: (() => unknown)[]): Promise<void> {
  // Where the database is elsewhere nothing is kept here, and several servers may run side by side.
  const lock = config.databaseUrl === undefined ? holdDataFolder(config.dataFolder) : undefined;
  closing.push(() => lock?.release());
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataFolder) : undefined;
  closing.push(() => embedded?.stop());
  const url = embedded?.url ?? config.databaseUrl ?? '';
  if (embedded === undefined) for (const warning of await checkDatabaseServer(url)) console.warn(warning);
  warnOfBreaking((await migrate(url)).applied);
  if (config.webBuild === 'stale') await buildStaleWeb();
  const db = openDatabase(url, { role: 'don_doc_app', connections: config.databaseConnections });
  closing.push(() => db.destroy());

  const authDb = openDatabase(url, { role: 'don_doc_auth', connections: config.databaseConnections });
  closing.push(() => authDb.destroy());
  const secret = config.secret ?? keepSecret(config.dataFolder, 'sign-in.key');
  const mailer =
    config.mail === undefined ? NO_MAILER : createSmtpMailer({ ...config.mail, report: reportMail });
  closing.push(() => mailer.close());

  const product = await takeTurn(url, () =>
    registerProduct({
      db,
      ownerUrl: url,
      authDb,
      files: config.bucket === undefined ? openDiskStore(config.dataFolder) : openS3Store(config.bucket),
      mostMegabytes: config.mostMegabytes,
      report,
      now: () => Temporal.Now.instant(),
      signIn: {
        secret,
        publicUrl: config.publicUrl,
        oidc: config.oidc === undefined ? [] : [{ id: 'oidc', ...config.oidc }],
        demo: config.demo,
        mailer,
      },
      auditKey:
        config.auditKeyFile === undefined
          ? openAuditKey(config.dataFolder)
          : readAuditKey(config.auditKeyFile),
    }),
  );
  const unsealed = await product.sealDays();
  if (unsealed !== undefined) console.warn(unsealed);
  let jobs: Jobs | undefined;
  const app = await buildApp({
    logLevel: config.logLevel,
    rateLimit: config.rateLimit,
    findSession: product.findSession,
    trustedProxies: config.trustedProxies,
    ...(existsSync(path.join(WEB_FOLDER, 'index.html')) ? { webFolder: WEB_FOLDER } : {}),
    isReady: () => isReady(db),
    listWarnings: async () => presentTroubles((await jobs?.listTroubles().catch(() => [])) ?? []),
    register: product.register,
  });
  closing.push(() => closeFinishing(app));
  const address = await listen(app, config);
  if (embedded !== undefined) closing.push(watchPostgres(embedded));
  jobs = await startJobs({
    url,
    jobs: listJobs(config, url, product),
    report: (error) => app.log.error({ err: error }, 'job'),
  });
  closing.push(jobs.stop);
  lock?.announce(address);
  console.log(
    `Đôn Đốc đang chạy tại ${address} (Ctrl-C để dừng)\nĐôn Đốc is running at ${address} (Ctrl-C to stop)`,
  );
  const setup = config.demo ? undefined : await product.createSetupSecret();
  if (setup !== undefined) {
    // In the fragment, which browsers send to nobody and no server logs.
    const link = `${config.publicUrl ?? address}/thiet-lap#${setup}`;
    console.log(
      `\nChưa có người quản trị. Mở đường dẫn này (dùng một lần, trong 24 giờ) để tạo:\n  ${link}\nNobody can sign in yet: open this one-time link to create the administrator.\nChỉ xem thử: npm start -- --demo / To look around: npm start -- --demo`,
    );
  }
}

/** What is done by itself, at times of day. */
function listJobs({ dataFolder, backup }: Config, url: string, product: Product): readonly Job[] {
  const now = () => Temporal.Now.instant();
  const sealing: Job = {
    name: 'seal-audit',
    title: 'Niêm phong nhật ký',
    // After midnight: the day that is over is sealed.
    cron: '5 0 * * *',
    run: async () => {
      const unsealed = await product.sealDays();
      if (unsealed !== undefined) throw new Error(unsealed);
    },
  };
  const reading: Job = {
    name: 'read-evidence',
    title: 'Đọc tài liệu kiểm chứng',
    // Files are read as they come; this finds those a server left when it stopped.
    cron: '*/5 * * * *',
    run: () => product.readEvidence(),
  };
  const clearing: Job = {
    name: 'clear-uploads',
    title: 'Dọn tệp gửi dở',
    cron: '30 1 * * *',
    run: async () => void (await product.clearUploads()),
  };
  const reminding: Job = {
    name: 'remind',
    title: 'Nhắc việc',
    // Often, so that a letter whose time came, or that was put off, leaves soon; planning twice plans nothing.
    cron: '*/5 * * * *',
    run: (signal) => product.remind(signal),
  };
  const jobs = [sealing, reminding, reading, clearing];
  return backup === undefined ? jobs : [...jobs, scheduledBackup({ url, dataFolder, now, ...backup })];
}

/** The address to open in a browser on this machine. */
async function listen(app: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CannotStart(
        `Cổng ${port} đang có chương trình khác dùng. Hãy đặt PORT sang cổng khác, ví dụ PORT=${port + 1}.\nPort ${port} is taken; set PORT to another.`,
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotStart(
        `Không mở được địa chỉ ${host}, cổng ${port} (${code}). Hãy đặt HOST và PORT khác.\nCannot listen on ${host}, port ${port}; set HOST and PORT.`,
      );
    throw error;
  }
  const listening = app.server.address();
  const openedPort = typeof listening === 'object' && listening !== null ? listening.port : port;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${openedPort}`;
}

const GRACE_MS = 30_000;

/** No new requests; those under way are finished, but one that never ends does not keep the server up. */
async function closeFinishing(app: FastifyInstance): Promise<void> {
  // A connection whose last request is answered would otherwise be kept for a next one.
  const sweeping = setInterval(() => app.server.closeIdleConnections(), 100);
  const impatience = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearInterval(sweeping);
  clearTimeout(impatience);
}

/** Servers of the version before cannot work on the schema any more; a first start has none. */
function warnOfBreaking(applied: readonly Migration[]): void {
  if (applied.some(({ number }) => number === 1)) return;
  for (const { name } of applied.filter(({ breaking }) => breaking))
    console.warn(
      `Nâng cấp ${name} không dùng được với bản cũ: hãy dừng mọi máy chủ bản cũ. / Upgrade ${name} breaks older servers: stop them.`,
    );
}

/** A PostgreSQL that was killed is started again; requests meanwhile are told to wait (/ready answers 503). */
function watchPostgres(embedded: EmbeddedPostgres): () => Promise<void> {
  let reviving: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    reviving = embedded
      .revive()
      .catch(report)
      .finally(() => {
        busy = false;
      });
  }, 500);
  return () => {
    clearInterval(timer);
    return reviving;
  };
}

async function isReady(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}

function listenForSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // A terminal's Ctrl-C reaches us twice, once through the launcher.
      if (stopping) return;
      stopping = true;
      // A start that fails after the signal is reported where it is awaited.
      stop().catch(() => undefined);
    });
}

/** Why a letter did not leave; to whom stays out of the log. */
function reportMail(error: unknown): void {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  console.error(
    `Không gửi được thư / A letter was not sent: ${code ?? 'ERROR'} ${responseCode ?? ''}`.trim(),
  );
}

function report(error: unknown): void {
  console.error(error);
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
});
