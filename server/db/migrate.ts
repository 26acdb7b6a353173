import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
  /** An older server cannot run on the result: line 1 is `--! breaking`. */
  readonly breaking: boolean;
}

export const MIGRATIONS_FOLDER = path.join(import.meta.dirname, 'migrations');

/** The numbered files, in order; a gap or a doubled number is an error of ours. */
export function listMigrations(folder: string = MIGRATIONS_FOLDER): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file, at) => {
    const number = Number.parseInt(file, 10);
    if (number !== at + 1) throw new Error(`migration ${file} is not number ${at + 1}`);
    // Line ends are folded: a checkout on Windows must not look like an edited file.
    const sql = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return {
      number,
      name: file,
      sql,
      sha256: createHash('sha256').update(sql).digest('hex'),
      breaking: sql.startsWith('--! breaking'),
    };
  });
}

export class SchemaTooNew extends CannotStart {
  constructor(held: number, known: number) {
    super(
      `Cơ sở dữ liệu ở phiên bản ${held}, mới hơn chương trình (${known}). Hãy dùng bản chương trình mới hơn. / The database is at version ${held}, newer than this program (${known}).`,
    );
  }
}

export class MigrationEdited extends CannotStart {
  constructor(name: string) {
    super(
      `Tệp nâng cấp ${name} đã bị sửa sau khi áp dụng. / Migration ${name} was edited after it was applied.`,
    );
  }
}

export class RoleMissing extends CannotStart {
  constructor(role: string) {
    super(
      `Tài khoản trong DATABASE_URL không được tạo vai trò ${role}. Hãy nhờ quản trị PostgreSQL chạy: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <tài khoản>;\n` +
        `The account of DATABASE_URL may not create the role ${role}; have it created and granted.`,
    );
  }
}

const ROLES = ['don_doc_app', 'don_doc_reader', 'don_doc_auth'];

/** Brings the database to the newest schema; each file in a transaction of its own. Two that start together are safe. */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = listMigrations(),
): Promise<{ readonly applied: readonly Migration[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await holdMigrations(client);
    await createRoles(client);
    await createMigrationTable(client);
    const held = await client.query<{ number: number; name: string; sha256: string }>(
      'select number, name, sha256 from schema_migration order by number',
    );
    const newest = held.rows.at(-1)?.number ?? 0;
    if (newest > migrations.length) throw new SchemaTooNew(newest, migrations.length);
    for (const row of held.rows)
      if (migrations[row.number - 1]?.sha256 !== row.sha256) throw new MigrationEdited(row.name);
    const applied: Migration[] = [];
    for (const migration of migrations.slice(newest)) {
      await client.query('begin');
      try {
        await apply(client, migration);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      applied.push(migration);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

/** Keeps others from migrating this database until the connection ends. */
export async function holdMigrations(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock(20240603)');
}

/** The roles the schema grants to. They outlive databases, so they are no part of a transaction on one. */
export async function createRoles(client: pg.Client): Promise<void> {
  for (const role of ROLES) await createRole(client, role);
}

/** Makes the schema in an empty database, all in the transaction the connection is in; the roles are there. */
export async function installSchema(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await createMigrationTable(client);
  for (const migration of migrations) await apply(client, migration);
}

async function createMigrationTable(client: pg.Client): Promise<void> {
  await client.query(
    'create table if not exists schema_migration (number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())',
  );
}

async function apply(client: pg.Client, { number, name, sha256, sql }: Migration): Promise<void> {
  await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', [
    number,
    name,
    sha256,
  ]);
  await client.query(sql);
}

/** Roles belong to the whole server, so another database may have made them, or be making them just now. */
async function createRole(client: pg.Client, role: string): Promise<void> {
  try {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role ${role} nologin`).catch(ignoreMadeMeanwhile);
    const { rows } = await client.query<{ member: boolean }>(
      `select pg_has_role(current_user, $1, 'MEMBER') as member`,
      [role],
    );
    if (rows[0]?.member !== true) await client.query(`grant ${role} to current_user`);
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) throw new RoleMissing(role);
    throw error;
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

function ignoreMadeMeanwhile(error: unknown): void {
  const code = (error as { code?: string }).code;
  if (code !== '42710' && code !== '23505') throw error;
}
