import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePassword, PASSWORD_LIMITS } from './judge-password.ts';

const COMMON = new Set([
  'password',
  'iloveyou',
  'dragon',
  'qwertyuiop',
  'correct',
  'horse',
  'sunshine',
  'trustno1trustno1',
]);
const LAN = { name: 'Nguyễn Thị Lan', email: 'lan.nt@langson.gov.vn' };
const judge = (password: string) => {
  const judged = judgePassword(password, LAN, (word) => COMMON.has(word));
  return judged.ok ? [] : judged.refusals.map(({ code }) => code.replace('password-', ''));
};

describe('a password', () => {
  test.each([
    ['mèo mướp ngủ trên mái', [], 'a phrase of everyday words'],
    ['correct horse battery', [], 'words that are common one by one make a phrase'],
    ['tháng mười hai mưa phùn', [], 'letters only, all small'],
    ['8402 9175 3368 x', [], 'nearly figures only'],
    ['🐱🐶🦊🐻🐼🐨🦁🐯🐮🐷🐸🐵', [], 'twelve pictures are twelve characters'],
    ['Lan thích uống chè xanh', [], 'a phrase with the own name in it'],
    ['ngắn quá', ['short'], 'eight characters'],
    ['', ['short'], 'nothing'],
    ['password1234', ['common'], 'a common word and figures in a row'],
    ['P@ssw0rd!2024', ['common'], 'a common word in disguise'],
    ['Matkhau@123456', ['common'], 'the commonest word here'],
    ['Mật khẩu 123456', ['common'], 'the same with its marks'],
    ['trustno1trustno1', ['common', 'monotonous'], 'on the list as it stands'],
    ['NguyenThiLan1985', ['personal'], 'the name and a year'],
    ['nguyễn thị lan', ['personal'], 'the name as it is written'],
    ['lan.nt@langson', ['personal'], 'the address'],
    ['LangSon@2025!', ['personal'], 'the province and the year'],
    ['dondoc-dondoc-1', ['personal'], 'the name of the product'],
    ['aaaaaaaaaaaa', ['monotonous'], 'one key held down'],
    ['abcdefghijkl', ['monotonous'], 'the alphabet'],
    ['123456789012', ['monotonous'], 'the figures'],
    ['qwertyuiop12', ['common', 'monotonous'], 'a row of the keyboard: both at once'],
    ['1qaz2wsx3edc', ['monotonous'], 'columns of the keyboard'],
    ['hôm nayhôm nayhôm nay', [], 'a phrase said three times has turns of its own'],
    ['abcabcabcabc', ['monotonous'], 'three letters over and over'],
    ['lan', ['short', 'personal', 'monotonous'], 'everything that is wrong, at once'],
  ])('%j: %j (%s)', (password, expected) => {
    expect(judge(password).sort()).toEqual([...expected].sort());
  });

  test('of up to 128 characters is taken, one more is not', () => {
    const sentence = 'Chiều nay họp giao ban rồi đi xem lễ hội Kỳ Cùng. '.repeat(3);
    expect(judge(sentence.slice(0, PASSWORD_LIMITS.most))).toEqual([]);
    expect(judge(sentence.slice(0, PASSWORD_LIMITS.most + 1))).toEqual(['long']);
  });

  test('is judged alike whichever way its letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        expect(judge(password.normalize('NFD'))).toEqual(judge(password.normalize('NFC')));
      }),
    );
  });

  test('drawn by lot is never refused for what it is made of', () => {
    const letters = fc.constantFrom(...'bcdfghjkmnpqrstvwxz');
    const marks = fc.constantFrom(...'èẻãóữỳ', '#', '%', ' ');
    const words = fc.array(fc.tuple(letters, marks), { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(words, (pairs) => {
        const password = pairs.flat().join('');
        fc.pre(new Set(pairs.map(([letter]) => letter)).size >= 6);
        expect(judge(password)).toEqual([]);
      }),
    );
  });

  test('made of the own name is refused in whatever case and with whatever signs between', () => {
    const sign = fc.constantFrom('', ' ', '.', '-', '_', '@');
    const year = fc.integer({ min: 1950, max: 2030 });
    fc.assert(
      fc.property(sign, year, fc.boolean(), (between, of, loud) => {
        const name = LAN.name.split(' ').join(between) + of;
        expect(judge(loud ? name.toUpperCase() : name.toLowerCase())).toContain('personal');
      }),
    );
  });

  test('however long takes no longer to judge', () => {
    expect(judge('dài '.repeat(50_000))).toContain('long');
  });
});
