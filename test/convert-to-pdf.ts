import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ensureLibreOffice } from '../tools/libreoffice.ts';

export interface PdfPage {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** The words of the page in the order they stand, spaces made one. */
  readonly text: string;
}

/** What LibreOffice makes of a Word file: its bytes as PDF, and each page of it. */
export async function convertToPdf(
  docx: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly pages: readonly PdfPage[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-pdf-'));
  try {
    writeFileSync(path.join(folder, 'letter.docx'), docx);
    const ran = spawnSync(
      ensureLibreOffice(),
      [
        // A profile of its own, so that two conversions at once do not wait for each other.
        `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path.join(folder, 'letter.docx'),
      ],
      { encoding: 'utf8', timeout: 100_000 },
    );
    if (ran.status !== 0) throw new Error(`LibreOffice did not open the letter: ${ran.stderr}${ran.stdout}`);
    const bytes = new Uint8Array(readFileSync(path.join(folder, 'letter.pdf')));
    return { bytes, pages: await readPages(bytes) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
      .join('')
      .replace(/\s+/g, ' ')
      .normalize('NFC');
    pages.push({ width: (width * 25.4) / 72, height: (height * 25.4) / 72, text });
  }
  await document.destroy();
  return pages;
}
