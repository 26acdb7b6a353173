import { type Refusal, type RefusalCode, refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { CannotStart } from '../cannot-start.ts';

/** Leaves the midst of streams with a refusal; `settle` makes a value of it at the edge. */
export class BackupRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, at: Refusal['at']) {
    super(code);
    this.refusal = refusal(code, at);
  }
}

const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|57P0|08|28|3D000)/;
const LOST = /Connection terminated|timeout expired/i;

/** The value, or the refusal for which the work was left; a database that is full or away is one as well. */
export async function settle<T>(file: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await work());
  } catch (error) {
    if (error instanceof BackupRefused) return refuse(error.refusal);
    if (error instanceof CannotStart) throw error;
    const { code = '', message = '' } = error as { code?: string; message?: string };
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100')
      return refuse(refusal('backup-disk-full', { file }));
    if (UNREACHABLE.test(code) || LOST.test(message))
      return refuse(refusal('database-unreachable', { problem: message === '' ? code : message }));
    throw error;
  }
}
