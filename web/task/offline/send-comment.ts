import { api } from '../../api.ts';
import type { Send } from './held-outbox.ts';
import { answerOf } from './send-work.ts';

export type CommentInput = Omit<Parameters<typeof api.work.comment>[0], 'id'>;

/** Sends what is said of a task; the server keeps one identifier once. */
export const sendComment: Send = ({ id, payload }) =>
  answerOf(() => api.work.comment({ ...(payload.input as CommentInput), id }));
