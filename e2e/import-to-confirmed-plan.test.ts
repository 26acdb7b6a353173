import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, startJourney } from './browser.ts';

const SAMPLES = path.join(import.meta.dirname, '..', 'samples');

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

async function upload(file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const { page, address } = journey;
  await page.goto(`${address}/nhap`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp' }).press('Enter');
  await (await chooser).setFiles(file);
}

test('a file that is no plan is refused in words that say what to do', async () => {
  const { page } = journey;
  await upload({ name: 'thu-moi.txt', mimeType: 'text/plain', buffer: Buffer.from('Kính gửi các đồng chí') });
  const alert = page.getByRole('alert');
  await alert.getByText('Không nhập được tệp thu-moi.txt').waitFor();
  await alert.getByText(/không có bảng nào\. Kế hoạch phải có bảng nhiệm vụ/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('a document is chosen by keyboard, corrected by keyboard and confirmed', async () => {
  const { page } = journey;
  await upload({
    name: 'ke-hoach-xa.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      [
        'KẾ HOẠCH',
        'Cải cách hành chính năm 2026',
        'TT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm',
        '1\tRà soát thủ tục hành chính\tQuý II/2026\tSở Tư pháp\t\tĐạt 80% thủ tục',
        '2\tTập huấn cho công chức\tchờ thống nhất\tSở Nội vụ\t\t02 lớp',
      ].join('\n'),
    ),
  });
  await page.getByRole('heading', { level: 1, name: 'Xem lại: ke-hoach-xa.txt' }).waitFor();
  await page.getByText('Đọc được 2 dòng, trong đó 2 nhiệm vụ').waitFor();
  await page.getByRole('heading', { name: 'Cần xem lại (đã xem 0/1)' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);

  await page.keyboard.press('j');
  await page.waitForURL(/row=/);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Sửa 2' });
  // Letters go where the dialog put the caret, once it has.
  await dialog.locator('textarea:focus, input:focus').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Quý III/2026');
  await dialog.getByText('30/09/2026').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
  const row = page.getByRole('article', { name: /^2 / });
  await row.getByText('đã sửa').waitFor();
  await row.getByText('chờ thống nhất').waitFor();

  await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}$/);
  await page.getByText('2 dòng: 0 lĩnh vực, 0 mục, 2 nhiệm vụ').waitFor();
  await page
    .getByRole('row', { name: /Tập huấn/ })
    .getByText('đến 30/09/2026')
    .waitFor();
});

test('a changed document shows what differs, and confirmed, keeps what was corrected by hand', async () => {
  const { page } = journey;
  await upload({
    name: 'ke-hoach-xa-2.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      [
        'KẾ HOẠCH',
        'Cải cách hành chính năm 2026',
        'TT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm',
        '1\tRà soát thủ tục hành chính\tQuý II/2026\tSở Tư pháp\t\tĐạt 90% thủ tục',
        '2\tTập huấn cho công chức\tchờ thống nhất\tSở Nội vụ\t\t02 lớp',
        '3\tSơ kết sáu tháng\tTháng 6/2026\tSở Nội vụ\t\t01 báo cáo',
      ].join('\n'),
    ),
  });
  const diff = page.getByRole('region', { name: 'Khác gì với kế hoạch đang có' });
  await diff.getByText('Chỉ tiêu:').waitFor();
  await diff.getByText('3. Sơ kết sáu tháng').waitFor();
  await page.getByRole('article', { name: /^2 / }).getByText('giữ theo kế hoạch đang có').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  await page.getByText('3 dòng: 0 lĩnh vực, 0 mục, 3 nhiệm vụ').waitFor();
  await page
    .getByRole('row', { name: /Tập huấn/ })
    .getByText('đến 30/09/2026')
    .waitFor();
});

test('a file that says what the plan already holds shows no difference', async () => {
  const { page } = journey;
  await upload(path.join(SAMPLES, 'ke-hoach-126.docx'));
  await page.getByRole('heading', { level: 1, name: 'Xem lại: ke-hoach-126.docx' }).waitFor();
  await page.getByText('Văn bản này không khác gì kế hoạch đang có:').waitFor();
  await page.getByRole('heading', { name: 'Biên nhận từng từ' }).waitFor();
  await page.keyboard.press('j');
  await page.waitForURL(/row=/);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /đã xem 1\// }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}$/);
  await page.getByText('109 dòng: 8 lĩnh vực, 19 mục, 82 nhiệm vụ').waitFor();
});

test('the words of a cell and what they were understood as light up together', async () => {
  const { page } = journey;
  await page.goBack();
  await page.waitForURL(/\/nhap\//);
  // Opened anew without the row last reviewed, to which the list would go.
  await page.goto(new URL(new URL(page.url()).pathname, journey.address).href);
  const row = page.getByRole('article', { name: /^I\.1 / });
  const cell = row.getByRole('group', { name: 'Thời hạn trong văn bản' });
  await cell.scrollIntoViewIfNeeded();
  await cell.focus();
  await expect.poll(() => cell.getAttribute('data-lit')).toBe('true');
  await expect.poll(() => row.locator('[data-lit="true"]').allInnerTexts()).toHaveLength(2);
  expect((await row.locator('[data-lit="true"]').allInnerTexts()).join(' ')).toContain('31/12/2024');
});

test('the same file again changes nothing and says so', async () => {
  const { page } = journey;
  await upload(path.join(SAMPLES, 'ke-hoach-126.docx'));
  await page.getByText('Nhập lại không thay đổi gì.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).count()).toBe(0);
});
