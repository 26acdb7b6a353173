import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quietTitle } from './quiet-title.ts';

const SAMPLE = readFileSync(
  path.join(import.meta.dirname, '../../../samples/ke-hoach-126-kh-ubnd-lang-son-2024.txt'),
  'utf8',
).split('\n');

describe('a title in capitals', () => {
  test.each<[string, string, readonly string[], string]>([
    [
      'is written as the plan writes its words',
      'CÁC NHIỆM VỤ, GIẢI PHÁP NHẰM NÂNG CAO CHỈ SỐ PAR INDEX NĂM 2024',
      SAMPLE,
      'Các nhiệm vụ, giải pháp nhằm nâng cao Chỉ số PAR INDEX năm 2024',
    ],
    [
      'keeps abbreviations of which nothing else is said',
      'CÔNG TÁC CCHC, TTHC VÀ CNTT CỦA UBND TỈNH',
      [],
      'Công tác CCHC, TTHC và CNTT của UBND tỉnh',
    ],
    [
      'keeps the name of a place that is said elsewhere',
      'CẢI CÁCH HÀNH CHÍNH TỈNH LẠNG SƠN NĂM 2026',
      ['Báo cáo của tỉnh Lạng Sơn về cải cách hành chính'],
      'Cải cách hành chính tỉnh Lạng Sơn năm 2026',
    ],
    [
      'asks neighbours first: a word may be part of a name and a word of its own',
      'BAN HÀNH QUY CHẾ CỦA BAN QUẢN LÝ',
      ['Quy chế của Ban Quản lý khu kinh tế', 'đã ban hành; sẽ ban hành', 'do Ban Quản lý ban hành'],
      'Ban hành quy chế của Ban Quản lý',
    ],
    [
      'learns nothing from the beginning of a sentence',
      'KẾ HOẠCH TUYÊN TRUYỀN',
      ['Tuyên truyền. Tuyên truyền: Tuyên truyền', '- Tuyên truyền', 'Tổ chức\nTuyên truyền'],
      'Kế hoạch tuyên truyền',
    ],
    ['learns nothing from other words in capitals', 'KẾ HOẠCH NĂM', ['KẾ HOẠCH NĂM 2024'], 'Kế hoạch năm'],
    [
      'keeps numbers of parts',
      'TỪ QUÝ I ĐẾN QUÝ IV, GIAI ĐOẠN III',
      [],
      'Từ quý I đến quý IV, giai đoạn III',
    ],
    [
      'is read though its marks stand apart',
      'SỰ CẢI CÁCH'.normalize('NFD'),
      ['một Cải cách'.normalize('NFD')],
      'Sự Cải cách',
    ],
    ['begins with an abbreviation as it is', 'CCHC NĂM 2026', [], 'CCHC năm 2026'],
  ])('%s', (_, title, said, quiet) => {
    expect(quietTitle(title, said)).toBe(quiet);
  });

  test.each(['Nâng cao Chỉ số PAR INDEX', 'năm 2024', '', 'A'])(
    'of a plan that does not shout stays: %s',
    (title) => {
      expect(quietTitle(title, SAMPLE)).toBe(title);
    },
  );

  test('loses and gains no letter, and once quiet stays so', () => {
    const word = fc.constantFrom('KẾ', 'HOẠCH', 'CCHC', 'ĐƯỜNG', 'PAR', 'Ý', '2026', ',', '-', 'QUỐC');
    fc.assert(
      fc.property(fc.array(word), fc.array(fc.constantFrom(...SAMPLE)), (words, said) => {
        const title = words.join(' ');
        const quiet = quietTitle(title, said);
        expect(quiet.toLowerCase()).toBe(title.toLowerCase());
        expect(quietTitle(quiet, said)).toBe(quiet);
      }),
    );
  });
});
