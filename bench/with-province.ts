import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { seedAgencies } from '#server/agency/seed-agencies.ts';
import { syncCalendarAtStart } from '#server/calendar/sync-calendar.ts';
import { startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { openDatabase } from '#server/db/executor.ts';
import { migrate } from '#server/db/migrate.ts';
import { type Deps, inScope, systemDeps, uuidV7 } from '#server/deps.ts';

export interface BenchProvince {
  /** The system itself, who may do everything. */
  readonly deps: Deps;
  /** Past row-level security, to fill tables in bulk. */
  readonly owner: pg.Client;
  /** Address of the database, for clients of one's own. */
  readonly url: string;
}

/** A province on an embedded database of its own, with its agencies and its calendar, gone when the work is done. */
export async function withProvince<T>(
  now: string,
  work: (province: BenchProvince) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-bench-'));
  const postgres = await startEmbeddedPostgres({ folder });
  const owner = new pg.Client({ connectionString: postgres.url });
  try {
    await migrate(postgres.url);
    await owner.connect();
    const clock = () => Temporal.Instant.from(now);
    const db = openDatabase(postgres.url, { role: 'don_doc_app' });
    const provinceId = uuidV7(clock());
    await owner.query(`insert into province (id, code, name) values ($1, 'H37', 'Lạng Sơn')`, [provinceId]);
    const newId = () => uuidV7(clock());
    const deps = systemDeps({ db, provinceId, now: clock, newId, agencies: { held: undefined } });
    await inScope(deps, (tx) => seedAgencies(tx, deps));
    await syncCalendarAtStart(deps);
    const done = await work({ deps, owner, url: postgres.url });
    await db.destroy();
    return done;
  } finally {
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
