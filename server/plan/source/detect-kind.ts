import { decodeText } from './decode-text.ts';
import { isZip, readZip, type Zip, type ZipLimits } from './read-zip.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What a file is, judged by its content alone, with what was already opened to find out. */
export type DetectedFile =
  | { readonly kind: 'docx' | 'xlsx'; readonly zip: Zip; readonly main: string }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'text'; readonly text: string };

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Formats written as text that Word opens, and that people rename to .doc: RTF, HTML, Word 2003 XML, MHTML. */
const TEXT_BUT_NO_PLAN = /^\s*(?:\{\\rtf|<!doctype|<html|<\?xml|<head|<meta|<table|<style|MIME-Version:)/i;
const WORD_MAIN =
  /PartName="([^"]+)"[^>]*wordprocessingml\.(?:document|template)\.main\+xml|wordprocessingml\.(?:document|template)\.main\+xml"[^>]*PartName="([^"]+)"/;
const SHEET_MAIN =
  /PartName="([^"]+)"[^>]*spreadsheetml\.(?:sheet|template)\.main\+xml|spreadsheetml\.(?:sheet|template)\.main\+xml"[^>]*PartName="([^"]+)"/;

export function detectKind(bytes: Uint8Array, limits?: ZipLimits): DetectedFile {
  if (bytes.length === 0) throw new UnreadableFile('file-empty');
  if (isZip(bytes)) return detectPackage(readZip(bytes, limits));
  if (OLE2.every((byte, at) => bytes[at] === byte)) {
    throw new UnreadableFile(hasWideName(bytes, 'EncryptedPackage') ? 'file-encrypted' : 'file-old-format');
  }
  if (hasPdfMark(bytes)) return { kind: 'pdf' };
  const text = decodeText(bytes);
  if (text === undefined || TEXT_BUT_NO_PLAN.test(text.slice(0, 400)))
    throw new UnreadableFile('file-kind-unknown');
  if (text.trim() === '') throw new UnreadableFile('file-empty');
  return { kind: 'text', text };
}

function detectPackage(zip: Zip): DetectedFile {
  const part = zip.find('[Content_Types].xml');
  const types = part === undefined ? '' : new TextDecoder().decode(part);
  if (/macroEnabled/i.test(types) || zip.names.some((name) => name.endsWith('vbaproject.bin'))) {
    throw new UnreadableFile('file-macro');
  }
  const word = WORD_MAIN.exec(types);
  if (word !== null || zip.has('word/document.xml')) {
    return { kind: 'docx', zip, main: word?.[1] ?? word?.[2] ?? 'word/document.xml' };
  }
  const sheet = SHEET_MAIN.exec(types);
  if (sheet !== null || zip.has('xl/workbook.xml')) {
    return { kind: 'xlsx', zip, main: sheet?.[1] ?? sheet?.[2] ?? 'xl/workbook.xml' };
  }
  throw new UnreadableFile('file-kind-unknown');
}

/** Readers accept bytes before the mark within the first kilobyte (ISO 32000-1, annex H.3.4.1). */
function hasPdfMark(bytes: Uint8Array): boolean {
  const last = Math.min(bytes.length - PDF.length, 1024);
  for (let at = 0; at <= last; at += 1) {
    if (PDF.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

/** Stream names of an OLE2 file stand in UTF-16LE in its directory. */
function hasWideName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}
