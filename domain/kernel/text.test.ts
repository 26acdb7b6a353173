import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, fold } from './text.ts';

describe('text as it arrives', () => {
  test.each([
    ['Sở\u00a0Nội  vụ\t', 'Sở Nội vụ', 'non-breaking space, double space and tab are one space'],
    ['2021 – 2025', '2021 - 2025', 'an en dash is a dash'],
    ['Quý １／２０２５', 'Quý 1/2025', 'full-width digits are digits'],
    ['Sở Nội vụ'.normalize('NFD'), 'Sở Nội vụ', 'decomposed letters are composed'],
  ])('%j is read as %j: %s', (arrived, expected) => {
    expect(clean(arrived)).toBe(expected);
  });

  test('searching needs neither diacritics nor case', () => {
    expect(fold('Thủ tục hành chính ĐẤT ĐAI')).toBe('thu tuc hanh chinh dat dai');
  });

  test('either tone placement is the same word when folded', () => {
    expect(fold('hòa thuỷ')).toBe(fold('hoà thủy'));
  });

  test('cleaning twice changes nothing more, and decomposing first changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
        expect(clean(text.normalize('NFD'))).toBe(clean(text));
      }),
    );
  });
});
