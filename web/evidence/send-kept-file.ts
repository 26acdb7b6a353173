import { t } from '../i18n/translate.ts';
import { findKeptFile } from '../kept.ts';
import type { Send } from '../task/offline/held-outbox.ts';
import { answerOf } from '../task/offline/send-work.ts';
import { sendFile } from './send-file.ts';

/** A file as it waits in the outbox; its bytes stand apart, under the identifier of the entry. */
export interface KeptFileInput {
  readonly name: string;
  readonly dueItemId: string;
  readonly evidenceId?: string | undefined;
}

/** Sends a file that was chosen without a line, or goes on with one whose line was cut. */
export const sendKeptFile: Send = async ({ id, payload }, personId) => {
  const { name, dueItemId, evidenceId } = payload.input as KeptFileInput;
  const file = await findKeptFile(personId, id);
  if (file === undefined)
    return {
      kind: 'refused',
      sentences: [t('Trình duyệt không còn giữ tệp "{name}". Hãy chọn lại tệp.', { name })],
    };
  return await answerOf(() => sendFile({ id, file, dueItemId, evidenceId }));
};
