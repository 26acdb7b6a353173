import { sql } from 'kysely';
import { listBands, takeFingerprint } from '#domain/evidence/fingerprint.ts';
import { isDraftDocument } from '#domain/evidence/is-draft.ts';
import type { ReadingState } from '#domain/evidence/lint-evidence.ts';
import { readDocumentFacts } from '#domain/evidence/read-document-facts.ts';
import type { FileKind } from '#domain/evidence/sniff-content.ts';
import type { Result } from '#domain/kernel/result.ts';
import type { SourceBlock, SourceDocument } from '#domain/plan/document/source.ts';
import { type Deps, inScope } from '../deps.ts';
import { type FileStore, getFile } from './file-store.ts';
import { refoldEvidence } from './refold-evidence.ts';

/** Reads the files that wait for it, apart from the requests that brought them. */
export interface EvidenceReader {
  /** Looks for files to read, soon; does nothing where it is at it already. */
  readonly wake: () => void;
  /** Reads all that wait now; answers when none is left. */
  readonly readAll: () => Promise<void>;
}

export type ReadDocument = (file: {
  readonly bytes: Uint8Array;
  readonly name: string;
}) => Promise<Result<SourceDocument>>;

interface ReaderParts {
  readonly deps: Deps;
  readonly files: FileStore;
  readonly readDocument: ReadDocument;
  readonly report: (error: unknown) => void;
}

/** After this long a reader that took a file is held to be gone, and another takes it. */
const GONE_MINUTES = 5;
/** A file that was begun this often and never finished ends its reader, and is given up. */
const MOST_TRIES = 3;
const MOST_LETTERS = 300_000;
const MOST_BLOCKS = 2_000;

/** A reader of one server; what it holds is in the database, so another goes on where one was cut off. */
export function createEvidenceReader(parts: ReaderParts): EvidenceReader {
  let running: Promise<void> | undefined;
  let again = false;
  const readWaiting = async (): Promise<void> => {
    do {
      again = false;
      while (await readNext(parts)) again = false;
    } while (again);
  };
  const readAll = (): Promise<void> => {
    again = true;
    running ??= readWaiting().finally(() => {
      running = undefined;
    });
    return running;
  };
  return { readAll, wake: () => void readAll().catch(parts.report) };
}

/** Reads one file that waits; false where none does. */
async function readNext({ deps, files, readDocument }: ReaderParts): Promise<boolean> {
  const taken = await takeNext(deps);
  if (taken === undefined) return false;
  const read =
    taken.tries > MOST_TRIES ? ({ state: 'too-long' } as const) : await readOne(files, readDocument, taken);
  await inScope(deps, async (tx) => {
    await sql`
      update file_reading set
        state = ${read.state}, read_at = ${deps.now().toString()}::timestamptz,
        body = ${read.content?.body ?? null}, blocks = ${read.content === undefined ? null : JSON.stringify(read.content.blocks)}::jsonb,
        facts = ${JSON.stringify(read.content?.facts ?? {})}::jsonb, is_draft = ${read.content?.isDraft ?? false},
        fingerprint = ${read.content?.fingerprint ?? null}::bigint[], bands = ${read.content?.bands ?? null}::int[]
      where sha256 = ${taken.sha256} and state = 'pending'`.execute(tx);
    const { rows } = await sql<{
      id: string;
    }>`select id from evidence where sha256 = ${taken.sha256}`.execute(tx);
    await refoldEvidence(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
  });
  return true;
}

interface TakenFile {
  readonly sha256: string;
  readonly tries: number;
  readonly kind: FileKind;
}

function takeNext(deps: Deps): Promise<TakenFile | undefined> {
  const now = deps.now();
  const gone = now.subtract({ minutes: GONE_MINUTES });
  return inScope(deps, async (tx) => {
    const { rows } = await sql<TakenFile>`
      with next as (
        select r.province_id, r.sha256 from file_reading r
        where r.state = 'pending' and (r.claimed_at is null or r.claimed_at < ${gone.toString()}::timestamptz)
        limit 1 for update skip locked)
      update file_reading r set claimed_at = ${now.toString()}::timestamptz, tries = r.tries + 1
      from next join stored_file f on f.province_id = next.province_id and f.sha256 = next.sha256
      where r.province_id = next.province_id and r.sha256 = next.sha256
      returning r.sha256, r.tries, f.kind`.execute(tx);
    return rows[0];
  });
}

interface Content {
  readonly body: string;
  readonly blocks: readonly SourceBlock[];
  readonly facts: object;
  readonly isDraft: boolean;
  readonly fingerprint: readonly number[] | null;
  readonly bands: readonly number[] | null;
}

interface ReadOutcome {
  readonly state: ReadingState;
  readonly content?: Content;
}

async function readOne(
  files: FileStore,
  readDocument: ReadDocument,
  { sha256, kind }: TakenFile,
): Promise<ReadOutcome> {
  if (kind !== 'pdf' && kind !== 'docx' && kind !== 'xlsx') return { state: 'no-text' };
  const read = await readDocument({ bytes: await getFile(files, sha256), name: sha256 });
  if (!read.ok) return { state: STATES[read.refusals[0]?.code ?? ''] ?? 'damaged' };
  const lines = read.value.blocks.flatMap(linesOf);
  const body = lines.join('\n').normalize('NFC').replaceAll('\0', '').slice(0, MOST_LETTERS);
  if (body.trim() === '') return { state: 'no-text' };
  const fingerprint = takeFingerprint(body);
  return {
    state: 'read',
    content: {
      body,
      blocks: plain(read.value.blocks.slice(0, MOST_BLOCKS)),
      facts: plain(readDocumentFacts(lines)),
      isDraft: isDraftDocument(lines),
      fingerprint: fingerprint ?? null,
      bands: fingerprint === undefined ? null : listBands(fingerprint),
    },
  };
}

/** What it means for evidence that a file could not be read. */
const STATES: Readonly<Record<string, ReadingState>> = {
  'file-encrypted': 'encrypted',
  'pdf-scanned': 'no-text',
  'file-empty': 'no-text',
  'reading-too-long': 'too-long',
  'file-bomb': 'too-long',
  'file-too-large': 'too-long',
};

function linesOf(block: SourceBlock): readonly string[] {
  return block.type === 'paragraph'
    ? [block.text]
    : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
}

/** A zero letter, which a file may hold, is none the database can. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, held: unknown) =>
    typeof held === 'string' ? held.replaceAll('\0', '') : held,
  ) as T;
}
