import type { z } from 'zod';
import { refusal } from '#domain/kernel/refusal.ts';
import type { Result } from '#domain/kernel/result.ts';
import { RefusedRequest } from './present-error.ts';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the address of a download says; one that says something else leads nowhere. */
export function parseAddress<T>(schema: z.ZodType<T>, said: unknown): T {
  const parsed = schema.safeParse(said);
  if (!parsed.success) throw new RefusedRequest(refusal('not-found', { what: 'địa chỉ này' }));
  return parsed.data;
}

/** What was asked for, or the refusal as the answer of a plain route. */
export function orRefuseFile<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RefusedRequest(result.refusals[0] ?? refusal('not-ready'));
}

/** The answer as a file to keep, with its Vietnamese name. */
export function attachFile<
  R extends { header: (name: string, value: string) => R; type: (kind: string) => R },
>(reply: R, name: string, kind: string): R {
  // RFC 6266: the second form carries Vietnamese letters.
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
  return reply
    .type(kind)
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
}
