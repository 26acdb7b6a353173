import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  const { page, address } = journey;
  const headers = { origin: address };
  const [plan] = await (await page.request.get(`${address}/api/plans`)).json();
  const { rows } = await (await page.request.get(`${address}/api/plans/${plan.id}/rows?limit=20`)).json();
  const task = rows.find(({ kind }: { kind: string }) => kind === 'task');
  let { revision } = plan;
  for (const words of [
    { deadline: 'Trước ngày 15/12/2026' },
    { leads: ['Sở Tài chính'], coordinators: [] },
  ]) {
    const answer = await page.request.patch(`${address}/api/tasks/${task.id}`, {
      headers,
      data: { revision, words },
    });
    revision = (await answer.json()).revision;
  }
  await journey.enterAs('auditor');
});

afterAll(() => journey.close());

const rowsOf = () => journey.page.getByRole('table').getByRole('row');

test('an auditor sees that the chain is whole, follows one thing and opens one entry', async () => {
  const { page, address } = journey;
  await page.goto(address);
  await page.getByRole('link', { name: 'Nhật ký' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nhật ký' }).waitFor();
  await page.getByText(/^Nhật ký nguyên vẹn: \d+ dòng$/).waitFor();
  const changed = page.getByRole('row').filter({ hasText: 'đã sửa nhiệm vụ' });
  await changed.first().waitFor();
  expect(await changed.count()).toBe(2);
  expect(await changed.first().locator('ins').first().textContent()).toContain('Sở Tài chính');
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);

  await changed
    .first()
    .getByRole('button', { name: /^Chỉ xem việc trên/ })
    .click();
  await page.waitForURL(/kind=task&thing=/);
  await page.getByText('Hết: không còn dòng nào cũ hơn.').waitFor();
  expect(await rowsOf().count()).toBe(3);

  await page
    .getByRole('button', { name: /: mở dòng/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/nối đúng với dòng trước và dòng sau/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Bỏ lọc', exact: true }).click();
  await page.getByRole('searchbox', { name: /Tìm trong nhật ký/ }).fill('khong co viec nay');
  await page.getByText('Không có dòng nhật ký nào như vậy').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('takes away what is shown', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/quan-tri/nhat-ky?act=task.update`);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất .jsonl' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^Nhật ký .*\.jsonl$/);
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['header', 'entry', 'entry', 'seal']);
});

test('on a phone nothing runs off the screen', async () => {
  const { page, address } = journey;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}/quan-tri/nhat-ky`);
  await page.getByText(/^Nhật ký nguyên vẹn/).waitFor();
  await page
    .getByRole('button', { name: /: mở dòng/ })
    .first()
    .waitFor();
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dấu niêm phong từng ngày' }).click();
  await page.getByText('BEGIN PUBLIC KEY').waitFor();
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
});

test('who may not read it is told so, and is not led there', async () => {
  const { page, address } = journey;
  await page.setViewportSize({ width: 1440, height: 900 });
  await journey.enterAs('officer');
  await page.goto(`${address}/quan-tri/nhat-ky`);
  await page
    .getByText(/không được xem nhật ký/)
    .first()
    .waitFor();
  expect(await page.getByRole('link', { name: 'Nhật ký' }).count()).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
});
