import type { Upload } from '#contract/evidence.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../deps.ts';
import { type FileStore, keyOfPart } from './file-store.ts';
import { presentUpload } from './start-upload.ts';
import { addPart, lockUpload } from './upload.store.ts';

/**
 * Keeps the next part of a file. One that had arrived before its answer was lost is not kept twice; one that leaves a
 * hole is refused with where to go on.
 */
export function receivePart(
  deps: Deps,
  files: FileStore,
  {
    uploadId,
    offset,
    bytes,
  }: { readonly uploadId: string; readonly offset: number; readonly bytes: Uint8Array },
): Promise<Result<Upload>> {
  return inScope(deps, async (tx) => {
    const held = await lockUpload(tx, uploadId);
    if (held === undefined) return refuse(refusal('not-found', { what: 'lượt gửi tệp này' }));
    if (offset + bytes.length <= held.received) return accept(presentUpload(held));
    if (offset !== held.received || held.received + bytes.length > held.size)
      return refuse(refusal('upload-offset', { file: held.name, received: held.received }));
    await files.write(keyOfPart(uploadId, held.parts), bytes);
    await addPart(tx, uploadId, { length: bytes.length, at: deps.now().toString() });
    return accept(presentUpload({ ...held, received: held.received + bytes.length }));
  });
}
