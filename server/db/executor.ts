import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './types.generated.ts';

/** A whole database; only for opening transactions. Stores take a `Tx`, so none can be forgotten. */
export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

// Days stay the strings they are: a driver that makes them midnights of some time zone moves deadlines.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A pool in which every connection acts as the given role, so that its rights and row-level security hold. */
export function openDatabase(
  url: string,
  options: { readonly role?: 'don_doc_app' | 'don_doc_reader'; readonly connections?: number } = {},
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  });
  // An idle connection that breaks is replaced at the next request; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Runs the work in one transaction that sees the rows of one province only. */
export function withProvince<T>(db: Db, provinceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!UUID.test(provinceId)) throw new Error('province id is not a UUID');
  return db.transaction().execute(async (tx) => {
    // A literal statement rather than set_config(): only SET LOCAL is carried to the shards of a distributed database.
    await sql.raw(`set local app.province = '${provinceId}'`).execute(tx);
    return work(tx);
  });
}
