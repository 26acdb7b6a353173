import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

test('an import is undone from the history, after being told what that means', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/lich-su`);
  await page.getByRole('button', { name: /^Hủy bản nhập ke-hoach/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Hủy bản nhập ke-hoach/ });
  await dialog.getByText(/Văn bản gốc vẫn được giữ/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Giữ lại' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Hủy bản nhập ke-hoach/ }).click();
  await dialog.getByRole('button', { name: 'Hủy bản nhập', exact: true }).click();
  await page.getByRole('cell', { name: 'Đã hủy' }).first().waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test.each([
  ['Kế hoạch', '/ke-hoach'],
  ['Cơ quan', '/co-quan'],
  ['Rà soát văn bản', '/ra-soat'],
])('without a plan, %s says what to do next', async (title, place) => {
  const { page, address } = journey;
  await page.goto(address + place);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Chưa có kế hoạch nào').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Nhập văn bản' }).first().waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('an address of nothing is answered by a page', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/nhiem-vu/00000000-0000-7000-8000-000000000000`);
  await page
    .getByRole('alert')
    .getByText(/Không tìm thấy nhiệm vụ này/)
    .waitFor();
  await page.goto(`${address}/khong-co-trang-nay`);
  await page.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});
