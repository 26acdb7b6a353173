import { existsSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { type Config, ConfigInvalid, readConfig } from './config.ts';
import { CannotStart, explainWriteFailure, type FolderLock, holdDataFolder } from './data-folder.ts';
import { checkDatabaseServer } from './db/check-server.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './db/embedded-postgres.ts';
import { type Db, openDatabase } from './db/executor.ts';
import { MigrationEdited, migrate, SchemaTooNew } from './db/migrate.ts';
import { buildApp } from './http/app.ts';
import { registerProduct } from './product.ts';
import { buildStaleWeb, WEB_FOLDER } from './web-build.ts';

/** Starts everything in order, and stops it in the opposite order. The only file that knows all parts. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const lock = holdDataFolder(config.dataFolder);
  const closing: (() => unknown)[] = [() => lock.release()];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await Promise.resolve(close()).catch(report);
  };
  try {
    await start(config, lock, closing, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: Config,
  lock: FolderLock,
  closing: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<void> {
  listenForSignals(stop);
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataFolder) : undefined;
  if (embedded !== undefined) closing.push(() => embedded.stop());
  const url = embedded?.url ?? config.databaseUrl ?? '';
  if (embedded === undefined) await checkDatabaseServer(url);
  await migrate(url);
  const db = openDatabase(url, { role: 'don_doc_app', connections: config.databaseConnections });
  closing.push(() => db.destroy());
  await buildStaleWeb();

  const product = await registerProduct({ db, ownerUrl: url, now: () => Temporal.Now.instant() });
  const app = await buildApp({
    logLevel: config.logLevel,
    rateLimit: config.rateLimit,
    ...(existsSync(path.join(WEB_FOLDER, 'index.html')) ? { webFolder: WEB_FOLDER } : {}),
    isReady: () => isReady(db),
    register: product.register,
  });
  closing.push(() => app.close());
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new CannotStart(
        `Cổng ${config.port} đang có chương trình khác dùng. Hãy đặt PORT sang cổng khác, ví dụ PORT=8081.\nPort ${config.port} is taken; set PORT to another.`,
      );
    throw error;
  }
  if (embedded !== undefined) closing.push(watchPostgres(embedded));
  const listening = app.server.address();
  const port = typeof listening === 'object' && listening !== null ? listening.port : config.port;
  const address = `http://${config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${port}`;
  lock.announce(address);
  console.log(
    `Đôn Đốc đang chạy tại ${address} (Ctrl-C để dừng)\nĐôn Đốc is running at ${address} (Ctrl-C to stop)`,
  );
}

async function startEmbedded(folder: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ folder });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new CannotStart(explainWriteFailure(folder, error));
    if (/No space left on device/i.test(String(error)))
      throw new CannotStart(explainWriteFailure(folder, { code: 'ENOSPC' }));
    throw new CannotStart((error as Error).message);
  }
}

/** A PostgreSQL that was killed is started again; requests meanwhile are told to wait (/ready answers 503). */
function watchPostgres(embedded: EmbeddedPostgres): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    embedded
      .revive()
      .catch(report)
      .finally(() => {
        busy = false;
      });
  }, 1_000);
  timer.unref();
  return () => clearInterval(timer);
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
      stop().finally(() => process.exit(0));
    });
}

function report(error: unknown): void {
  console.error(error);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof CannotStart ||
    error instanceof ConfigInvalid ||
    error instanceof SchemaTooNew ||
    error instanceof MigrationEdited;
  console.error(expected ? error.message : error);
  process.exit(1);
});
