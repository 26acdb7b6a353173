import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { parseText } from '#domain/plan/document/parse-text.ts';
import type { SourceDocument } from '#domain/plan/document/source.ts';
import { detectKind } from './detect-kind.ts';
import { readDocx } from './read-docx.ts';
import { readXlsx } from './read-xlsx.ts';
import { UnreadableFile } from './unreadable-file.ts';

export const MAX_FILE_MB = 25;

/** The document in a file, whatever its name says it is. The name only serves to speak of the file. */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  limit: number = MAX_FILE_MB,
): Promise<Result<SourceDocument>> {
  try {
    if (bytes.length > limit * 1024 * 1024) throw new UnreadableFile('file-too-large', { limit });
    return accept(await readDetected(bytes));
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(refusal(error.code, { file: fileName, ...error.at }));
    throw error;
  }
}

async function readDetected(bytes: Uint8Array): Promise<SourceDocument> {
  const file = detectKind(bytes);
  switch (file.kind) {
    case 'docx':
      return readDocx(file.zip, file.main);
    case 'xlsx':
      return readXlsx(file.zip, file.main);
    case 'pdf': {
      // pdf.js is large; only a PDF loads it.
      const { readPdf } = await import('./read-pdf.ts');
      return await readPdf(bytes);
    }
    case 'text':
      return parseText(file.text);
  }
}
