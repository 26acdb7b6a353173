import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, startJourney } from './browser.ts';

const PLAN = path.join(import.meta.dirname, '..', 'samples', 'ke-hoach-126.docx');

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

test('the sample plan is there at the first start, and a task is found without diacritics', async () => {
  const { page, address } = journey;
  await page.goto(address);
  await page.getByRole('link', { name: /PAR INDEX NĂM 2024/ }).click();
  await page.getByText('82 nhiệm vụ').waitFor();
  await page.getByLabel('Tìm').fill('phieu khao sat');
  await page.getByText('1 nhiệm vụ', { exact: true }).waitFor();
  expect(page.url()).toContain('q=phieu');
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('link', { name: /khảo sát cán bộ/ }).click();
  await page.getByRole('heading', { name: /I\.8/ }).waitFor();
  await page.getByText('Cách hiểu và lời văn gốc').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('a document is dropped, looked over and confirmed', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/nhap`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Tệp kế hoạch|Chọn tệp/ }).click();
  await (await chooser).setFiles(PLAN);
  await page.getByRole('heading', { name: 'Xem lại trước khi xác nhận' }).waitFor();
  await page.getByText(/82 nhiệm vụ/).waitFor();
  await page.getByText(/mất 0/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByText('82 nhiệm vụ', { exact: true }).waitFor();
});

test('on a phone no page is wider than the screen', async () => {
  const { page, address } = journey;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of ['/', '/nhap']) {
    await page.goto(address + place);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  }
});
