import { sendKeptFile } from './evidence/send-kept-file.ts';
import type { Senders } from './task/offline/held-outbox.ts';
import { sendComment } from './task/offline/send-comment.ts';
import { sendWork } from './task/offline/send-work.ts';

/** Who sends what waits in the outbox, by its kind. */
export const SENDERS: Senders = { work: sendWork, comment: sendComment, evidence: sendKeptFile };
