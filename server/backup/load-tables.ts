import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BackupManifest, type TableSum, tableKey } from './backup-manifest.ts';
import { BackupRefused } from './backup-refused.ts';
import { KEPT_SCHEMAS, listTables, quoteColumns, quoteTable, readTable } from './backup-tables.ts';

/** Fills one table after the other from pieces of COPY text. */
export interface TableLoader {
  readonly write: (key: string, pieces: AsyncIterable<Buffer>) => Promise<void>;
  readonly finish: () => Promise<void>;
}

/**
 * Makes the tables of a fresh schema empty and free of keys to each other and of triggers, so that they can be filled
 * in any order, those that point at themselves or in a circle too. Only the right of their owner is needed. Answers
 * with what puts keys and triggers back; keys are then checked over all rows at once.
 */
export async function openTables(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ drop: string; restore: string }>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
            format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
              || coalesce(format('; comment on constraint %I on %s is %L', c.conname, c.conrelid::regclass, obj_description(c.oid, 'pg_constraint')), '') as restore
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where c.contype = 'f' and c.conparentid = 0 and n.nspname = any ($1) order by c.conname, c.conrelid`,
    [KEPT_SCHEMAS],
  );
  const { rows: triggers } = await client.query<{ disable: string; restore: string }>(
    `select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as disable,
            format('alter table %s enable %s trigger %I', t.tgrelid::regclass,
                   case t.tgenabled when 'R' then 'replica' when 'A' then 'always' else '' end, t.tgname) as restore
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0 and n.nspname = any ($1) order by t.tgname, t.tgrelid`,
    [KEPT_SCHEMAS],
  );
  // A table with checks still to come cannot be altered.
  await client.query('set constraints all immediate');
  for (const { disable } of triggers) await client.query(disable);
  for (const { drop } of keys) await client.query(drop);
  const tables = await listTables(client);
  // Rows that came with the schema are among those of the backup.
  await client.query(`truncate ${tables.map((table) => quoteTable(client, table)).join(', ')}`);
  return async () => {
    for (const { restore } of keys) await client.query(restore);
    for (const { restore } of triggers) await client.query(restore);
  };
}

export function loadTables(client: pg.Client, manifest: BackupManifest): TableLoader {
  const sums = new Map(manifest.tables.map((table) => [tableKey(table), table]));
  let open: { readonly key: string; readonly copy: CopyIn } | undefined;
  const finish = async () => {
    await open?.copy.end();
    open = undefined;
  };
  return {
    finish,
    write: async (key, pieces) => {
      if (open?.key !== key) {
        await finish();
        const table = sums.get(key);
        if (table === undefined) throw new Error(`no table ${key} in the manifest`);
        open = { key, copy: beginCopy(client, table) };
      }
      for await (const piece of pieces) await open.copy.write(piece);
    },
  };
}

interface CopyIn {
  readonly write: (piece: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
}

function beginCopy(client: pg.Client, table: TableSum): CopyIn {
  const columns = quoteColumns(client, table.columns);
  const stream = client.query(copyFrom(`copy ${quoteTable(client, table)} (${columns}) from stdin`));
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    write: async (piece) => {
      if (failure !== undefined) throw failure;
      if (!stream.write(piece)) await once(stream, 'drain');
    },
    end: async () => {
      if (failure !== undefined) throw failure;
      stream.end();
      await finished(stream);
    },
  };
}

/** Sequences go on after the last number that was given out. */
export async function setSequences(client: pg.Client, { sequences }: BackupManifest): Promise<void> {
  for (const { schema, name, last } of sequences)
    await client.query('select setval(format($1, $2::text, $3::text)::regclass, $4::bigint)', [
      '%I.%I',
      schema,
      name,
      last,
    ]);
}

/** Reads every table again and compares count and digest with the backup. */
export async function verifyTables(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const wanted = new Map(manifest.tables.map((table) => [tableKey(table), table]));
  for (const table of await listTables(client)) {
    const key = tableKey(table);
    const sum = await readTable(client, table);
    const { rows, sha256 } = wanted.get(key) ?? { rows: -1, sha256: '' };
    if (sum.rows !== rows || sum.sha256 !== sha256)
      throw new BackupRefused('restore-unequal', { member: key });
    wanted.delete(key);
  }
  const [missing] = wanted.keys();
  if (missing !== undefined) throw new BackupRefused('restore-unequal', { member: missing });
}
