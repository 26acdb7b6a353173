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

/** What LibreOffice makes of a Word file. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: readonly PdfPage[];
  /**
   * All its words, spaces made one. Where no font of the machine holds every Vietnamese letter, a page draws those it
   * lacks after the others; these words do not depend on fonts.
   */
  readonly text: string;
}

export async function convertToPdf(docx: Uint8Array): Promise<Printed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-pdf-'));
  try {
    writeFileSync(path.join(folder, 'letter.docx'), docx);
    const convert = (to: string) => {
      const ran = spawnSync(
        ensureLibreOffice(),
        [
          // A profile of its own, so that two conversions at once do not wait for each other.
          `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          folder,
          path.join(folder, 'letter.docx'),
        ],
        { encoding: 'utf8', timeout: 100_000 },
      );
      if (ran.status !== 0)
        throw new Error(`LibreOffice did not open the letter: ${ran.stderr}${ran.stdout}`);
    };
    convert('pdf');
    convert('txt:Text (encoded):UTF8');
    const pdf = new Uint8Array(readFileSync(path.join(folder, 'letter.pdf')));
    const text = readFileSync(path.join(folder, 'letter.txt'), 'utf8');
    return { pdf, pages: await readPages(pdf), text: oneSpaced(text.replace('\u{feff}', '')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

async function readPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
    pages.push({ width: (width * 25.4) / 72, height: (height * 25.4) / 72, text: oneSpaced(text) });
  }
  await document.destroy();
  return pages;
}
