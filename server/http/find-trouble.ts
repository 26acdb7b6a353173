import { type Refusal, refusal } from '#domain/kernel/refusal.ts';

// PostgreSQL's classes 08 (connection) and 57P (stopping, starting) and what the sockets beneath say.
const AWAY = /^(08\w{3}|57P0\d|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const FULL = /^(53100|ENOSPC)$/;
// The driver has no code for a connection that broke or could not be had in time.
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

// A character the database cannot keep in a text: only U+0000, which no keyboard types.
const UNKEEPABLE = /^(22021|22P05)$/;

/** The refusal for a trouble beneath the product that passes or can be mended: no database just now, no space left, a text no table takes. */
export function findTrouble(error: unknown): Refusal | undefined {
  const { code, message, cause } = (error ?? {}) as { code?: unknown; message?: unknown; cause?: unknown };
  if (typeof code === 'string' && FULL.test(code)) return refusal('storage-full');
  if (typeof code === 'string' && UNKEEPABLE.test(code))
    return refusal('input-invalid', { place: 'yêu cầu', problem: 'có ký tự không lưu được (U+0000)' });
  if (typeof code === 'string' && AWAY.test(code)) return refusal('not-ready');
  if (typeof message === 'string' && BROKEN.test(message)) return refusal('not-ready');
  return cause === undefined ? undefined : findTrouble(cause);
}

export const UNEXPECTED =
  'Có lỗi ngoài dự kiến. Hãy thử lại; nếu còn lỗi, gửi mã yêu cầu cho người quản trị.';
