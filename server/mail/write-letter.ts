import type { Letter } from './mailer.ts';

export interface LetterWords {
  readonly to: Letter['to'];
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, and where. */
  readonly link: { readonly words: string; readonly url: string };
  readonly closing: readonly string[];
}

/** One letter in both forms. The HTML has no image and no style from elsewhere, so nothing tells that it was read. */
export function writeLetter({ to, subject, paragraphs, link, closing }: LetterWords): Letter {
  const text = [...paragraphs, `${link.words}:\n${link.url}`, ...closing].join('\n\n');
  const spoken = (words: readonly string[]) => words.map((one) => `<p>${escapeHtml(one)}</p>`).join('\n');
  const html = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em">
${spoken(paragraphs)}
<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.words)}</a></p>
<p style="word-break: break-all">${escapeHtml(link.url)}</p>
${spoken(closing)}
</body></html>`;
  return { to, subject, text: `${text}\n`, html };
}

function escapeHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
