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

test('a document is chosen by keyboard, read, looked over and confirmed', async () => {
  const { page } = journey;
  await upload(path.join(SAMPLES, 'ke-hoach-126.docx'));
  await page.getByRole('heading', { level: 1, name: 'Xem lại: ke-hoach-126.docx' }).waitFor();
  await page.getByText('Xác nhận sẽ thay kế hoạch cùng số đang có:').waitFor();
  await page.getByRole('heading', { name: 'Biên nhận từng từ' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);

  await page.getByRole('heading', { name: /Cần xem lại \(đã xem 0\// }).waitFor();
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
