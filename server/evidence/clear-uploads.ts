import { type Deps, inScope } from '../deps.ts';
import type { FileStore } from './file-store.ts';
import { removeParts } from './finish-upload.ts';
import { listAbandoned, removeUpload } from './upload.store.ts';

/** How long a file on its way waits for the rest of it. */
const KEPT_DAYS = 7;

/** Clears away uploads nobody went on with; evidence is never touched. Answers with how many. */
export function clearUploads(deps: Deps, files: FileStore): Promise<number> {
  const before = deps.now().subtract({ hours: KEPT_DAYS * 24 });
  return inScope(deps, async (tx) => {
    const abandoned = await listAbandoned(tx, before.toString());
    for (const upload of abandoned) {
      if (upload.finished_evidence_id === null) await removeParts(files, upload);
      await removeUpload(tx, upload.id);
    }
    return abandoned.length;
  });
}
