import { listSentences } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';

/** A file the server did not take, with the sentences it gave. */
export class UploadRefused extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join(' '));
    this.sentences = sentences;
  }
}

/** Sends a document; only this older way of asking tells how much has gone out. `onSent` gets a share from 0 to 1. */
export function uploadFile(
  file: File,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const form = new FormData();
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', paths.imports());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onerror = () =>
      reject(new UploadRefused([t('Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.')]));
    request.onabort = () => reject(new UploadRefused([t('Đã dừng gửi tệp.')]));
    request.onload = () => {
      const answer = request.response as { importId?: string; message?: string; data?: unknown } | null;
      if (request.status === 200 && typeof answer?.importId === 'string') return resolve(answer.importId);
      const sentences = listSentences(answer?.data);
      reject(
        new UploadRefused(
          sentences.length > 0
            ? sentences
            : [answer?.message ?? t('Máy chủ gặp lỗi ngoài dự kiến. Hãy thử lại sau ít phút.')],
        ),
      );
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
