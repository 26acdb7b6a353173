import { createHash } from 'node:crypto';
import { accept, type Result } from '#domain/kernel/result.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { actorId, type Deps, inScope } from '../deps.ts';
import { namePlan } from './audit-values.ts';
import {
  findImportOfFile,
  findPlanOfDocument,
  findSourceFile,
  insertImport,
  insertSourceFile,
} from './import.store.ts';
import { detectKind } from './source/detect-kind.ts';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadFile = (file: IncomingFile, asOf: string) => Promise<Result<PlanReading>>;

/** Reads a document and keeps it with its reading as a draft; the very same bytes are read and kept once. */
export async function createImport(
  deps: Deps,
  readFile: ReadFile,
  file: IncomingFile,
): Promise<Result<{ importId: string }>> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const known = await inScope(deps, async (tx) => {
    const held = await findSourceFile(tx, sha256);
    return held === undefined ? undefined : await findImportOfFile(tx, held.id);
  });
  if (known !== undefined) return accept({ importId: known.id });
  const recordedAt = deps.now().toString();
  const reading = await readFile(file, recordedAt.slice(0, 10));
  if (!reading.ok) return reading;
  const importId = deps.newId();
  await inScope(deps, async (tx) => {
    const held = await findSourceFile(tx, sha256);
    const sourceFileId = held?.id ?? deps.newId();
    if (held === undefined)
      await insertSourceFile(tx, deps.provinceId, {
        id: sourceFileId,
        sha256,
        name: file.name,
        kind: detectKind(file.bytes).kind,
        bytes: file.bytes,
        recordedAt,
      });
    const replaced = await findPlanOfDocument(tx, reading.value.plan);
    await insertImport(tx, deps.provinceId, {
      id: importId,
      sourceFileId,
      reading: reading.value,
      replacesPlanId: replaced?.id ?? null,
      authorId: actorId(deps),
      recordedAt,
    });
    await appendAudit(tx, deps, {
      act: 'import.create',
      subject: { kind: 'import', id: importId, words: namePlan(reading.value.plan) },
      after: { file: file.name, sha256, rows: reading.value.rows.length },
    });
  });
  return accept({ importId });
}
