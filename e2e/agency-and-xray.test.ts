import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

test('an agency is found without diacritics and shows what it leads, coordinates and oversees', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/co-quan?view=work`);
  await page.getByLabel('Tìm cơ quan').fill('so noi vu');
  await page.getByText('1 cơ quan', { exact: true }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sở Nội vụ' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sở Nội vụ' }).waitFor();
  for (const role of ['Chủ trì', 'Phối hợp', 'Theo dõi'])
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${role} \\(\\d+\\)$`) }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('the number of parts of an agency leads to just those tasks', async () => {
  const { page } = journey;
  await page.goBack();
  const count = page
    .getByRole('row', { name: /Sở Nội vụ/ })
    .getByRole('link')
    .last();
  await count.click();
  await page.waitForURL(/agency=so-noi-vu/);
  await page.getByText(/dòng phù hợp/).waitFor();
});

test('what needs attention stands by kind, with what to do and a way to each task', async () => {
  const { page } = journey;
  await page.getByRole('link', { name: 'Rà soát văn bản' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rà soát văn bản' }).waitFor();
  await page.getByRole('button', { name: /^Hai cơ quan chủ trì/ }).click();
  await page.waitForURL(/kind=two-leads/);
  await page.getByText('Nên làm:').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('link', { name: /Hội nghị đối thoại/ }).click();
  await page.getByRole('heading', { level: 1, name: /^I\.6\./ }).waitFor();
});

test('every page reads in English too, and in the dark', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/ra-soat`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'X-ray' }).waitFor();
  await page.getByRole('button', { name: 'Dark ground' }).click();
  await page.getByRole('button', { name: 'Light ground' }).waitFor();
  for (const [name, title] of [
    ['Plans', 'Plans'],
    ['Import', 'Import'],
    ['Agencies', 'Agencies'],
    ['History', 'History'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await findAccessFaults(page)).toEqual([]);
  }
});
