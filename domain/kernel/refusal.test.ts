import { expect, test } from 'vitest';
import { REFUSALS, type RefusalCode, refusal, refusalSentence } from './refusal.ts';

test('a refusal says in Vietnamese where it is and what to do', () => {
  expect(refusalSentence(refusal('file-too-large', { file: 'ke-hoach.pdf', limit: 25 }))).toBe(
    'Tệp "ke-hoach.pdf" lớn hơn 25 MB. Hãy bỏ bớt ảnh rồi thử lại.',
  );
});

test('a particular that is missing leaves no hole in braces', () => {
  for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
    expect(refusalSentence(refusal(code))).not.toMatch(/[{}]/);
  }
});
