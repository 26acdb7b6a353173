import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from './read-source.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const read = await readSource(bytes, 'kế hoạch.docx');
  return read.ok ? 'read' : (read.refusals[0]?.code ?? '');
}

function pack(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const types = (type: string) =>
  `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
const ole2 = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

describe('a file that is no plan is refused for what it is', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['a text of blanks', strToU8(' \r\n\t\n'), 'file-empty'],
    [
      'a picture',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 3]),
      'file-kind-unknown',
    ],
    ['RTF called .doc', strToU8('{\\rtf1\\ansi Kế hoạch}'), 'file-kind-unknown'],
    ['a web page called .doc', strToU8('\n<!DOCTYPE html><html><table></table></html>'), 'file-kind-unknown'],
    ['Word 2003 XML', strToU8('<?xml version="1.0"?><w:wordDocument/>'), 'file-kind-unknown'],
    ['an old .doc', ole2('WordDocument'), 'file-old-format'],
    ['a .docx with a password', ole2('EncryptedPackage'), 'file-encrypted'],
    ['a zip of something else', pack({ 'readme.txt': 'xin chào' }), 'file-kind-unknown'],
    [
      'a .docm',
      pack({
        [CONTENT_TYPES]: types('application/vnd.ms-word.document.macroEnabled.main+xml'),
        'word/document.xml': '',
      }),
      'file-macro',
    ],
    [
      'a .docx hiding macros',
      pack({ [CONTENT_TYPES]: types(WORD), 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
      'file-macro',
    ],
    [
      'a .docx that ends in mid-word',
      pack({ [CONTENT_TYPES]: types(WORD), 'word/document.xml': '<w:document><w:body><w:p>' }),
      'file-damaged',
    ],
    [
      'XML with a document type',
      pack({ [CONTENT_TYPES]: types(WORD), 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'file-damaged',
    ],
    ['a PDF of rubbish', strToU8('%PDF-1.7\nrubbish'), 'file-damaged'],
    ['a file of 26 MB', new Uint8Array(26 * 1024 * 1024).fill(65), 'file-too-large'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('a package cut in half is damaged', async () => {
    const whole = pack({ [CONTENT_TYPES]: types(WORD), 'word/document.xml': '<a/>' });
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('file-damaged');
  });

  it('the name of the file does not matter, and the sentence tells it', async () => {
    const read = await readSource(strToU8('STT\tNhiệm vụ\n1\tLàm'), 'anh.jpg');
    expect(read.ok).toBe(true);
    const refused = await readSource(new Uint8Array(), 'anh.jpg');
    expect(refused).toMatchObject({ refusals: [{ at: { file: 'anh.jpg' } }] });
  });
});

describe('zip bombs', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

  it('a part that inflates two hundred and fifty times over is not inflated', async () => {
    expect(await refusalOf(pack({ [CONTENT_TYPES]: types(WORD), 'word/document.xml': zeros(40) }))).toBe(
      'file-bomb',
    );
  });

  it('parts that together pass 300 MB are not inflated', async () => {
    const parts = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`word/media/${at}`, zeros(20)]));
    expect(await refusalOf(pack({ [CONTENT_TYPES]: types(WORD), ...parts }))).toBe('file-bomb');
  });

  it('a directory that lies about sizes is caught while inflating', async () => {
    const bytes = pack({ [CONTENT_TYPES]: types(WORD), 'word/document.xml': zeros(5) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      const isDocument =
        view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 5 * 1024 * 1024;
      if (isDocument) view.setUint32(at + 24, 100, true);
    }
    expect(await refusalOf(bytes)).toBe('file-bomb');
  });

  it('more than ten thousand parts are not looked at', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`word/${at}`, '']));
    expect(await refusalOf(pack(parts))).toBe('file-bomb');
  });

  it('a part with a password is told from a damaged one', async () => {
    const bytes = pack({ [CONTENT_TYPES]: types(WORD), 'word/document.xml': '<a/>' });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(await refusalOf(bytes)).toBe('file-encrypted');
  });
});

describe('plain text in the encodings of Vietnamese offices', () => {
  const text = 'STT\tNhiệm vụ cụ thể\tCơ quan chủ trì\n1\tĐẩy mạnh cải cách ở các sở\tSở Nội vụ\n';
  const wide = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  /** Base letters and tone marks of Windows-1258, enough for one line. */
  const old = Buffer.concat([
    Buffer.from('STT\tNhi'),
    Buffer.from([0xea, 0xf2]),
    Buffer.from('m v'),
    Buffer.from([0x75, 0xf2]),
    Buffer.from('\tC'),
    Buffer.from([0xf5]),
    Buffer.from(' quan\n1\tB\tC\n'),
  ]);

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ['UTF-16 without a mark', wide],
  ])('%s', async (_, bytes) => {
    const read = await readSource(bytes, 'ke-hoach.txt');
    expect(read).toMatchObject({
      value: { blocks: [{ rows: [{ cells: [{ text: 'STT' }, { text: 'Nhiệm vụ cụ thể' }, {}] }, {}] }] },
    });
  });

  it('Windows-1258 with its tone marks apart', async () => {
    const read = await readSource(old, 'ke-hoach.txt');
    expect(read).toMatchObject({
      value: { blocks: [{ rows: [{ cells: [{}, { text: 'Nhiệm vụ' }, { text: 'Cơ quan' }] }, {}] }] },
    });
  });

  it('TCVN3 is refused with what to do, because guessing would lose words', async () => {
    const bytes = Buffer.concat([
      Buffer.from('STT\tNhi'),
      Buffer.from([0xd6]),
      Buffer.from('m v'),
      Buffer.from([0xf4, 0x20, 0xae, 0xae, 0xb8, 0xb6]),
      Buffer.from(' c\n'),
    ]);
    expect(await refusalOf(bytes)).toBe('file-encoding');
  });
});
