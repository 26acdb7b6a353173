import { z } from 'zod';

export const BACKUP_FORMAT = 'don-doc-backup';
/** Raised when an older program could not read what a newer one writes. */
export const BACKUP_VERSION = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Below one of the folders a backup holds, and never out of it. */
const KeptPath = z.string().regex(/^(files|keys)(\/(?!\.{1,2}(\/|$))[^/\\\0]+)+$/);
const Name = z.string().min(1);

/** First member of a backup: enough to refuse a file of another kind or of a newer program. */
export const BackupHead = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.number().int().positive(),
  schema: z.number().int().positive(),
  takenAt: z.string(),
});
export type BackupHead = z.infer<typeof BackupHead>;

export const TableSum = z.object({
  schema: Name,
  name: Name,
  columns: z.array(Name),
  rows: z.number().int().nonnegative(),
  /** Of the rows as COPY writes them in text, ordered by the primary key. */
  sha256: Sha256,
});
export type TableSum = z.infer<typeof TableSum>;

export const FileSum = z.object({ path: KeptPath, size: z.number().int().nonnegative(), sha256: Sha256 });
export type FileSum = z.infer<typeof FileSum>;

/** Last member of a backup: what all the others must be. */
export const BackupManifest = BackupHead.extend({
  migrations: z.array(z.object({ number: z.number().int(), name: Name, sha256: Sha256 })),
  tables: z.array(TableSum),
  sequences: z.array(z.object({ schema: Name, name: Name, last: z.string().regex(/^-?\d+$/) })),
  files: z.array(FileSum),
  /** Heads and daily roots of the audit, to compare with those written down elsewhere without restoring. */
  audit: z.array(z.object({ table: Name, row: z.record(z.string(), z.unknown()) })),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const HEAD_MEMBER = 'don-doc.json';
export const MANIFEST_MEMBER = 'manifest.json';
export const TABLES_MEMBER = 'tables/';

/** Folders of the data folder that are held by a backup: what people attached, and the secrets of this installation. */
export const KEPT_FOLDERS = ['files', 'keys'] as const;

export function tableKey({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${schema}.${name}`;
}
