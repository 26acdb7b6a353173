import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../kernel/text.ts';
import { findExcerpt, listSearchWords } from './find-excerpt.ts';

const TEXT = `${'Phần mở đầu của báo cáo. '.repeat(30)}Kết quả: tiếp nhận hồ sơ trực tuyến đạt 96 %. ${'Phần cuối. '.repeat(30)}`;

describe('an excerpt', () => {
  test.each([
    ['keeps diacritics of what was asked without them', 'ho so truc tuyen', ['hồ', 'sơ', 'trực', 'tuyến']],
    ['takes either placement of the tone', 'hồ sơ', ['hồ', 'sơ']],
    ['shows the beginning where nothing is found', 'khongco', []],
  ])('%s', (_title, asked, hits) => {
    const parts = findExcerpt(TEXT, asked);
    expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(hits);
  });

  test('is a piece of the text in which every mark is one of the words asked for', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 80 }), (text) => {
        const asked = text.split(' ').slice(2, 4).join(' ');
        const parts = findExcerpt(text, asked);
        const shown = parts
          .map((part) => part.text)
          .join('')
          .replace(/ …$/, '');
        expect(text.normalize('NFC').replace(/\s+/gu, ' ')).toContain(shown);
        for (const part of parts.filter(({ isHit }) => isHit))
          expect(listSearchWords(asked).some((word) => fold(part.text).startsWith(word))).toBe(true);
      }),
    );
  });
});
