import { createHash, type Hash } from 'node:crypto';
import path from 'node:path';
import type { Result } from '#domain/kernel/result.ts';
import { type ArchiveMember, readArchive, readWhole } from './backup-archive.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  BackupHead,
  BackupManifest,
  HEAD_MEMBER,
  MANIFEST_MEMBER,
  TABLES_MEMBER,
  tableKey,
} from './backup-manifest.ts';
import { BackupRefused, settle } from './backup-refused.ts';
import { countRows } from './backup-tables.ts';

export interface VerifiedBackup {
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest. */
  readonly digest: string;
}

/** Reads a backup to its end without restoring it, and checks every table and file against its manifest. */
export function verifyBackup(file: string): Promise<Result<VerifiedBackup>> {
  return settle(file, () => readVerified(file));
}

/** The same, thrown rather than answered. */
export async function readVerified(file: string): Promise<VerifiedBackup> {
  const damaged = (member: string) =>
    new BackupRefused('backup-damaged', { file: path.basename(file), member });
  const tables = new Map<string, ReturnType<typeof countRows>>();
  const files = new Map<string, Hash>();
  let head: BackupHead | undefined;
  let last: Buffer | undefined;
  await readArchive(file, async (member) => {
    if (last !== undefined) throw damaged(member.name);
    if (head === undefined) head = await readHead(file, member);
    else if (member.name === MANIFEST_MEMBER) last = await readWhole(member.pieces);
    else if (member.name.startsWith(TABLES_MEMBER)) await sumPart(tables, member);
    else {
      const digest = createHash('sha256');
      for await (const piece of member.pieces) digest.update(piece);
      files.set(member.name, digest);
    }
  });
  const manifest = parseManifest(last);
  if (last === undefined || manifest === undefined || manifest.schema !== head?.schema)
    throw damaged(MANIFEST_MEMBER);
  for (const table of manifest.tables) {
    const sum = (tables.get(tableKey(table)) ?? countRows()).sum();
    if (sum.rows !== table.rows || sum.sha256 !== table.sha256) throw damaged(tableKey(table));
    tables.delete(tableKey(table));
  }
  for (const { path: kept, sha256 } of manifest.files) {
    if (files.get(kept)?.digest('hex') !== sha256) throw damaged(kept);
    files.delete(kept);
  }
  const [stray] = [...tables.keys(), ...files.keys()];
  if (stray !== undefined) throw damaged(stray);
  return { manifest, digest: createHash('sha256').update(last).digest('hex') };
}

/** The table a member holds a part of: `tables/public.plan/000001`. */
export function tableOf(member: string): string {
  return member.slice(TABLES_MEMBER.length, member.lastIndexOf('/'));
}

async function sumPart(
  sums: Map<string, ReturnType<typeof countRows>>,
  { name, pieces }: ArchiveMember,
): Promise<void> {
  const sum = sums.get(tableOf(name)) ?? countRows();
  sums.set(tableOf(name), sum);
  for await (const piece of pieces) sum.add(piece);
}

async function readHead(file: string, member: ArchiveMember): Promise<BackupHead> {
  const name = path.basename(file);
  const wrong = new BackupRefused('backup-wrong-file', { file: name });
  if (member.name !== HEAD_MEMBER) throw wrong;
  const told = parseJson(await readWhole(member.pieces));
  const parsed = BackupHead.safeParse(told);
  if (!parsed.success) throw wrong;
  if (parsed.data.version > BACKUP_VERSION)
    throw new BackupRefused('backup-too-new', {
      file: name,
      held: `${BACKUP_FORMAT} ${parsed.data.version}`,
      known: `${BACKUP_FORMAT} ${BACKUP_VERSION}`,
    });
  return parsed.data;
}

function parseManifest(bytes: Buffer | undefined): BackupManifest | undefined {
  const parsed = BackupManifest.safeParse(bytes === undefined ? undefined : parseJson(bytes));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
