import { type Refusal, refusal } from '#domain/kernel/refusal.ts';
import type { Outbox } from './outbox.ts';

/** What browsers let a page keep is not endless, and an old PC has little: enough for scanned papers of a week. */
export const LARGEST_KEPT_FILE = 50 * 1024 * 1024;
export const LARGEST_OUTBOX = 200 * 1024 * 1024;

/** Why a file chosen without a line cannot be kept until it returns; undefined where it can. */
export function findKeepFault<P>(
  outbox: Outbox<P>,
  file: { readonly name: string; readonly bytes: number },
): Refusal | undefined {
  if (file.bytes > LARGEST_KEPT_FILE)
    return refusal('outbox-file-large', { file: file.name, mb: LARGEST_KEPT_FILE / 1024 / 1024 });
  const held = outbox.reduce((sum, { bytes }) => sum + bytes, 0);
  if (held + file.bytes > LARGEST_OUTBOX)
    return refusal('outbox-full', { file: file.name, mb: LARGEST_OUTBOX / 1024 / 1024 });
  return undefined;
}
