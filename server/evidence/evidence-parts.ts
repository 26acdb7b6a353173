import type { EvidenceReader } from './evidence-reader.ts';
import type { FileStore } from './file-store.ts';

/** What the acts on evidence work with besides the database. */
export interface EvidenceParts {
  readonly files: FileStore;
  readonly mostMegabytes: number;
  readonly reader: EvidenceReader;
}

/** One part of a file on its way: small enough for a slow line, where a cut costs what was sent of one part. */
export const PART_BYTES = 1024 * 1024;
