import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

test('the plan is opened from the list of plans', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/ke-hoach`);
  await page.getByRole('heading', { level: 1, name: 'Kế hoạch' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('link', { name: /PAR INDEX NĂM 2024/ }).click();
  await page.getByText('109 dòng: 8 lĩnh vực, 19 mục, 82 nhiệm vụ').waitFor();
  expect(await page.title()).toContain('PAR INDEX');
  expect(await findAccessFaults(page)).toEqual([]);
});

test('a task is found without diacritics, and the address keeps the view', async () => {
  const { page } = journey;
  await page.getByLabel('Tìm trong kế hoạch').fill('phieu khao sat');
  await page.getByText(/^2 dòng phù hợp/).waitFor();
  expect(decodeURIComponent(page.url())).toMatch(/search=phieu.khao.sat/);
  await page.reload();
  await page.getByText(/^2 dòng phù hợp/).waitFor();
  expect(await page.getByLabel('Tìm trong kế hoạch').inputValue()).toBe('phieu khao sat');
});

test('filters narrow the plan, columns are put away, the order is turned', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.getByRole('button', { name: 'Bộ lọc' }).click();
  await page.getByRole('search').getByLabel('Điều cần xem lại').click();
  await page.getByRole('option', { name: 'Hai cơ quan chủ trì' }).click();
  await page.getByText(/^4 dòng phù hợp/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Sản phẩm' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('columnheader', { name: 'Sản phẩm' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.getByRole('columnheader', { name: 'Phần việc' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Phần việc' }).getByRole('button').click();
  await page.waitForURL(/descending=true/);
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Phần việc' }).getAttribute('aria-sort'))
    .toBe('descending');
});

test('the task shows its source cells, its findings and the part of every agency', async () => {
  const { page } = journey;
  await page.getByLabel('Tìm trong kế hoạch').fill('doi thoai cua lanh dao');
  await page.getByRole('link', { name: /Hội nghị đối thoại của Lãnh đạo/ }).click();
  await page.getByRole('heading', { level: 1, name: /^I\.6\. Tổ chức Hội nghị đối thoại/ }).waitFor();
  await page.getByRole('region', { name: 'Dòng trong văn bản' }).getByText('dòng 20, cột 3').waitFor();
  await page.getByText('Hai cơ quan chủ trì').first().waitFor();
  await page.getByRole('heading', { name: /^Phần việc \(/ }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Xem cả văn bản và cách hiểu' }).click();
  await page.getByRole('article', { name: /^I\.6 / }).waitFor();
});

test('printing gives every row in the form of the document', async () => {
  const { page } = journey;
  await page.goBack();
  await page.getByRole('navigation', { name: 'Ở đâu trong kế hoạch' }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'In', exact: true }).click();
  const sheet = page.getByRole('region', { name: 'Bản in' });
  await sheet.getByRole('columnheader', { name: 'Kết quả/sản phẩm' }).waitFor();
  // The header, 109 rows, and the second leads that have coordinators of their own.
  expect(await sheet.getByRole('row').count()).toBeGreaterThanOrEqual(110);
  // A row is a line of six cells beside one another, on paper too.
  await page.emulateMedia({ media: 'print' });
  const cells = await sheet.getByRole('row').nth(2).getByRole('cell').all();
  const boxes = await Promise.all(cells.map((cell) => cell.boundingBox()));
  expect(boxes).toHaveLength(6);
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  await page.emulateMedia({ media: 'screen' });
  expect(await findAccessFaults(page)).toEqual([]);
});
