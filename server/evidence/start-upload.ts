import type { Upload } from '#contract/evidence.ts';
import { keepFileName } from '#domain/evidence/file-name.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { actorId, type Deps, inScope } from '../deps.ts';
import { decideAttach } from './decide-attach.ts';
import { type EvidenceParts, PART_BYTES } from './evidence-parts.ts';
import { insertUpload, lockUpload, type UploadRecord } from './upload.store.ts';

export interface UploadInput {
  readonly id: string;
  readonly dueItemId: string;
  readonly evidenceId?: string | undefined;
  readonly name: string;
  readonly size: number;
}

/** Begins to take a file, or says how much of it is there: the same identifier goes on where it stopped. */
export function startUpload(
  deps: Deps,
  { mostMegabytes }: Pick<EvidenceParts, 'mostMegabytes'>,
  input: UploadInput,
): Promise<Result<Upload>> {
  const name = keepFileName(input.name);
  return inScope(deps, async (tx) => {
    const held = await lockUpload(tx, input.id);
    if (held !== undefined)
      return held.size === input.size && held.name === name && held.due_item_id === input.dueItemId
        ? accept(presentUpload(held))
        : refuse(refusal('upload-other'));
    if (input.size === 0) return refuse(refusal('evidence-empty', { file: name }));
    if (input.size > mostMegabytes * 1024 * 1024)
      return refuse(refusal('evidence-too-large', { file: name, limit: mostMegabytes }));
    const allowed = await decideAttach(tx, deps, input);
    if (!allowed.ok) return allowed;
    await insertUpload(tx, deps.provinceId, {
      id: input.id,
      personId: actorId(deps),
      agencyId: allowed.value.item.agency_id,
      dueItemId: input.dueItemId,
      evidenceId: input.evidenceId ?? null,
      name,
      size: input.size,
      at: deps.now().toString(),
    });
    return accept({ received: 0, size: input.size, partBytes: PART_BYTES, finished: null });
  });
}

export function getUpload(deps: Deps, uploadId: string): Promise<Result<Upload>> {
  return inScope(deps, async (tx) => {
    const held = await lockUpload(tx, uploadId);
    return held === undefined
      ? refuse(refusal('not-found', { what: 'lượt gửi tệp này' }))
      : accept(presentUpload(held));
  });
}

export function presentUpload(held: UploadRecord): Upload {
  return {
    received: held.received,
    size: held.size,
    partBytes: PART_BYTES,
    finished:
      held.finished_evidence_id === null
        ? null
        : { evidenceId: held.finished_evidence_id, version: held.finished_version ?? 1 },
  };
}
