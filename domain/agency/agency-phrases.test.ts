import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '#test/cpu-time.ts';
import type { AgencyMention } from './agency-phrase.ts';
import { FULL_NAMES, PHRASES } from './agency-phrases.cases.ts';
import { readAgencies } from './read-agencies.ts';

const show = ({ name, kind, level, role, note, scope, head }: AgencyMention) =>
  [
    name + (kind === 'group' ? '*' : ''),
    level,
    role,
    scope === undefined ? '' : `~${scope}`,
    head === undefined ? '' : `@${head}`,
    note === undefined ? '' : `"${note}"`,
  ]
    .filter(Boolean)
    .join(' · ');

const anyPhrase = fc.constantFrom(...PHRASES.map(([text]) => text));
const names = (text: string) => readAgencies(text).map(({ name, kind, level }) => ({ name, kind, level }));

describe('phrases of many plans', () => {
  test.each(PHRASES)('%s is read as a person reads it', (text, expected) => {
    expect(readAgencies(text).map(show)).toEqual(expected);
  });

  test.each(FULL_NAMES)('%s is short for %s', (name, full) => {
    expect(readAgencies(name)).toMatchObject([{ canonical: full }]);
  });
});

const PIECES =
  'Sở|các|,|;|:|(|)|-|và|UBND|cấp|xã|TP|.|phối hợp|với|thuộc|Ban|Đảng ủy|chủ trì|Giám đốc|Nội vụ|liên quan|/|&|1|A|\n|theo|Văn phòng|HĐND|thôn|của'.split(
    '|',
  );

describe('however a phrase is typed', () => {
  test('any mixture of its words is read without breaking, and no name is empty', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (words) => {
        for (const { name } of readAgencies(words.join(' '))) expect(name.trim()).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('composed or decomposed letters, and kinds of spaces, change nothing', () => {
    fc.assert(
      fc.property(anyPhrase, (text) => {
        expect(readAgencies(text.normalize('NFD'))).toEqual(readAgencies(text));
        expect(readAgencies(text.replaceAll(' ', '\u00a0 '))).toEqual(readAgencies(text));
      }),
      { numRuns: 400 },
    );
  });

  test('a missing space after a comma or a semicolon changes no name of a list', () => {
    const plain = PHRASES.filter(([text]) => !/[-(:.&/]|VH,|HĐND,/u.test(text)).map(([text]) => text);
    for (const text of plain) {
      const tight = text.replace(/([,;]) /gu, '$1');
      expect(
        names(tight).map(({ name }) => name.replaceAll(',', ', ')),
        tight,
      ).toEqual(names(text).map(({ name }) => name));
    }
  });

  test('every word of a name stands in the phrase', () => {
    fc.assert(
      fc.property(anyPhrase, (text) => {
        const words = new Set(
          text
            .normalize('NFC')
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu),
        );
        const source = text.normalize('NFC').toLowerCase();
        for (const { name } of readAgencies(text))
          for (const word of name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
            expect(words.has(word) || source.includes(word), `${word} of ${name}`).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('phrases one after another on lines of their own are read as each alone', () => {
    const open = PHRASES.filter(([text]) => !/:/.test(text)).map(([text]) => text);
    fc.assert(
      fc.property(fc.constantFrom(...open), fc.constantFrom(...open), (one, other) => {
        const shouted = [one, other].some((text) => !/\p{Ll}/u.test(text));
        if (!shouted)
          expect(readAgencies(`${one}\n${other}`)).toEqual([...readAgencies(one), ...readAgencies(other)]);
      }),
      { numRuns: 500 },
    );
  });

  test('twice the text takes no more than a few times as long', () => {
    const time = (text: string) => cpuTime(() => void readAgencies(text));
    for (const unit of [
      'Sở Nội vụ, ',
      'tham mưu UBND tỉnh, ',
      'Sở Nội vụ chủ trì, ',
      'UBND xã, ',
      'Trung tâm Ứng và ',
      'Các sở, ',
      '(Sở ',
      'Đảng ủy ',
      'HĐND, ',
    ]) {
      const half = unit.repeat(50_000 / unit.length);
      time(half);
      expect(time(half + half), unit).toBeLessThan(5 * time(half) + 200);
    }
  });
});
