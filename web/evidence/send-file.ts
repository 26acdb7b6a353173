import { ORPCError } from '@orpc/client';
import { api, hasCode } from '../api.ts';
import { isNoLine, noteLine } from '../line.ts';
import { paths } from '../paths.ts';

export interface FileToSend {
  /** Made when the file was chosen: sent again under it, it goes on where it stopped. */
  readonly id: string;
  readonly file: File;
  readonly dueItemId: string;
  /** The document of which it is the next version. */
  readonly evidenceId?: string | undefined;
}

/** Small parts show progress and lose little where a line is cut. */
const PART = 256 * 1024;
const WAITS_MS = [1_000, 3_000, 8_000];

/**
 * Sends a file part by part and makes it evidence. A line that is cut is waited for a while, then what was sent is kept
 * on the server and the failure is thrown. `onSent` gets a share from 0 to 1.
 */
export async function sendFile(
  { id, file, dueItemId, evidenceId }: FileToSend,
  onSent: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const patiently = <T>(call: () => Promise<T>) => callPatiently(call, signal);
  const begin = () =>
    api.evidence.startUpload({
      id,
      dueItemId,
      name: file.name,
      size: file.size,
      ...(evidenceId === undefined ? {} : { evidenceId }),
    });
  let { received, finished } = await patiently(begin);
  while (finished === null && received < file.size) {
    onSent(received / file.size);
    const from = received;
    try {
      received = await patiently(() => sendPart(id, from, file.slice(from, from + PART), signal));
    } catch (error) {
      // What the server has of it is what counts.
      if (!hasCode(error, 'upload-offset')) throw error;
      ({ received, finished } = await patiently(() => api.evidence.getUpload({ uploadId: id })));
    }
  }
  onSent(1);
  if (finished === null) await patiently(() => api.evidence.finishUpload({ uploadId: id }));
}

async function sendPart(
  id: string,
  offset: number,
  part: Blob,
  signal: AbortSignal | undefined,
): Promise<number> {
  const answer = await fetch(paths.uploadPart(id, offset), {
    method: 'PUT',
    body: part,
    headers: { 'content-type': 'application/octet-stream' },
    ...(signal === undefined ? {} : { signal }),
  });
  const said = (await answer.json().catch(() => ({}))) as {
    readonly received?: number;
    readonly code?: string;
    readonly message?: string;
  };
  if (answer.ok && said.received !== undefined) return said.received;
  const refusals = said.code === undefined ? [] : [{ code: said.code, message: said.message ?? '' }];
  throw new ORPCError('REFUSED', { status: answer.status, message: said.message ?? '', data: { refusals } });
}

async function callPatiently<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await call();
    } catch (error) {
      if (signal?.aborted === true || !isNoLine(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  try {
    return await call();
  } catch (error) {
    if (signal?.aborted !== true && isNoLine(error)) noteLine(false);
    throw error;
  }
}
