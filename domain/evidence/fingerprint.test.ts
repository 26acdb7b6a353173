import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateLikeness, listBands, NEAR_IDENTICAL, takeFingerprint } from './fingerprint.ts';

const WORDS =
  'trong quý một năm hai nghìn không trăm hai mươi lăm ủy ban nhân dân xã đã chỉ đạo bộ phận một cửa niêm yết công khai đầy đủ thủ tục hành chính tiếp nhận hồ sơ trên cổng dịch vụ công đúng hạn không có hồ sơ quá hạn đã tổ chức tuyên truyền cải cách hành chính trên hệ thống truyền thanh của xã với nhiều hình thức phong phú thu hút người dân tham gia'.split(
    ' ',
  );
const report = (place: string) => `${WORDS.join(' ')} tại ${place}. ${WORDS.toReversed().join(' ')}`;

describe('two texts', () => {
  test.each([
    ['the same', report('Tri Lễ'), report('Tri Lễ'), 1, 1],
    ['the same without diacritics or in capitals', report('Tri Lễ'), report('TRI LE').toUpperCase(), 1, 1],
    ['of two communes that copied one another', report('Tri Lễ'), report('Hữu Khánh'), NEAR_IDENTICAL, 1],
    [
      'about different things',
      report('Tri Lễ'),
      Array.from({ length: 80 }, (_, at) => `mục${at}`).join(' '),
      0,
      0.1,
    ],
  ])('%s', (_title, a, b, least, most) => {
    const likeness = estimateLikeness(takeFingerprint(a) ?? [], takeFingerprint(b) ?? []);
    expect(likeness).toBeGreaterThanOrEqual(least);
    expect(likeness).toBeLessThanOrEqual(most);
  });

  test('too short to compare have no fingerprint', () => {
    expect(takeFingerprint('Kính gửi Sở Nội vụ')).toBeUndefined();
  });
});

const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 60, maxLength: 150 });

test('the estimate is near the true share of runs in common, and copies are found by their keys', () => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 10 }), (words, changed) => {
      const other = words.map((word, at) => (at < changed ? `khác${at}` : word));
      const [a, b] = [takeFingerprint(words.join(' ')) ?? [], takeFingerprint(other.join(' ')) ?? []];
      const runs = (all: readonly string[]) =>
        new Set(all.slice(4).map((_, at) => all.slice(at, at + 5).join(' ')));
      const [one, two] = [runs(words), runs(other)];
      const shared = [...one].filter((run) => two.has(run)).length;
      const exact = shared / (one.size + two.size - shared);
      // Five times the standard error of 64 draws.
      expect(Math.abs(estimateLikeness(a, b) - exact)).toBeLessThanOrEqual(5 * 0.0625);
      if (changed === 0) expect(listBands(a)).toEqual(listBands(b));
      for (const band of listBands(a)) expect(band).toBe(band | 0);
    }),
  );
});
