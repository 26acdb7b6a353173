import { createHash } from 'node:crypto';

/** What links the entries of the audit. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
