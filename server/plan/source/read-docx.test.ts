import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SourceBlock } from '#domain/plan/document/source.ts';
import { readSource } from './read-source.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

async function readBody(body: string, numbering = '', styles = ''): Promise<readonly SourceBlock[]> {
  const root = (name: string, content: string) =>
    strToU8(`<?xml version="1.0"?><w:${name} xmlns:w="${W}">${content}</w:${name}>`);
  const bytes = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    'word/numbering.xml': root('numbering', numbering),
    'word/styles.xml': root('styles', styles),
  });
  const read = await readSource(bytes, 'thử.docx');
  if (!read.ok) throw new Error(read.refusals[0]?.code);
  return read.value.blocks;
}

const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const num = (id: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const lvl = (level: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

function textsOf(blocks: readonly SourceBlock[]): unknown {
  return blocks.map((block) =>
    block.type === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map((cell) => cell.text)),
  );
}

describe('tables of a Word document', () => {
  it('keep merged cells, counted in columns of the grid', async () => {
    const [table] = await readBody(
      tbl(
        tr(tc(p('I')), tc(p('Chỉ đạo'), '<w:gridSpan w:val="2"/>')),
        tr(tc(p('1'), '<w:vMerge w:val="restart"/>'), tc(p('a')), tc(p('b'))),
        tr(tc(p(''), '<w:vMerge/>'), tc(p('c')), tc(p('d'))),
      ),
    );
    expect(table).toMatchObject({
      rows: [
        { cells: [{ text: 'I' }, { text: 'Chỉ đạo', colSpan: 2, place: { row: 1, column: 2 } }] },
        { cells: [{ text: '1', rowSpan: 2 }, { text: 'a' }, { text: 'b', place: { column: 3 } }] },
        { cells: [{ text: 'c', place: { row: 3, column: 2 } }, { text: 'd' }] },
      ],
    });
  });

  it('keep paragraphs and line breaks of a cell as lines', async () => {
    const cell = tc(
      `${p('- Đoàn kiểm tra')}<w:p><w:r><w:t>- Sở Nội vụ</w:t><w:br/><w:t>Văn phòng</w:t></w:r></w:p>`,
    );
    expect(textsOf(await readBody(tbl(tr(cell))))).toEqual([[['- Đoàn kiểm tra\n- Sở Nội vụ\nVăn phòng']]]);
  });

  it('within a layout table stand on their own', async () => {
    const inner = tbl(
      tr(tc(p('STT')), tc(p('Nhiệm vụ')), tc(p('Chủ trì'))),
      tr(tc(p('1')), tc(p('Làm')), tc(p('Sở'))),
    );
    expect(textsOf(await readBody(tbl(tr(tc(p('KẾ HOẠCH') + inner)))))).toEqual([
      'KẾ HOẠCH',
      [
        ['STT', 'Nhiệm vụ', 'Chủ trì'],
        ['1', 'Làm', 'Sở'],
      ],
    ]);
  });

  it('used to set words side by side in a cell are lines of that cell', async () => {
    const inner = tbl(tr(tc(p('Quý I:')), tc(p('30%'))), tr(tc(p('Quý II:')), tc(p('60%'))));
    expect(textsOf(await readBody(tbl(tr(tc(inner + p('')), tc(p('b'))))))).toEqual([
      [['Quý I: 30%\nQuý II: 60%', 'b']],
    ]);
  });

  it('are read through content controls and prefixes of other writers', async () => {
    const wrapped = `<w:sdt><w:sdtContent>${tbl(`<w:sdt><w:sdtContent>${tr(tc(p('a')))}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`;
    expect(textsOf(await readBody(wrapped))).toEqual([[['a']]]);
    const other = tbl(tr(tc(p('b'))))
      .replaceAll('w:', 'x:')
      .replace('<x:tbl>', `<x:tbl xmlns:x="${W}">`);
    expect(textsOf(await readBody(other))).toEqual([[['b']]]);
  });
});

describe('numbers that Word counts', () => {
  const outline = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1')}${lvl(1, 'decimal', '%2.')}${lvl(2, 'decimal', '%2.%3')}</w:abstractNum>`;
  const plain = `${outline}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

  it('stand in the STT column though no word is written there', async () => {
    const levels = [0, 1, 1, 2, 2, 1, 0, 1];
    const rows = levels.map((level) => tr(tc(p('', num(1, level))), tc(p('x'))));
    const [table] = await readBody(tbl(...rows), plain);
    expect(table?.type === 'table' && table.rows.map((row) => row.cells[0]?.text)).toEqual([
      'I',
      '1.',
      '2.',
      '2.1',
      '2.2',
      '3.',
      'II',
      '1.',
    ]);
  });

  it('come from the style where the paragraph has none of its own', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="a"><w:pPr>${num(1, 1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>`;
    const style = '<w:pStyle w:val="b"/>';
    const off = `${style}<w:numPr><w:numId w:val="0"/></w:numPr>`;
    expect(
      textsOf(await readBody(p('Một', style) + p('Không', off) + p('Hai', style), plain, styles)),
    ).toEqual(['1. Một', 'Không', '2. Hai']);
  });

  it('start anew where a list is told to', async () => {
    const second =
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = p('a', num(1, 1)) + p('b', num(1, 1)) + p('c', num(2, 1)) + p('d', num(2, 1));
    expect(textsOf(await readBody(body, plain + second))).toEqual(['1. a', '2. b', '1. c', '2. d']);
  });

  it('include bullets, letters and leading zeros', async () => {
    const list = (id: number, level: string) =>
      `<w:abstractNum w:abstractNumId="${id}">${level}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
    const numbering =
      list(5, lvl(0, 'bullet', '\uf0b7')) +
      list(6, lvl(0, 'lowerLetter', '%1)')) +
      list(7, lvl(0, 'decimalZero', '%1', '<w:suff w:val="space"/>')) +
      list(8, lvl(0, 'bullet', '+'));
    const body = p('một', num(5)) + p('hai', num(6)) + p('ba', num(6)) + p('bốn', num(7)) + p('năm', num(8));
    expect(textsOf(await readBody(body, numbering))).toEqual(['- một', 'a) hai', 'b) ba', '01 bốn', '+ năm']);
  });
});

describe('words of a Word document', () => {
  it('are those on the page: insertions kept, deletions, hidden words and field codes not', async () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = `<w:p>${run('Đạt ')}<w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins>${run('90')}</w:ins>${run('bí mật', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r>${run('%')}</w:p>`;
    expect(textsOf(await readBody(body))).toEqual(['Đạt 90%']);
  });

  it('leave out rows that were struck', async () => {
    const struck = `<w:tr><w:trPr><w:del/></w:trPr>${tc(p('cũ'))}</w:tr>`;
    expect(textsOf(await readBody(tbl(struck, tr(tc(p('mới'))))))).toEqual([[['mới']]]);
  });

  it('go on in one line where the paragraph mark between was struck', async () => {
    const joined = '<w:rPr><w:del/></w:rPr>';
    expect(textsOf(await readBody(p('Sở ', joined) + p('Nội vụ')))).toEqual(['Sở Nội vụ']);
  });

  it('are the signs that symbol fonts draw, composed letters, and text boxes once', async () => {
    const symbol = '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 95%</w:t></w:r></w:p>';
    const box = `<w:p><w:r><w:t>a</w:t></w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:r><w:txbxContent>${p('hộp')}</w:txbxContent></w:r></mc:Choice><mc:Fallback><w:r><w:txbxContent>${p('hộp')}</w:txbxContent></w:r></mc:Fallback></mc:AlternateContent></w:p>`;
    expect(textsOf(await readBody(symbol + box + p('Kê\u0301 hoạch &amp; &#x111;ề án')))).toEqual([
      '≥ 95%',
      'a',
      'hộp',
      'Kế hoạch & đề án',
    ]);
  });
});
