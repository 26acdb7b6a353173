import { ORPCError } from '@orpc/client';
import { t } from './i18n/translate.ts';
import { askProof } from './proof.ts';

interface Refused {
  readonly code?: string;
  readonly message?: string;
}

/** Fetches a file and hands it to the browser to keep; what stands in the way is thrown like any failed call. */
export async function downloadFile(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) {
    const { code, message } = await readRefusal(answer);
    // A file that needs the password is fetched once that was given.
    if (code === 'reauthenticate' && (await askProof())) return downloadFile(address);
    throw new ORPCError('REFUSED', {
      status: answer.status,
      message: message ?? t('Máy chủ gặp lỗi ngoài dự kiến. Hãy thử lại sau ít phút.'),
    });
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameOf(answer);
  link.click();
  URL.revokeObjectURL(link.href);
}

async function readRefusal(answer: Response): Promise<Refused> {
  try {
    return (await answer.json()) as Refused;
  } catch {
    return {};
  }
}

function nameOf(answer: Response): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return name === undefined ? '' : decodeURIComponent(name);
}
