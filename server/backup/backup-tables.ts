import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TableSum } from './backup-manifest.ts';

export interface BackupTable {
  readonly schema: string;
  readonly name: string;
  /** Without those the database computes by itself. */
  readonly columns: readonly string[];
  /** SQL of the order of its rows: the same on every server, whatever language its texts are ordered in. */
  readonly order: string;
}

/** The schemas a backup holds; that of the jobs is left out, since what waits to be done belongs to the running system. */
export const KEPT_SCHEMAS = ['public', 'auth'];

/** Every table there is, so that one added by a later migration is held without a change here. */
export async function listTables(client: pg.Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable & { key: string[] }>(
    `select n.nspname::text as schema, c.relname::text as name,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
            array(select format('t.%I%s', a.attname, case when a.attcollation = 0 then '' else ' collate "C"' end)
                  from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as part (attnum, place)
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
                  where i.indrelid = c.oid and i.indisprimary order by part.place) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by n.nspname::text collate "C", c.relname::text collate "C"`,
    [KEPT_SCHEMAS],
  );
  return rows.map(({ schema, name, columns, key }) => ({
    schema,
    name,
    columns,
    order: key.length > 0 ? key.join(', ') : 't::text collate "C"',
  }));
}

export function quoteTable(client: pg.Client, { schema, name }: { schema: string; name: string }): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
}

export function quoteColumns(client: pg.Client, columns: readonly string[], of = ''): string {
  return columns.map((column) => `${of}${client.escapeIdentifier(column)}`).join(', ');
}

/** Values are then written alike by every server, and no policy hides a row without an error. */
export async function fixWriting(client: pg.Client): Promise<void> {
  await client.query(
    `set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
     set extra_float_digits = 1; set bytea_output = 'hex'; set xmloption = 'content'; set row_security = off;
     set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`,
  );
}

/** Reads a whole table as COPY writes it, piece by piece; answers with its count and its digest. */
export async function readTable(
  client: pg.Client,
  table: BackupTable,
  take: (piece: Buffer) => Promise<void> | void = () => undefined,
): Promise<TableSum> {
  const { schema, name, columns, order } = table;
  const sql =
    columns.length === 0
      ? `select from ${quoteTable(client, table)}`
      : `select ${quoteColumns(client, columns, 't.')} from ${quoteTable(client, table)} t order by ${order}`;
  const counter = countRows();
  for await (const piece of client.query(copyTo(`copy (${sql}) to stdout`)) as AsyncIterable<Buffer>) {
    counter.add(piece);
    await take(piece);
  }
  return { schema, name, columns: [...columns], ...counter.sum() };
}

/** Rows and digest of a table from its pieces: COPY ends each row with a line feed and writes those inside as \n. */
export function countRows(): {
  add: (piece: Buffer) => void;
  sum: () => { readonly rows: number; readonly sha256: string };
} {
  const digest = createHash('sha256');
  let rows = 0;
  return {
    add: (piece) => {
      digest.update(piece);
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++;
    },
    sum: () => ({ rows, sha256: digest.digest('hex') }),
  };
}
