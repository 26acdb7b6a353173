import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePassword } from './judge-password.ts';

const context = {
  common: new Set(['password1234', 'iloveyou', 'matkhau123456', 'sunshine']),
  known: ['Nguyễn Thị Hồng Hạnh', 'hanhnth@langson.gov.vn'],
};
const codes = (password: string) => judgePassword(password, context).map(({ code }) => code);

describe('a password is taken', () => {
  test.each([
    ['of four ordinary words', 'chuồng gà cạnh bờ ao'],
    ['without capitals, digits or signs', 'bongmaytroitrenmaisan'],
    ['of twelve letters', 'kvtmwqpxhjdz'],
    ['with a name in it, where enough is left', 'hạnh trồng ổi sau vườn'],
  ])('%s', (_what, password) => {
    expect(codes(password)).toEqual([]);
  });
});

describe('a password is refused', () => {
  test.each([
    ['short', 'a8$kQz', ['password-short']],
    ['longer than anyone types', 'ab cd '.repeat(30), ['password-long', 'password-pattern']],
    ['common', 'password1234', ['password-common', 'password-known']],
    ['a common word with digits around it', 'iloveyou2024', ['password-common']],
    ['a piece over and over', 'abcabcabcabcabc', ['password-pattern']],
    ['a run of digits', '1234567890123', ['password-pattern']],
    ['a run of the keyboard and a sign', 'qwertyuiop[]', ['password-pattern']],
    ['the name of its owner', 'NguyenThiHongHanh', ['password-known']],
    ['the name and a year', 'HongHanh@1985', ['password-known']],
    ['the product and the province', 'DonDocLangSon1', ['password-known']],
  ])('%s', (_what, password, expected) => {
    expect(codes(password)).toEqual(expected);
  });
});

test('letters are counted as people count them, however they are composed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ộ', 'ữ', 'ẵ', 'x', 'k'), { minLength: 1, maxLength: 11 }),
      (letters) => {
        expect(codes(letters.join('').normalize('NFD'))).toContain('password-short');
      },
    ),
  );
});

test('what is random and long enough is taken', () => {
  const letter = fc.constantFrom(...'bdfhjkmptvxz0257'.split(''));
  fc.assert(
    fc.property(fc.uniqueArray(letter, { minLength: 12, maxLength: 16 }), (letters) => {
      expect(codes(letters.join(''))).toEqual([]);
    }),
  );
});
