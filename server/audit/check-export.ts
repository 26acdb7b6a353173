import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { AuditEntry, PlainValue } from '#domain/audit/audit-entry.ts';
import type { AuditRoot } from '#domain/audit/audit-root.ts';
import { canonicalJson, hashOfEntry } from '#domain/audit/canonical.ts';
import type { ChainBreak } from '#domain/audit/chain-break.ts';
import { type ChainFault, explainBreak } from '#domain/audit/explain-break.ts';
import { beginCheck, type ChainCheck, endCheck, followEntry } from '#domain/audit/verify-chain.ts';
import { type CheckSignature, readPublicKeys, signatureChecker } from './audit-key.ts';
import type { AuditCheck } from './check-audit.ts';
import { EXPORT_FORMAT } from './export-lines.ts';
import { sha256 } from './sha256.ts';

export interface ExportCheck extends AuditCheck {
  readonly province: string;
  /** Of some entries only: each was checked by itself, but nobody can tell from it what is missing. */
  readonly filtered: boolean;
  /** What is wrong with the file rather than with an entry. */
  readonly fileFault: string | undefined;
}

const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const Words = z.string().nullable();
const Header = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(1),
  province: z.strictObject({ id: z.uuid(), code: z.string(), name: z.string() }),
  exportedAt: z.string(),
  head: z.strictObject({ seq: z.number(), hash: Hex }).nullable(),
  filter: z.record(z.string(), z.unknown()).nullable(),
  publicKey: Words,
});
const Root = z.strictObject({
  kind: z.literal('root'),
  provinceId: z.string(),
  day: z.iso.date(),
  firstSeq: z.number(),
  lastSeq: z.number(),
  count: z.number(),
  lastHash: z.string(),
  previousRoot: z.string(),
  root: z.string(),
  keyId: z.string(),
  signature: z.string(),
});
const Entry = z.strictObject({
  kind: z.literal('entry'),
  provinceId: z.string(),
  seq: z.number().int(),
  id: z.string(),
  occurredAt: Instant,
  recordedAt: Instant,
  personId: Words,
  personName: z.string(),
  agencyId: Words,
  agencyName: Words,
  postId: Words,
  postTitle: Words,
  role: Words,
  onBehalfOf: Words,
  onBehalfOfName: Words,
  session: Words,
  address: Words,
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  subjectWords: z.string(),
  before: z.custom<PlainValue>(),
  after: z.custom<PlainValue>(),
  reason: Words,
  previousHash: z.string(),
  hash: z.string(),
});
const Seal = z.strictObject({ kind: z.literal('seal'), digest: Hex, keyId: Words, signature: Words });
const Line = z.discriminatedUnion('kind', [Header, Root, Entry, Seal]);

/** Stops the reading of a file that is not, or no longer, what was exported. */
class FileFault extends Error {}

/** What was read of a file so far. */
interface Reading {
  readonly publicKeys: string | undefined;
  readonly digest: Hash;
  header: z.infer<typeof Header> | undefined;
  checkSignature: CheckSignature | undefined;
  readonly roots: AuditRoot[];
  /** Of a whole export: how far its chain was followed. */
  chain: ChainCheck | undefined;
  /** Of a filtered one: entries seen, and the first whose hash is not its own. */
  count: number;
  alone: ChainFault | undefined;
  seal: z.infer<typeof Seal> | undefined;
}

/**
 * Checks an exported file by itself, without any database. The public keys are those given, else the one the file
 * brings along, which proves only that the file agrees with itself.
 */
export async function checkExport(file: string, publicKeys: string | undefined): Promise<ExportCheck> {
  const found: Reading = {
    publicKeys,
    digest: createHash('sha256'),
    header: undefined,
    checkSignature: undefined,
    roots: [],
    chain: undefined,
    count: 0,
    alone: undefined,
    seal: undefined,
  };
  const fileFault = await readWhole(file, found);
  const filtered = found.header !== undefined && found.header.filter !== null;
  const chain = found.chain ?? beginFile(found);
  // A file that breaks off is told as that, not as a chain whose tail was cut.
  const { broken, ...ended } = filtered || fileFault !== undefined ? chain : endCheck(chain);
  return {
    province: found.header?.province.name ?? '',
    filtered,
    count: filtered ? found.count : ended.count,
    sealedDays: ended.sealed,
    lastSealedDay: found.roots[ended.sealed - 1]?.day ?? null,
    signaturesChecked: found.checkSignature !== undefined,
    fault: found.alone ?? (broken === undefined ? undefined : await explain(file, broken)),
    fileFault,
  };
}

