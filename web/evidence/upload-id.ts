import { newId } from '../new-id.ts';

export interface ChosenFile {
  readonly personId: string;
  readonly dueItemId: string;
  readonly evidenceId?: string | undefined;
  readonly file: Pick<File, 'name' | 'size' | 'lastModified'>;
}

function keyOf({ personId, dueItemId, evidenceId = '', file }: ChosenFile): string {
  return `don-doc.upload ${personId} ${dueItemId} ${evidenceId} ${file.size} ${file.lastModified} ${file.name}`;
}

/**
 * The identifier a file is sent under: the one it had when it was chosen before and did not arrive, so that after the
 * browser was closed in the midst it goes on where it stopped.
 */
export function findUploadId(chosen: ChosenFile): string {
  const id = newId();
  try {
    const held = localStorage.getItem(keyOf(chosen));
    if (held !== null) return held;
    localStorage.setItem(keyOf(chosen), id);
  } catch {
    // A browser that keeps nothing sends from the beginning.
  }
  return id;
}

export function forgetUploadId(chosen: ChosenFile): void {
  try {
    localStorage.removeItem(keyOf(chosen));
  } catch {
    // Nothing was kept.
  }
}
