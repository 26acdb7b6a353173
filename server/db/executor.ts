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
  options: {
    readonly role?: 'don_doc_app' | 'don_doc_reader' | 'don_doc_auth';
    readonly connections?: number;
  } = {},
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    ...(options.role === undefined ? {} : { options: settingsOf(options.role) }),
  });
  // An idle connection that breaks is replaced at the next request; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** What sign-in keeps lies in a schema of its own, where its library looks for tables by their bare names. */
function settingsOf(role: string): string {
  return role === 'don_doc_auth' ? `-c role=${role} -c search_path=auth` : `-c role=${role}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whose rows a transaction may see: of one province always, and in it as far as the person reaches. */
export interface Scope {
  readonly provinceId: string;
  /** Rows that say something of the work: all, those of some agencies, or none. */
  readonly figures: 'province' | 'agency' | 'none';
  /** Rows about people, likewise. */
  readonly people: 'province' | 'agency' | 'none';
  readonly agencyIds: readonly string[];
  /** Who asks; null for the system itself. */
  readonly personId: string | null;
}

/** Of what the system does by itself: a first start, a job, the command line. */
export function wholeProvince(provinceId: string): Scope {
  return { provinceId, figures: 'province', people: 'province', agencyIds: [], personId: null };
}

/** Runs the work in one transaction that sees the rows of the scope only. */
export function withScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const settings = writeSettings(scope);
  return db.transaction().execute(async (tx) => {
    // Literal statements rather than set_config(): only SET LOCAL is carried to the shards of a distributed database.
    await sql.raw(settings).execute(tx);
    return work(tx);
  });
}

/** The settings as statements; whatever could be SQL is refused, since a setting cannot be a parameter. */
function writeSettings({ provinceId, figures, people, agencyIds, personId }: Scope): string {
  if (!UUID.test(provinceId)) throw new Error('province id is not a UUID');
  if (personId !== null && !UUID.test(personId)) throw new Error('person id is not a UUID');
  const odd = agencyIds.find((id) => !SLUG.test(id));
  if (odd !== undefined) throw new Error('an agency id is not a slug');
  return [
    `set local app.province = '${provinceId}'`,
    `set local app.figures = '${figures}'`,
    `set local app.people = '${people}'`,
    `set local app.agencies = '${agencyIds.join(',')}'`,
    `set local app.person = '${personId ?? ''}'`,
  ].join('; ');
}
