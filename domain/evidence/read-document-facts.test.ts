import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldFacts } from './document-facts.ts';
import { readDocumentFacts } from './read-document-facts.ts';

const PLAN = [
  'ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  'Số: 126/KH-UBND',
  'Lạng Sơn, ngày 20 tháng 6 năm 2024',
  'KẾ HOẠCH',
  'Cải thiện, nâng cao Chỉ số cải cách hành chính năm 2024',
  'Thực hiện Quyết định số 1149/QĐ-BNV ngày 30/12/2022 của Bộ Nội vụ, Ủy ban nhân dân tỉnh ban hành Kế hoạch.',
  'Nơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT, NC.',
  'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nNguyễn Thanh Sơn',
];
const LETTER = [
  'UBND TỈNH LẠNG SƠN\t\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'SỞ NỘI VỤ\t\tĐộc lập – Tự do – Hạnh phúc',
  'Số: 07/SNV-CCHC      Lạng Sơn, ngày 03 tháng 01 năm 2025',
  'V/v gửi báo cáo cải cách hành chính quý IV',
  'Kính gửi: Ủy ban nhân dân tỉnh',
  'Căn cứ Kế hoạch số 126/KH-UBND ngày 20 tháng 6 năm 2024 …',
  'KT. GIÁM ĐỐC',
  'PHÓ GIÁM ĐỐC',
  'ThS. Hoàng Thị Bích Ngọc',
];
const REPORT = [
  'ỦY BAN NHÂN DÂN XÃ TRI LỄ',
  'Số 15/BC-UBND',
  'Tri Lễ, ngày 5/4/2025',
  'BÁO CÁO KẾT QUẢ CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2025',
  'Báo cáo có giá trị đến hết ngày 31/12/2025.',
  'CHỦ TỊCH',
  '(Đã ký)',
  'Vi Văn Minh',
];

describe('a document says of itself', () => {
  test.each([
    [
      'a plan of a province, its head and foot in cells',
      PLAN,
      {
        number: '126/KH-UBND',
        issuedOn: '2024-06-20',
        issuer: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
        signer: 'Nguyễn Thanh Sơn',
        type: 'Kế hoạch',
        title: 'Cải thiện, nâng cao Chỉ số cải cách hành chính năm 2024',
      },
    ],
    [
      'a letter of a department, its head in columns beside one another',
      LETTER,
      {
        number: '07/SNV-CCHC',
        issuedOn: '2025-01-03',
        issuer: 'SỞ NỘI VỤ',
        signer: 'Hoàng Thị Bích Ngọc',
        type: 'Công văn',
        title: 'gửi báo cáo cải cách hành chính quý IV',
      },
    ],
    [
      'a report whose title stands on the line of its type, in force until a day',
      REPORT,
      {
        number: '15/BC-UBND',
        issuer: 'ỦY BAN NHÂN DÂN XÃ TRI LỄ',
        signer: 'Vi Văn Minh',
        type: 'Báo cáo',
        title: 'BÁO CÁO KẾT QUẢ CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2025',
        issuedOn: '2025-04-05',
        validTo: '2025-12-31',
      },
    ],
    ['text that is no document', ['Danh sách lớp', 'Nguyễn Văn A', 'Trần Thị B'], {}],
    ['a citation alone', ['Căn cứ Quyết định số 12/QĐ-UBND ngày 01 tháng 02 năm 2024'], {}],
    ['a day the calendar has not', ['Lạng Sơn, ngày 31 tháng 02 năm 2024'], {}],
  ])('%s', (_title, lines, expected) => {
    const facts = readDocumentFacts(lines);
    expect(Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))).toEqual(
      expected,
    );
  });

  test('each with the words it was read from', () => {
    expect(readDocumentFacts(PLAN).issuedOn?.words).toBe('Lạng Sơn, ngày 20 tháng 6 năm 2024');
    expect(readDocumentFacts(PLAN).signer?.words).toBe('PHÓ CHỦ TỊCH Nguyễn Thanh Sơn');
  });

  test('whatever the lines are, and decomposed letters read as composed ones', () => {
    const pieces = fc.constantFrom(
      ...PLAN,
      ...LETTER,
      ...REPORT,
      'Số:',
      'ngày 99 tháng 99 năm 2024',
      '   ',
      '🎋',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (lines) => {
        const facts = readDocumentFacts(lines);
        for (const fact of Object.values(facts)) expect(fact.value).not.toBe('');
        expect(readDocumentFacts(lines.map((line) => line.normalize('NFD')))).toEqual(
          readDocumentFacts(lines.map((line) => line.normalize('NFC'))),
        );
      }),
    );
  });
});

describe('a fact stands', () => {
  const read = { number: { value: '12/BC-UBND', words: 'Số: 12/BC-UBND' } };

  test.each([
    ['as it was read', [], '12/BC-UBND', false],
    ['as it was set right', [{ fact: 'number', value: '120/BC-UBND' }], '120/BC-UBND', true],
    [
      'as it was set right last',
      [
        { fact: 'number', value: '120/BC-UBND' },
        { fact: 'number', value: '12/BC-UBND' },
      ],
      '12/BC-UBND',
      false,
    ],
    ['as nothing where a person says so', [{ fact: 'number', value: null }], null, true],
  ] as const)('%s', (_title, corrections, value, isCorrected) => {
    expect(foldFacts(read, corrections).number).toEqual({ value, isCorrected, read: read.number });
  });
});
