import { describe, expect, test } from 'vitest';
import form from '#domain/notice/letter/data/nd30-form.json' with { type: 'json' };
import { COMMUNES, LONG_NAME, letterDraft, overdueAgency } from '#domain/notice/letter/letter.cases.ts';
import type { LetterDraft } from '#domain/notice/letter/letter-draft.ts';
import { writeLetter } from '#domain/notice/letter/write-letter.ts';
import { convertToPdf } from '#test/convert-to-pdf.ts';
import { writeLetterDocx } from './write-letter-docx.ts';

const print = async (draft: LetterDraft) => convertToPdf(await writeLetterDocx(writeLetter(draft)));

describe('a letter opened by LibreOffice', { timeout: 180_000 }, () => {
  test('about one task is one page of A4 with every part of the form', async () => {
    const { pages, text } = await print(letterDraft([overdueAgency('Sở Tư pháp', 1)]));
    expect(pages).toHaveLength(1);
    const [page] = pages;
    expect(page?.width).toBeCloseTo(form.page.width.value, 0);
    expect(page?.height).toBeCloseTo(form.page.height.value, 0);
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'UBND TỈNH LẠNG SƠN',
      'SỞ NỘI VỤ',
      'Số: 05/SNV-CCHC',
      'Lạng Sơn, ngày 05 tháng 11 năm 2024',
      'Kính gửi: Sở Tư pháp',
      'Kế hoạch số 126/KH-UBND ngày 03/6/2024',
      'chậm nhất ngày 12/11/2024',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Văn Mẫu',
      'Nơi nhận:',
      '- Lưu: VT, CCHC.',
    ])
      expect(text).toContain(words);
  });

  test('about five stands in the body, with a name of 300 letters whole', async () => {
    const { pages, text } = await print(letterDraft([overdueAgency('Sở Tư pháp', 5, { name: LONG_NAME })]));
    expect(LONG_NAME.length).toBeGreaterThanOrEqual(300);
    expect(text).not.toContain('PHỤ LỤC');
    expect(text.match(/định danh điện tử/g)).toHaveLength(5);
    expect(pages.every((page) => page.text.length > 40)).toBe(true);
  });

  test('about sixty has an annex whose head is repeated, with numbered pages and none empty', async () => {
    const { pages, text } = await print(letterDraft([overdueAgency('Sở Tư pháp', 60)]));
    expect(pages.length).toBeGreaterThan(3);
    const annex = pages.slice(1);
    expect(text).toContain('PHỤ LỤC');
    expect(text).toContain('(Kèm theo Công văn số 05/SNV-CCHC ngày 05/11/2024 của Sở Nội vụ)');
    for (const page of annex) expect(page.text).toContain('STT');
    annex.forEach((page, at) => {
      expect(page.text).toMatch(new RegExp(`^${at + 2} `));
    });
    expect(pages[0]?.text).not.toMatch(/^1 /);
    const numbers = annex.flatMap((page) => page.text.match(/III\.2\.\d+/g) ?? []);
    expect(numbers).toHaveLength(60);
  });

  test('to 65 communes lists them in an annex, and gives each its own', async () => {
    const { pages, text } = await print(letterDraft(COMMUNES.map((name) => overdueAgency(name, 2))));
    expect(text).toContain('Kính gửi: Các cơ quan, đơn vị có tên tại Phụ lục I');
    expect(text.match(/Kèm theo Công văn số 05/g)).toHaveLength(66);
    expect(text).toContain('PHỤ LỤC LXVI');
    expect(pages.every((page) => page.text.length > 40)).toBe(true);
  });
});
