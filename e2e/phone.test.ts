import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney({ width: 390, height: 844 });
});

afterAll(() => journey.close());

test('a leader goes from the plans to a task on a phone, and nothing runs off the screen', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/ke-hoach`);
  await page.getByRole('link', { name: /PAR INDEX NĂM 2024/ }).click();
  await page.getByText('109 dòng: 8 lĩnh vực, 19 mục, 82 nhiệm vụ').waitFor();
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('link', { name: /kiểm tra công tác CCHC năm 2024/ }).click();
  await page.getByRole('heading', { level: 1, name: /^I\.3\./ }).waitFor();
  await page.getByRole('heading', { name: /^Phần việc/ }).waitFor();
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
});

test('the other pages are reached by the button of the bar', async () => {
  const { page } = journey;
  for (const name of ['Nhập văn bản', 'Cơ quan', 'Rà soát văn bản', 'Lịch sử']) {
    await page.getByRole('button', { name: 'Mở danh sách trang' }).click();
    await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('table').first().waitFor();
    expect(await measureOverflow(page)).toBe(0);
    expect(await findAccessFaults(page)).toEqual([]);
  }
  await page
    .getByRole('link', { name: /^ke-hoach-126/ })
    .first()
    .click();
  await page.getByRole('article').first().waitFor();
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
});
