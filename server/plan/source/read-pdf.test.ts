import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourceBlock } from '#domain/plan/document/source.ts';
import { readSource } from './read-source.ts';

/** A PDF of one page per content stream, in Helvetica, written by hand (ISO 32000-1, 7.5). */
function createPdf(
  contents: readonly string[],
  page = '/MediaBox [0 0 842 595]',
  more: readonly string[] = [],
): Uint8Array {
  const kids = contents.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R ${page} /Contents ${5 + at * 2} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I ${4 + contents.length * 2} 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    ...more,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

const show = (x: number, y: number, text: string) => `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET\n`;
const line = (x1: number, y1: number, x2: number, y2: number) => `${x1} ${y1} m ${x2} ${y2} l S\n`;
const box = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re f\n`;

async function readPages(...contents: readonly string[]): Promise<readonly SourceBlock[]> {
  const read = await readSource(createPdf(contents), 'ke-hoach.pdf');
  if (!read.ok) throw new Error(read.refusals[0]?.code);
  return read.value.blocks;
}

function textsOf(blocks: readonly SourceBlock[]): unknown {
  return blocks.map((block) =>
    block.type === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map(({ text }) => text)),
  );
}

/** Three columns and three rows, y from 500 down to 380. */
const GRID =
  [500, 460, 420, 380].map((y) => line(50, y, 650, y)).join('') +
  [50, 100, 400, 650].map((x) => line(x, 380, x, 500)).join('');
const WORDS =
  show(55, 480, 'STT') +
  show(105, 480, 'Nhiem vu') +
  show(405, 480, 'Chu tri') +
  show(55, 440, '1') +
  show(105, 440, 'Ra soat van ban') +
  show(405, 440, 'So Tu phap') +
  show(55, 400, '2') +
  show(105, 400, 'Bao cao');
const TABLE = [
  ['STT', 'Nhiem vu', 'Chu tri'],
  ['1', 'Ra soat van ban', 'So Tu phap'],
  ['2', 'Bao cao', ''],
];

describe('a table with ruled lines', () => {
  it('is read by them, with what stands around it as paragraphs', async () => {
    const blocks = await readPages(show(300, 550, 'KE HOACH') + GRID + WORDS + show(420, 30, '1'));
    expect(textsOf(blocks)).toEqual(['KE HOACH', TABLE, '1']);
    expect(blocks[1]).toMatchObject({
      rows: [{}, { cells: [{}, { place: { page: 1, table: 1, row: 2, column: 2 } }, {}] }, {}],
    });
  });

  it('whose lines are thin boxes, drawn cell by cell, is the same table', async () => {
    const rows = [500, 460, 420, 380].map((y) =>
      [50, 100, 400].map((x, at) => box(x, y - 0.25, [50, 300, 250][at] ?? 0, 0.5)).join(''),
    );
    const columns = [50, 100, 400, 650].map((x) =>
      [460, 420, 380].map((y) => box(x - 0.25, y, 0.5, 40)).join(''),
    );
    expect(textsOf(await readPages(rows.join('') + columns.join('') + WORDS))).toEqual([TABLE]);
  });

  it('has merged cells where no line parts them', async () => {
    const lines =
      [500, 460, 420].map((y) => line(50, y, 650, y)).join('') +
      line(50, 380, 650, 380) +
      line(50, 380, 50, 500) +
      line(650, 380, 650, 500) +
      line(100, 380, 100, 460) +
      line(400, 380, 400, 420);
    const words =
      show(55, 480, 'I CHI DAO') +
      show(55, 440, '1') +
      show(105, 440, 'Bao cao dinh ky') +
      show(105, 400, 'a');
    const [table] = await readPages(lines + words);
    expect(table).toMatchObject({
      rows: [
        { cells: [{ text: 'I CHI DAO', colSpan: 3 }] },
        { cells: [{ text: '1' }, { text: 'Bao cao dinh ky', colSpan: 2 }] },
        { cells: [{}, { text: 'a' }, {}] },
      ],
    });
  });

  it('goes on over pages as it stands, each page told', async () => {
    const blocks = await readPages(GRID + WORDS, GRID + WORDS);
    expect(blocks.map((block) => block.type === 'table' && block.rows[0]?.place.page)).toEqual([1, 2]);
  });

  it('on a page turned to landscape is read as it is seen', async () => {
    const turned = `0 1 -1 0 595 0 cm\n${GRID}${WORDS}`;
    const read = await readSource(createPdf([turned], '/MediaBox [0 0 595 842] /Rotate 90'), 'ke-hoach.pdf');
    expect(read.ok && textsOf(read.value.blocks)).toEqual([TABLE]);
  });

  it('joins wrapped lines, and parts those that ended on purpose', async () => {
    const cell = [
      '- Thuc hien day du cac hoat dong theo doi tinh hinh thi hanh phap luat',
      'theo dung quy dinh',
      '- Bao cao',
    ];
    const words = cell.map((text, at) => show(105, 450 - at * 12, text)).join('');
    const lines =
      [500, 460, 420, 380].map((y) => line(50, y, 650, y)).join('') +
      [50, 100, 430, 650].map((x) => line(x, 380, x, 500)).join('');
    const [table] = await readPages(lines + words);
    expect(table).toMatchObject({
      rows: [{ cells: [{}, { text: `${cell[0]} ${cell[1]}\n${cell[2]}` }, {}] }],
    });
  });
});

describe('a table without lines', () => {
  it('is read by the white between its columns, on a page without a header too', async () => {
    const bytes = readFileSync(new URL('./fixtures/khong-ke-khung.pdf', import.meta.url));
    const read = await readSource(bytes, 'khong-ke-khung.pdf');
    const rows = read.ok
      ? read.value.blocks.flatMap((block) => (block.type === 'table' ? block.rows : []))
      : [];
    expect(rows.every(({ cells }) => cells.length === 6)).toBe(true);
    expect(rows.map(({ cells }) => cells[0]?.text)).toEqual([
      'STT',
      '1',
      '2',
      '3',
      '4',
      '4.1',
      '4.2',
      '4.3',
      '4.4',
      '2.6',
      'VII',
      '1',
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '2',
      '2.1',
      '2.2',
    ]);
    expect(rows[2]?.cells.map(({ text }) => text)).toEqual([
      '2',
      'Báo cáo kết quả thực hiện công tác CCHC định kỳ của tỉnh',
      'Theo quy định của Bộ Nội vụ',
      'Sở Nội vụ chủ trì xây dựng báo cáo',
      'Các cơ quan, đơn vị, địa phương',
      'Báo cáo kết quả thực hiện của UBND tỉnh gửi Bộ Nội vụ đáp ứng đầy đủ về số lượng, nội dung và đúng thời gian quy định',
    ]);
  });
});

describe('letters of a page', () => {
  const REST = show(50, 300, 'Uy ban nhan dan tinh Lang Son, nam 2024');

  it('painted out of order stand where they are seen', async () => {
    const [block] = await readPages(
      show(50, 500, 'Nhi') + show(71.5, 500, 'm vu') + show(66, 500, 'e') + REST,
    );
    expect(block).toMatchObject({ text: 'Nhiem vu' });
  });

  it('set apart by kerning are one word; moved apart, two', async () => {
    const [block] = await readPages(`BT /F 10 Tf 50 500 Td [(Ke ho) 60 (ach) -400 (nam)] TJ ET ${REST}`);
    expect(block).toMatchObject({ text: 'Ke hoach nam' });
  });
});

describe('a PDF that cannot be read', () => {
  const picture = [
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
  ];

  it.each([
    ['a scan', 'q 842 0 0 595 0 0 cm /I Do Q'],
    ['a scan with a page number', `q 842 0 0 595 0 0 cm /I Do Q ${show(400, 20, '12')}`],
    ['an empty page', ''],
  ])('%s is told to be without words', async (_, content) => {
    const read = await readSource(createPdf([content], undefined, picture), 'quet.pdf');
    expect(read).toMatchObject({ refusals: [{ code: 'pdf-scanned', at: { file: 'quet.pdf' } }] });
  });

  it('because of its password says so', async () => {
    const whole = Buffer.from(createPdf([WORDS])).toString('latin1');
    const key = '0'.repeat(64);
    const locked = whole.replace(
      '/Root 1 0 R',
      `/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`,
    );
    expect(await readSource(Buffer.from(locked, 'latin1'), 'khoa.pdf')).toMatchObject({
      refusals: [{ code: 'file-encrypted' }],
    });
  });
});
