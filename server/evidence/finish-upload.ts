import { createHash } from 'node:crypto';
import type { Upload } from '#contract/evidence.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../db/executor.ts';
import { actorId, actorName, type Deps, inScope } from '../deps.ts';
import { decideAttach } from './decide-attach.ts';
import {
  findEvidence,
  hasClaimOfFile,
  insertClaim,
  insertEvidence,
  insertVersion,
  keepStoredFile,
  updateVersion,
} from './evidence.store.ts';
import type { EvidenceParts } from './evidence-parts.ts';
import { type FileStore, keyOfFile, keyOfPart } from './file-store.ts';
import { judgeFile } from './judge-file.ts';
import { refoldEvidence } from './refold-evidence.ts';
import { presentUpload } from './start-upload.ts';
import { finishUploadRecord, lockUpload, removeUpload, type UploadRecord } from './upload.store.ts';

/**
 * Makes a whole file evidence: judged by its content, kept once, shown for its item. Asked again after a lost answer it
 * says what it became. A file that is refused leaves nothing behind.
 */
export async function finishUpload(
  deps: Deps,
  { files, reader }: EvidenceParts,
  uploadId: string,
): Promise<Result<Upload>> {
  let done: UploadRecord | undefined;
  const finished = await inScope(deps, async (tx) => {
    const held = await lockUpload(tx, uploadId);
    if (held === undefined) return refuse(refusal('not-found', { what: 'lượt gửi tệp này' }));
    if (held.finished_evidence_id !== null) return accept(presentUpload(held));
    if (held.received < held.size)
      return refuse(
        refusal('upload-incomplete', { file: held.name, received: held.received, size: held.size }),
      );
    done = held;
    const made = await makeEvidence(tx, deps, files, held);
    if (!made.ok) await removeUpload(tx, uploadId);
    return made;
  });
  // What is kept as evidence no longer needs its parts; what was refused does not either.
  if (done !== undefined) await removeParts(files, done);
  if (finished.ok) reader.wake();
  return finished;
}

async function makeEvidence(
  tx: Tx,
  deps: Deps,
  files: FileStore,
  held: UploadRecord,
): Promise<Result<Upload>> {
  const bytes = await joinParts(files, held);
  const judged = judgeFile(bytes, held.name);
  if (!judged.ok) return judged;
  const allowed = await decideAttach(tx, deps, { dueItemId: held.due_item_id, evidenceId: held.evidence_id });
  if (!allowed.ok) return allowed;
  const { deps: by, item } = allowed.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const at = deps.now().toString();
  const before = held.evidence_id === null ? undefined : await findEvidence(tx, held.evidence_id);
  if (before?.sha256 === sha256) return refuse(refusal('evidence-same-version', { file: held.name }));
  if (before === undefined && (await hasClaimOfFile(tx, item.id, sha256)))
    return refuse(refusal('evidence-claimed-already', { file: held.name }));
  await files.write(keyOfFile(sha256), bytes);
  await keepStoredFile(tx, deps.provinceId, { sha256, size: bytes.length, ...judged.value, at });
  const evidenceId = before?.id ?? deps.newId();
  const version = (before?.version ?? 0) + 1;
  const file = { evidenceId, version, sha256, name: held.name, at };
  if (before === undefined)
    await insertEvidence(tx, deps.provinceId, { ...file, agencyId: item.agency_id, authorId: actorId(by) });
  else await updateVersion(tx, file);
  const who = { personId: actorId(by), actor: actorName(by) };
  await insertVersion(tx, deps.provinceId, { ...file, ...who });
  if (before === undefined)
    await insertClaim(tx, deps.provinceId, { id: deps.newId(), evidenceId, dueItemId: item.id, at, ...who });
  await refoldEvidence(tx, deps, [evidenceId]);
  await finishUploadRecord(tx, held.id, { evidenceId, version });
  await appendAudit(tx, by, {
    act: before === undefined ? 'evidence.attach' : 'evidence.replace',
    subject: { kind: 'evidence', id: evidenceId, words: held.name },
    after: { file: held.name, sha256, version, dueItemId: item.id },
  });
  return accept(presentUpload({ ...held, finished_evidence_id: evidenceId, finished_version: version }));
}

async function joinParts(files: FileStore, { id, parts, size }: UploadRecord): Promise<Uint8Array> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (let part = 0; part < parts; part += 1) {
    const bytes = await files.find(keyOfPart(id, part));
    if (bytes === undefined) throw new Error(`part ${part} of the upload ${id} is gone`);
    whole.set(bytes, at);
    at += bytes.length;
  }
  if (at !== size) throw new Error(`the parts of the upload ${id} have ${at} of ${size} bytes`);
  return whole;
}

export async function removeParts(files: FileStore, { id, parts }: UploadRecord): Promise<void> {
  for (let part = 0; part < parts; part += 1) await files.remove(keyOfPart(id, part));
}