/** Reads every line; answers with what is wrong with the file itself. */
async function readWhole(file: string, found: Reading): Promise<string | undefined> {
  try {
    let number = 0;
    for await (const text of readLines(file)) takeLine(found, text, ++number);
    checkSeal(found);
    return undefined;
  } catch (error) {
    if (error instanceof FileFault) return error.message;
    throw error;
  }
}

function takeLine(found: Reading, text: string, number: number): void {
  const line = readLine(text, number);
  if (found.seal !== undefined) throw new FileFault(`có thêm dòng ${number} sau con dấu cuối tệp`);
  if ((found.header === undefined) !== (line.kind === 'header') || (line.kind === 'root' && found.chain))
    throw new FileFault(`dòng ${number} của tệp không đứng đúng chỗ`);
  if (line.kind === 'seal') {
    found.seal = line;
    return;
  }
  found.digest.update(`${text}\n`);
  if (line.kind === 'header') {
    found.header = line;
    const keys = readPublicKeys(found.publicKeys ?? line.publicKey ?? '');
    found.checkSignature = keys.size === 0 ? undefined : signatureChecker(keys);
    return;
  }
  const { kind: _kind, ...content } = line;
  if (content.provinceId !== found.header?.province.id)
    throw new FileFault(`dòng ${number} của tệp thuộc tỉnh khác`);
  if (line.kind === 'root') found.roots.push(content as AuditRoot);
  else takeEntry(found, content as AuditEntry);
}

function takeEntry(found: Reading, entry: AuditEntry): void {
  if (found.header?.filter === null) {
    found.chain = followEntry(found.chain ?? beginFile(found), entry);
    return;
  }
  found.count++;
  if (found.alone === undefined && hashOfEntry(entry, sha256) !== entry.hash)
    found.alone = { kind: 'altered', seq: entry.seq, entry };
}

function beginFile({ header, roots, checkSignature }: Reading): ChainCheck {
  return beginCheck({
    head: header?.head ?? null,
    roots,
    hash: sha256,
    isSigned: ({ root, keyId, signature }) => checkSignature?.({ text: root, keyId, signature }) !== false,
  });
}

function checkSeal({ header, seal, digest, checkSignature, publicKeys }: Reading): void {
  if (header === undefined) throw new FileFault('tệp rỗng');
  if (seal === undefined) throw new FileFault('tệp bị cắt: không có con dấu cuối tệp');
  if (digest.digest('hex') !== seal.digest)
    throw new FileFault('nội dung tệp không khớp với con dấu cuối tệp');
  const { keyId, signature } = seal;
  if (keyId === null || signature === null) {
    if (header.publicKey !== null || publicKeys !== undefined)
      throw new FileFault('con dấu cuối tệp không có chữ ký');
    return;
  }
  if (checkSignature?.({ text: seal.digest, keyId, signature }) !== true)
    throw new FileFault('chữ ký của con dấu cuối tệp không đúng với khóa');
}

function readLine(text: string, number: number): z.infer<typeof Line> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FileFault(`dòng ${number} của tệp không đọc được`);
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success || canonicalJson(value as PlainValue) !== text)
    throw new FileFault(`dòng ${number} của tệp không đúng dạng đã xuất`);
  return parsed.data;
}

/** Lines that end in a line feed and nothing else; bytes that are no UTF-8 and a last line without its end are faults. */
async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of createReadStream(file)) {
    try {
      rest += decoder.decode(chunk as Buffer, { stream: true });
    } catch {
      throw new FileFault('tệp có chỗ không phải chữ UTF-8');
    }
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new FileFault('tệp bị cắt giữa dòng');
}

/** The file is read once more: what else it holds is asked for only where it is broken. */
async function explain(file: string, broken: ChainBreak): Promise<ChainFault> {
  if (broken.at !== 'entry')
    return explainBreak(broken, { seqOfHash: () => undefined, holdsSeq: () => false }, sha256);
  let linkedTo: number | undefined;
  let held = false;
  try {
    let number = 0;
    for await (const text of readLines(file)) {
      const line = readLine(text, ++number);
      if (line.kind !== 'entry') continue;
      if (line.hash === broken.entry.previousHash) linkedTo = line.seq;
      held ||= line.seq === broken.expectedSeq;
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
  }
  return explainBreak(broken, { seqOfHash: () => linkedTo, holdsSeq: () => held }, sha256);
}
