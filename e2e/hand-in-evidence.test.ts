import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { A_REPORT, makeDocx, makePdf } from '#test/make-documents.ts';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NAME = 'Báo cáo rà soát quý II (bản ký).docx';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  await journey.enterAs('officer');
});

afterAll(() => journey.close());

const panel = (page: Page) => page.getByRole('region', { name: /^Tài liệu kiểm chứng/ }).first();
const field = (page: Page) => panel(page).locator('input[type="file"][multiple]');
const document = (page: Page, name: string) => panel(page).getByRole('article', { name, exact: true });

/** Lets a file fall on the panel, as a mouse would. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const carried = await page.evaluateHandle(
    ({ encoded, title, type }) => {
      const { DataTransfer } = globalThis as unknown as {
        DataTransfer: new () => { items: { add: (file: File) => void } };
      };
      const carrier = new DataTransfer();
      const content = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      carrier.items.add(new File([content], title, { type }));
      return carrier;
    },
    { encoded: Buffer.from(bytes).toString('base64'), title: name, type: WORD },
  );
  await panel(page)
    .getByRole('group', { name: /^Thêm tài liệu cho/ })
    .dispatchEvent('drop', { dataTransfer: carried });
}

async function expectSound(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect({ width, beyond: await measureOverflow(page) }).toEqual({ width, beyond: 0 });
    expect(await findAccessFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('a report dropped on a part is read, and what a reviewer would object to is said', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/viec`);
  await page.getByRole('link', { name: /^I\.1\. / }).click();
  await page.getByRole('heading', { level: 1, name: /^I\.1\. / }).waitFor();
  await panel(page).getByText('Chưa có tài liệu nào.').waitFor();
  await drop(page, NAME, await makeDocx(A_REPORT));
  const held = document(page, NAME);
  await held.getByText('Báo cáo · 45/BC-STP · 15/06/2026 · SỞ TƯ PHÁP · Lương Thị Hòa').waitFor();
  const findings = held.getByRole('list', { name: 'Cần xem lại trước khi nộp' });
  await findings.getByText('Ngày ban hành 15/06/2026 sau hạn', { exact: false }).waitFor();
  await expectSound(page);
});

test('it is looked at in the page, and what was read wrong is set right', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: NAME, exact: true }).click();
  const shown = page.getByRole('dialog', { name: NAME });
  await shown.getByText('đề nghị bãi bỏ 03 văn bản', { exact: false }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await shown.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: `Thông tin văn bản ${NAME}` }).click();
  const form = page.getByRole('dialog', { name: 'Thông tin văn bản' });
  await form.getByText('Đọc được: Số: 45/BC-STP').waitFor();
  await form.getByLabel('Ngày ban hành').fill('15/06/2024');
  expect(await findAccessFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Lưu' }).click();
  await document(page, NAME).getByText('15/06/2024', { exact: false }).waitFor();
  await document(page, NAME).getByText('sau hạn', { exact: false }).waitFor({ state: 'detached' });
});

test('what is no document is refused by its content, with what to do', async () => {
  const { page } = journey;
  await field(page).setInputFiles({
    name: 'bao-cao.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ this is a program'),
  });
  await panel(page)
    .getByRole('alert')
    .filter({ hasText: 'không phải PDF, Word (.docx), Excel (.xlsx) hay ảnh' })
    .waitFor();
  await panel(page).getByRole('button', { name: 'Bỏ qua' }).click();
});

test('a line that is cut in the midst costs nothing: the file goes on where it stopped', async () => {
  const { page } = journey;
  const pdf = makePdf([
    'SỞ TƯ PHÁP',
    'Số: 12/BC-STP',
    'Lạng Sơn, ngày 10 tháng 3 năm 2024',
    'BÁO CÁO',
    'Rà soát',
    'GIÁM ĐỐC',
    'Phan Hồng Tiến',
  ]);
  // Readers find the end of a PDF at its end; what stands between the mark and the objects is passed over.
  const large = Buffer.concat([pdf, Buffer.alloc(900_000, '\n')]);
  const offsets: number[] = [];
  await page.context().route('**/api/evidence/uploads/*/parts/*', async (route) => {
    const offset = Number(route.request().url().split('/').at(-1));
    offsets.push(offset);
    // The second part arrives, and its answer does not.
    if (offsets.length === 2) {
      await route.fetch();
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  await field(page).setInputFiles({ name: 'quét.pdf', mimeType: 'application/pdf', buffer: large });
  await document(page, 'quét.pdf').getByText('12/BC-STP', { exact: false }).waitFor();
  await page.context().unroute('**/api/evidence/uploads/*/parts/*');
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  await page.getByRole('button', { name: 'quét.pdf', exact: true }).click();
  const shown = page.getByRole('dialog', { name: 'quét.pdf' });
  await shown.locator('canvas[data-drawn="true"]').waitFor();
  const isInked = await shown.locator('canvas').evaluate((canvas) => {
    const held = canvas as unknown as {
      getContext: (kind: '2d') => { getImageData: (...box: number[]) => { data: Uint8ClampedArray } };
      width: number;
      height: number;
    };
    const { data } = held.getContext('2d').getImageData(0, 0, held.width, held.height);
    return data.some((value, at) => at % 4 === 0 && value < 128);
  });
  expect(isInked).toBe(true);
  expect(await findAccessFaults(page)).toEqual([]);
  await shown.getByRole('button', { name: 'Đóng' }).click();
});

test('a file chosen without a line waits in this browser and goes by itself when it returns', async () => {
  const { page } = journey;
  await page.context().setOffline(true);
  await panel(page).getByText('Không có mạng: tệp được giữ trong máy này', { exact: false }).waitFor();
  await field(page).setInputFiles({
    name: 'khi mất mạng.docx',
    mimeType: WORD,
    buffer: Buffer.from(await makeDocx({ ...A_REPORT, number: 'Số: 88/BC-STP' })),
  });
  await page.getByText('Chờ gửi', { exact: true }).first().waitFor();
  await page.context().setOffline(false);
  await document(page, 'khi mất mạng.docx').getByText('88/BC-STP', { exact: false }).waitFor();
});

test('it is taken back with a reason, and found again by its words', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Rút quét.pdf' }).click();
  const form = page.getByRole('dialog', { name: 'Rút quét.pdf' });
  await form.getByLabel('Lý do').fill('Nhầm tệp');
  await form.getByRole('button', { name: 'Rút tài liệu' }).click();
  await document(page, 'quét.pdf').waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: 'Tài liệu' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tài liệu kiểm chứng' }).waitFor();
  await page.getByLabel('Tìm trong tài liệu').fill('bai bo van ban');
  await page.waitForURL(/text=bai/);
  const found = page.getByRole('article', { name: NAME, exact: true });
  await found.locator('mark', { hasText: 'bãi' }).waitFor();
  await expectSound(page);
  await found
    .getByRole('link', { name: /Báo cáo|CCHC|cải cách/i })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^I\.1\. / }).waitFor();
});

test('a document handed in before is shown for one more thing, without sending it again', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/viec`);
  await page.getByRole('link', { name: /^I\.5\. / }).click();
  await page.getByRole('heading', { level: 1, name: /^I\.5\. / }).waitFor();
  await panel(page).getByRole('button', { name: 'Dùng tài liệu đã có' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dùng tài liệu đã có' });
  await dialog.getByLabel('Tìm trong tài liệu').fill('khong co chu nay');
  await dialog.getByText('Không có tài liệu nào như vậy').waitFor();
  await dialog.getByLabel('Tìm trong tài liệu').fill('bai bo van ban');
  await dialog.getByRole('article', { name: NAME, exact: true }).waitFor();
  await expectSound(page);
  await dialog.getByRole('button', { name: `Dùng ${NAME}` }).click();
  await dialog.waitFor({ state: 'detached' });
  await document(page, NAME).getByText('45/BC-STP', { exact: false }).waitFor();
  await panel(page).getByRole('button', { name: 'Dùng tài liệu đã có' }).click();
  await dialog.getByRole('article', { name: 'khi mất mạng.docx' }).waitFor();
  expect(await dialog.getByRole('article', { name: NAME, exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
});
