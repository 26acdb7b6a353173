import {
  type FileKind,
  type PictureSize,
  readPictureSize,
  sniffContent,
} from '#domain/evidence/sniff-content.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { detectKind } from '../plan/source/detect-kind.ts';
import { UnreadableFile } from '../plan/source/unreadable-file.ts';

export interface JudgedFile {
  readonly kind: FileKind;
  readonly picture: PictureSize | null;
}

/** Whether a file is taken, by its content alone; its name only serves to speak of it. */
export function judgeFile(bytes: Uint8Array, name: string): Result<JudgedFile> {
  if (bytes.length === 0) return refuse(refusal('evidence-empty', { file: name }));
  const sniffed = sniffContent(bytes);
  switch (sniffed) {
    case 'pdf':
    case 'heic':
      return accept({ kind: sniffed, picture: null });
    case 'png':
    case 'jpeg':
    case 'webp': {
      const picture = readPictureSize(bytes, sniffed);
      return picture === undefined
        ? refuse(refusal('file-damaged', { file: name }))
        : accept({ kind: sniffed, picture });
    }
    case 'archive':
    case 'ole':
      return judgeOffice(bytes, name);
    case 'unknown':
      return refuse(refusal('evidence-kind-unknown', { file: name }));
  }
}

/** Archives are opened as far as it takes to know them: macros, locks, bombs and old formats are found here. */
function judgeOffice(bytes: Uint8Array, name: string): Result<JudgedFile> {
  try {
    const { kind } = detectKind(bytes);
    if (kind === 'docx' || kind === 'xlsx') return accept({ kind, picture: null });
    return refuse(refusal('evidence-kind-unknown', { file: name }));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const code = error.code === 'file-kind-unknown' ? 'evidence-kind-unknown' : error.code;
    return refuse(refusal(code, { file: name, ...error.at }));
  }
}
