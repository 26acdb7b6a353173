import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../server/db/embedded-postgres.ts';
import { migrate } from '../server/db/migrate.ts';

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  numeric: 'string',
  jsonb: 'Json',
  bytea: 'Buffer',
  timestamptz: 'Timestamp',
  _text: 'string[]',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly filled: boolean;
  readonly generated: boolean;
}

function typeOf({ type, nullable, filled, generated }: Column): string {
  const base = TYPES[type] ?? 'unknown';
  if (base === 'Json' || base === 'Timestamp')
    return `${base}${nullable ? 'OrNull' : filled ? 'Filled' : ''}`;
  const whole = `${base}${nullable ? ' | null' : ''}`;
  return generated ? `GeneratedAlways<${whole}>` : filled ? `Generated<${whole}>` : whole;
}

/** Writes server/db/types.generated.ts from a freshly migrated database. */
const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-types-'));
const postgres = await startEmbeddedPostgres({ folder, settings: { fsync: 'off' } });
try {
  await migrate(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<Column>(`
    select c.table_name as table, c.column_name as column, c.udt_name as type, c.is_nullable = 'YES' as nullable,
           c.column_default is not null as filled, c.is_generated = 'ALWAYS' as generated
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'schema_migration'
    order by 1, c.ordinal_position`);
  await client.end();
  const tables = Map.groupBy(rows, (row) => row.table);
  const lines = [...tables].map(([table, columns]) => {
    const fields = columns.map((column) => `    ${column.column}: ${typeOf(column)};`);
    return `  ${table}: {\n${fields.join('\n')}\n  };`;
  });
  writeFileSync(
    path.join(import.meta.dirname, '..', 'server', 'db', 'types.generated.ts'),
    `// Written by \`npm run db:types\` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as parsed, written as text. */
export type Json = ColumnType<unknown, string, string>;
export type JsonFilled = ColumnType<unknown, string | undefined, string>;
export type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type TimestampFilled = ColumnType<Date, Date | string | undefined, Date | string>;
export type TimestampOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface DB {\n${lines.join('\n')}\n}\n`,
  );
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
