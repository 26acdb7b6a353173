import path from 'node:path';
import pg from 'pg';
import {
  createRoles,
  holdMigrations,
  installSchema,
  listMigrations,
  type Migration,
  migrate,
} from '../db/migrate.ts';
import { readArchive } from './backup-archive.ts';
import { type BackupManifest, HEAD_MEMBER, MANIFEST_MEMBER, TABLES_MEMBER } from './backup-manifest.ts';
import { BackupRefused } from './backup-refused.ts';
import { fixWriting } from './backup-tables.ts';
import { loadTables, openTables, setSequences, verifyTables } from './load-tables.ts';
import { checkFilesPlace, restoreFile, verifyFiles } from './restore-files.ts';
import { tableOf, type VerifiedBackup } from './verify-backup.ts';

export interface RestorePlace {
  /** An empty database, by the account that will own what is in it. */
  readonly url: string;
  /** Where files and keys go. */
  readonly folder: string;
}

/**
 * Puts a backup that was verified into an empty place: schema, rows and their check in one transaction, then the
 * newer migrations. Until that transaction is committed the database stays empty.
 */
export async function restoreInto(
  { url, folder }: RestorePlace,
  file: string,
  { manifest }: VerifiedBackup,
  known: readonly Migration[] = listMigrations(),
): Promise<void> {
  checkSchema(file, manifest, known);
  await checkFilesPlace(folder, manifest);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await holdMigrations(client);
    await checkEmpty(client);
    await createRoles(client);
    await client.query('begin');
    await fixWriting(client);
    await installSchema(client, known.slice(0, manifest.schema));
    await fill(client, folder, file, manifest);
    await verifyTables(client, manifest);
    await verifyFiles(folder, manifest);
    await client.query('commit');
  } finally {
    // Ends the transaction too, where it was not committed.
    await client.end().catch(() => undefined);
  }
  await migrate(url, known);
}

async function fill(
  client: pg.Client,
  folder: string,
  file: string,
  manifest: BackupManifest,
): Promise<void> {
  const close = await openTables(client);
  const loader = loadTables(client, manifest);
  await readArchive(file, async ({ name, pieces }) => {
    if (name.startsWith(TABLES_MEMBER)) await loader.write(tableOf(name), pieces);
    else if (name !== HEAD_MEMBER && name !== MANIFEST_MEMBER) await restoreFile(folder, name, pieces);
  });
  await loader.finish();
  await close();
  await setSequences(client, manifest);
}

/** A backup of a newer program, or one whose migrations were other ones, does not fit. */
function checkSchema(
  file: string,
  { schema, migrations }: BackupManifest,
  known: readonly Migration[],
): void {
  const name = path.basename(file);
  if (schema > known.length)
    throw new BackupRefused('backup-too-new', { file: name, held: schema, known: known.length });
  const other = migrations.find(({ number, sha256 }) => known[number - 1]?.sha256 !== sha256);
  if (other !== undefined) throw new BackupRefused('backup-other-schema', { file: name, name: other.name });
}

/** What extensions brought does not count. */
async function checkEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ found: string; place: string }>(
    `select format('%I.%I', n.nspname, c.relname) as found, current_database()::text as place
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relkind <> 'r', 1 limit 1`,
  );
  const [first] = rows;
  if (first !== undefined)
    throw new BackupRefused('restore-not-empty', {
      place: `cơ sở dữ liệu "${first.place}"`,
      found: `bảng ${first.found}`,
    });
}
