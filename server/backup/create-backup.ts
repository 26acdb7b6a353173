import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Result } from '#domain/kernel/result.ts';
import { type ArchiveWriter, writeArchive } from './backup-archive.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupHead,
  type BackupManifest,
  type FileSum,
  HEAD_MEMBER,
  MANIFEST_MEMBER,
  TABLES_MEMBER,
  type TableSum,
  tableKey,
} from './backup-manifest.ts';
import { BackupRefused, settle } from './backup-refused.ts';
import {
  type BackupTable,
  fixWriting,
  KEPT_SCHEMAS,
  listTables,
  quoteTable,
  readTable,
} from './backup-tables.ts';
import { isDraft, listKeptFiles } from './kept-files.ts';
import { writeWhole } from './write-whole.ts';

export interface BackupOptions {
  /** Connection of the owner, who sees all rows. */
  readonly url: string;
  readonly dataFolder: string;
  readonly file: string;
  readonly replace: boolean;
  /** Ends it early; nothing is left behind. */
  readonly signal?: AbortSignal;
}

export interface BackupDone {
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest, which holds the digests of all else. */
  readonly digest: string;
  /** Bytes of the file. */
  readonly size: number;
}

const PART_BYTES = 4 * 1024 * 1024;

/** Writes all that the system holds, as it stands at one instant, into one file, while it goes on working. */
export function createBackup({
  url,
  dataFolder,
  file,
  replace,
  signal,
}: BackupOptions): Promise<Result<BackupDone>> {
  const target = path.resolve(file);
  return settle(target, () =>
    writeWhole(target, { replace }, async (draft) => {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
      // Whatever is being asked then fails by itself.
      client.on('error', () => undefined);
      await client.connect();
      const archive = writeArchive(draft);
      try {
        const manifest = await inSnapshot(client, () => fill(archive, client, dataFolder, signal));
        const bytes = Buffer.from(JSON.stringify(manifest, null, 1));
        await archive.add(MANIFEST_MEMBER, bytes);
        await archive.finish();
        const digest = createHash('sha256').update(bytes).digest('hex');
        return { manifest, digest, size: (await stat(draft)).size };
      } catch (error) {
        await archive.abort(error);
        throw error;
      } finally {
        await client.end().catch(() => undefined);
      }
    }),
  );
}

async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await fixWriting(client);
  await client.query('begin isolation level repeatable read read only');
  return await work();
}

/** Files come after the tables: one is written before the row that names it, so every row finds its file. */
async function fill(
  archive: ArchiveWriter,
  client: pg.Client,
  dataFolder: string,
  signal: AbortSignal | undefined,
): Promise<BackupManifest> {
  const tables = await lockTables(client);
  const { head, migrations } = await readHead(client);
  await archive.add(HEAD_MEMBER, Buffer.from(JSON.stringify(head)));
  const tableSums: TableSum[] = [];
  for (const table of tables) tableSums.push(await addTable(archive, client, table, signal));
  const sequences = await listSequences(client);
  const files: FileSum[] = [];
  for (const kept of await listKeptFiles(dataFolder)) {
    signal?.throwIfAborted();
    const sum = isDraft(kept) ? undefined : await addFile(archive, dataFolder, kept);
    if (sum !== undefined) files.push(sum);
  }
  return {
    ...head,
    migrations,
    tables: tableSums,
    sequences,
    files,
    audit: await listAuditMarks(client, tables),
  };
}

/** No migration may change a table between the snapshot and its turn. */
async function lockTables(client: pg.Client): Promise<readonly BackupTable[]> {
  const tables = await listTables(client);
  if (tables.length > 0)
    await client.query(
      `lock table ${tables.map((table) => quoteTable(client, table)).join(', ')} in access share mode`,
    );
  return tables;
}

async function readHead(
  client: pg.Client,
): Promise<{ head: BackupHead; migrations: BackupManifest['migrations'] }> {
  const { rows: migrations } = await client.query<BackupManifest['migrations'][number]>(
    'select number, name, sha256 from schema_migration order by number',
  );
  const { rows } = await client.query<{ instant: string }>(
    `select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant`,
  );
  const head = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    schema: migrations.at(-1)?.number ?? 0,
    takenAt: rows[0]?.instant ?? '',
  } as const;
  return { head, migrations };
}

/** In parts of a size known beforehand, as tar wants it, without a second copy of the table on the disk. */
async function addTable(
  archive: ArchiveWriter,
  client: pg.Client,
  table: BackupTable,
  signal: AbortSignal | undefined,
): Promise<TableSum> {
  let held: Buffer[] = [];
  let size = 0;
  let part = 0;
  const flush = async () => {
    part++;
    const member = `${TABLES_MEMBER}${tableKey(table)}/${String(part).padStart(6, '0')}`;
    await archive.add(member, Buffer.concat(held));
    held = [];
    size = 0;
  };
  const sum = await readTable(client, table, async (piece) => {
    signal?.throwIfAborted();
    // The driver uses the memory of a piece again.
    held.push(Buffer.from(piece));
    size += piece.length;
    if (size >= PART_BYTES) await flush();
  });
  if (size > 0) await flush();
  return sum;
}

/** Sequences stand outside of snapshots, and so are never behind the rows. */
async function listSequences(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<BackupManifest['sequences'][number]>(
    `select schemaname::text as schema, sequencename::text as name, last_value::text as last
     from pg_sequences where schemaname = any ($1) and last_value is not null order by 1, 2`,
    [KEPT_SCHEMAS],
  );
  return rows;
}

const AUDIT_MARKS = ['audit_head', 'audit_root'];

async function listAuditMarks(
  client: pg.Client,
  tables: readonly BackupTable[],
): Promise<BackupManifest['audit']> {
  const marks: BackupManifest['audit'] = [];
  for (const table of tables.filter(({ name }) => AUDIT_MARKS.includes(name))) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${quoteTable(client, table)} t order by ${table.order}`,
    );
    marks.push(...rows.map(({ row }) => ({ table: table.name, row })));
  }
  return marks;
}

/** Undefined where the file went away since it was listed. */
async function addFile(
  archive: ArchiveWriter,
  dataFolder: string,
  kept: string,
): Promise<FileSum | undefined> {
  const handle = await open(path.join(dataFolder, kept)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    const digest = createHash('sha256');
    let read = 0;
    const pieces = async function* () {
      if (size === 0) return;
      for await (const piece of handle.createReadStream({ start: 0, end: size - 1, autoClose: false })) {
        digest.update(piece as Buffer);
        read += (piece as Buffer).length;
        yield piece as Buffer;
      }
      if (read < size) throw new BackupRefused('backup-file-shrank', { file: kept });
    };
    await archive.addStream(kept, size, pieces());
    return { path: kept, size, sha256: digest.digest('hex') };
  } finally {
    await handle.close();
  }
}
