import type { FastifyError } from 'fastify';
import { REFUSALS, type Refusal, refusal, refusalSentence } from '#domain/kernel/refusal.ts';
import { findTrouble, UNEXPECTED } from './find-trouble.ts';

export interface PresentedError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** An error with the refusal it stands for. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;
  constructor(why: Refusal) {
    super(why.code);
    this.refusal = why;
  }
}

export function presentRefusal(why: Refusal): PresentedError {
  return { status: REFUSALS[why.code].status, code: why.code, message: refusalSentence(why) };
}

/** What a client is told of an error: the refusal it stands for, or that something unexpected happened; never its insides. */
export function presentError(error: unknown): PresentedError {
  const { refusal: why, code, statusCode = 500 } = error as Partial<RefusedRequest> & Partial<FastifyError>;
  if (why !== undefined) return presentRefusal(why);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return presentRefusal(refusal('file-too-large', { file: 'gửi lên', limit: 25 }));
  const trouble = findTrouble(error);
  if (trouble !== undefined) return presentRefusal(trouble);
  if (statusCode < 500) {
    const at = { place: 'yêu cầu', problem: 'không đúng định dạng' };
    return { ...presentRefusal(refusal('input-invalid', at)), status: statusCode };
  }
  return { status: 500, code: 'unexpected', message: UNEXPECTED };
}
