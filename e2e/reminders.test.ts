import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;
beforeAll(async () => {
  // Nobody is reminded on a day off.
  journey = await startJourney(undefined, { now: '2026-03-02T03:00:00Z' });
  await journey.product.remind();
});
afterAll(() => journey.close());

const SHOTS = process.env['SHOTS'];

async function look(name: string): Promise<void> {
  const { page } = journey;
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);
}

test('an officer is told by the bell, sees why, does it, and chooses how letters come', async () => {
  const { page, address } = journey;
  await journey.enterAs('officer');
  await page.goto(`${address}/ke-hoach`);
  await page.getByRole('link', { name: /Lời nhắc: [\d+]+ chưa đọc/ }).click();
  await page.getByRole('heading', { name: 'Nhắc việc', level: 1 }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Bạn nhận vì' }).first().waitFor();
  await look('reminders-1440');

  await page
    .getByRole('navigation', { name: 'Loại lời nhắc' })
    .getByRole('link', { name: 'Quá hạn' })
    .click();
  await page.waitForURL(/nhom=late/);
  const first = page.getByRole('listitem').filter({ hasText: 'chưa đọc' }).first();
  await first.getByText(/Quá hạn [\d.]+ ngày làm việc.*Bạn nhận vì/).waitFor();
  const before = await countUnread();
  await first.getByRole('link').click();
  await page.waitForURL(/phan-viec/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(countUnread).toBe(before - 1);

  await page.goto(`${address}/nhac-viec?doc=chua`);
  await page.getByRole('button', { name: 'Cách nhận' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cách nhận lời nhắc' });
  await dialog.getByRole('combobox', { name: 'Thư nhắc việc' }).click();
  await page.getByRole('option', { name: 'Chỉ khi có việc quá hạn' }).click();
  await look('reminders-setting');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
  await page.getByText('Bạn đã đọc mọi lời nhắc.').waitFor();
  await page.getByRole('link', { name: 'Lời nhắc', exact: true }).waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}/nhac-viec`);
  await page.getByRole('heading', { name: 'Nhắc việc', level: 1 }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Bạn nhận vì' }).first().waitFor();
  await look('reminders-390');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('an administrator sets the rules, is told what is wrong with them, and sees what they came to', async () => {
  const { page, address } = journey;
  await journey.enterAs('administrator');
  await page.goto(`${address}/quan-tri/nhac-viec`);
  await page.getByRole('heading', { name: 'Quy tắc nhắc việc', level: 1 }).waitFor();
  await page.getByRole('heading', { name: /Nhắc rồi có làm không/ }).waitFor();
  await page.getByRole('cell', { name: 'Quá hạn, lần ba' }).waitFor();
  await look('rules-1440');

  const days = page.getByLabel('Quá hạn, lần hai: số ngày');
  await days.fill('20');
  await page.getByRole('button', { name: 'Lưu quy tắc' }).click();
  await page.getByText(/Các lần nhắc phải theo thứ tự/).waitFor();
  await days.fill('7');
  await page.getByRole('button', { name: 'Lưu quy tắc' }).click();
  await page.getByText(/Các lần nhắc phải theo thứ tự/).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByLabel('Quá hạn, lần hai: số ngày').waitFor();
  expect(await page.getByLabel('Quá hạn, lần hai: số ngày').inputValue()).toBe('7');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('cell', { name: 'Quá hạn, lần ba' }).waitFor();
  await look('rules-390');
});

async function countUnread(): Promise<number> {
  const answer = await journey.page.request.get(`${journey.address}/api/notices/count`);
  return ((await answer.json()) as { unread: number }).unread;
}
