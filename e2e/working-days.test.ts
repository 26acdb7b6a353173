import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

test('an administrator enters a notice and sees first which deadlines it moves', async () => {
  const { page, address } = journey;
  await journey.enterAs('administrator');
  await page.goto(`${address}/quan-tri/lich?nam=2024`);
  await page.getByRole('heading', { name: 'Lịch làm việc năm 2024' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);
  await page.getByRole('cell', { name: /^4 ?, làm bù cho 29\/4\/2024/ }).waitFor();

  await page.getByLabel('Từ ngày').fill('25/04/2024');
  await page.getByText('06/05/2024', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Ghi thông báo' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ghi thông báo về ngày làm việc' });
  await dialog.getByLabel('Thông báo nói gì').fill('Nghỉ tránh bão số 9');
  await dialog.getByLabel('Văn bản (số, ký hiệu, ngày)').fill('Công điện số 09/CĐ-UBND ngày 30/12/2024');
  await dialog.getByLabel('Ngày văn bản').fill('30/12/2024');
  await dialog.getByLabel('Ngày', { exact: true }).fill('31/12/2024');
  await dialog.getByLabel('Vì sao').fill('tránh bão');
  await dialog.getByRole('button', { name: 'Xem thời hạn sẽ chuyển' }).click();
  await dialog.getByText(/thời hạn sẽ chuyển; việc đã xong giữ ngày cũ/).waitFor();
  await dialog.getByRole('cell', { name: '31/12/2024 → 02/01/2025' }).first().waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ghi thông báo' }).click();
  await page.getByRole('cell', { name: /^31 ?, tránh bão/ }).waitFor();
  await page.getByRole('button', { name: 'Thu hồi Nghỉ tránh bão số 9' }).waitFor();
});
