import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepFileName } from './file-name.ts';

describe('the name of a file', () => {
  test.each([
    ['is kept as given', 'Báo cáo quý I – Đội 1 (bản cuối).docx', 'Báo cáo quý I – Đội 1 (bản cuối).docx'],
    ['is composed', 'Báo cáo.pdf'.normalize('NFD'), 'Báo cáo.pdf'],
    ['loses the folders before it', 'C:\\Users\\a\\Hồ sơ.pdf', 'Hồ sơ.pdf'],
    ['leads nowhere', '../../etc/passwd', 'passwd'],
    ['loses signs that turn it round', 'a\u202efdp.exe', 'afdp.exe'],
    ['is there', '..', 'Tài liệu'],
    ['is not too long, and keeps its ending', `${'ế'.repeat(300)}.pdf`, `${'ế'.repeat(78)}.pdf`],
  ])('%s', (_title, given, kept) => {
    expect(keepFileName(given)).toBe(kept);
  });

  test('stays the same once kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        const kept = keepFileName(given);
        expect(keepFileName(kept)).toBe(kept);
        expect(kept).not.toMatch(/[/\\]/);
        expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(240);
      }),
    );
  });
});
