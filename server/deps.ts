import { randomBytes } from 'node:crypto';
import type { Agency } from '#domain/agency/agency.ts';
import type { Db } from './db/executor.ts';

/** What the acts work with; the clock and the identifiers are arguments, so that tests can fix them. */
export interface Deps {
  readonly db: Db;
  readonly provinceId: string;
  readonly directory: readonly Agency[];
  readonly now: () => Temporal.Instant;
  readonly newId: () => string;
}

/** UUID version 7 (RFC 9562): ordered by time, so that new rows stand together in an index. */
export function uuidV7(now: Temporal.Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.epochMilliseconds, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Until there is sign-in, whoever sits at the machine. */
export const LOCAL_ACTOR = 'Người dùng tại máy này';
