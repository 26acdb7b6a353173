import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Db, openDatabase } from '#server/db/executor.ts';
import { TEMPLATE, withDatabase } from './postgres.setup.ts';

export interface TestDatabase {
  /** Of the owner, who may do all. */
  readonly url: string;
  /** Acts as the app role: row-level security and append-only rights hold. */
  readonly db: Db;
  /** Acts as the role of sign-in. */
  readonly authDb: Db;
  readonly close: () => Promise<void>;
}

/** A fresh migrated database for one test file; `empty` leaves out the schema. */
export async function createTestDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(
    server,
    options.empty === true ? `create database ${name}` : `create database ${name} template ${TEMPLATE}`,
  );
  const opened = openTestDatabase(withDatabase(server, name));
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await query(server, `drop database ${name} with (force)`);
    },
  };
}

/** A database that is there already, with its schema; closing it leaves it. */
export function openTestDatabase(url: string): TestDatabase {
  const db = openDatabase(url, { role: 'don_doc_app', connections: 4 });
  const authDb = openDatabase(url, { role: 'don_doc_auth', connections: 2 });
  return {
    url,
    db,
    authDb,
    close: async () => {
      await db.destroy();
      await authDb.destroy();
    },
  };
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
