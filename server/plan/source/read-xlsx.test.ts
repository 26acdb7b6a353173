import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '#domain/plan/document/source.ts';
import { readSource } from './read-source.ts';
import { presentSheetNumber } from './sheet-number.ts';

async function readBook(fill: (book: Workbook) => void): Promise<SourceDocument> {
  const book = new Workbook();
  fill(book);
  const read = await readSource(new Uint8Array(await book.xlsx.writeBuffer()), 'thử.xlsx');
  if (!read.ok) throw new Error(read.refusals[0]?.code);
  return read.value;
}

describe('cells of a sheet are read as they show', () => {
  it('dates, per cents, rich text and the last value of a formula', async () => {
    const { blocks } = await readBook((book) => {
      const sheet = book.addWorksheet('KH');
      sheet.addRow(['STT', 'Nhiệm vụ', 'Hạn', 'Mức', 'Ghi chú']);
      sheet.addRow([
        1,
        { richText: [{ text: 'Kê\u0301 ' }, { text: 'hoạch' }] },
        new Date(Date.UTC(2024, 5, 15)),
        0.5,
        { formula: '1+1', result: 2 },
      ]);
      sheet.getCell('C2').numFmt = 'dd/mm/yyyy';
      sheet.getCell('D2').numFmt = '0%';
    });
    expect(blocks).toMatchObject([
      {
        rows: [
          {},
          {
            cells: [
              { text: '1', place: { cell: 'A2', row: 2, column: 1 } },
              { text: 'Kế hoạch' },
              { text: '15/06/2024' },
              { text: '50%' },
              { text: '2' },
            ],
          },
        ],
      },
    ]);
  });

  it('titles above the table are paragraphs; merged cells span', async () => {
    const { blocks } = await readBook((book) => {
      const sheet = book.addWorksheet('KH');
      sheet.addRow(['KẾ HOẠCH']);
      sheet.mergeCells('A1:C1');
      sheet.addRow(['STT', 'Nhiệm vụ', 'Chủ trì']);
      sheet.addRow(['I', 'Chỉ đạo']);
      sheet.mergeCells('B3:C3');
      sheet.addRow([1, 'a', 'Sở']);
      sheet.addRow(['', 'b', '']);
      sheet.mergeCells('A4:A5');
    });
    expect(blocks).toMatchObject([
      { type: 'paragraph', text: 'KẾ HOẠCH', place: { cell: 'A1' } },
      {
        rows: [
          {},
          { cells: [{ text: 'I' }, { text: 'Chỉ đạo', colSpan: 2 }] },
          { cells: [{ text: '1', rowSpan: 2 }, {}, {}] },
          { cells: [{ text: 'b', place: { cell: 'B5' } }, {}] },
        ],
      },
    ]);
  });

  it('rows hidden by a filter are read, hidden sheets are told by name', async () => {
    const { blocks, hiddenSheets } = await readBook((book) => {
      const sheet = book.addWorksheet('KH');
      sheet.addRow(['STT', 'Nhiệm vụ', 'Chủ trì']);
      sheet.addRow([1, 'ẩn', 'Sở']).hidden = true;
      book.addWorksheet('nháp', { state: 'hidden' }).addRow(['x', 'y', 'z']);
    });
    expect(blocks).toMatchObject([{ rows: [{}, { cells: [{}, { text: 'ẩn' }, {}] }] }]);
    expect(hiddenSheets).toEqual(['nháp']);
  });
});

describe('numbers of a sheet', () => {
  it.each([
    [0.985, '0.0%', '98,5%'],
    [0.1 + 0.2, 'General', '0,3'],
    [1234567.5, '#,##0.00', '1.234.567,50'],
    [1, '00', '01'],
    [-5, '0', '-5'],
    [45_458, 'dd/mm/yyyy', '15/06/2024'],
    [45_458, '[$-42A]d mmmm yyyy;@', '15/06/2024'],
    [45_458, 'mm/yyyy', '06/2024'],
    [45_458.5, 'dd/mm/yyyy hh:mm', '15/06/2024 12:00'],
    [12, '0" xã"', '12'],
  ])('%d as %s shows as %s', (value, format, shown) => {
    expect(presentSheetNumber(value, format, false)).toBe(shown);
  });

  it('count from 1904 in books made on old Macs', () => {
    expect(presentSheetNumber(45_458 - 1462, 'dd/mm/yyyy', true)).toBe('15/06/2024');
  });
});
