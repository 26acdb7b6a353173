import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;
let planAddress = '';

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

test('the owner sees what is proposed for a plan that only names a year, and why', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/ke-hoach`);
  await page.getByRole('link', { name: /PAR INDEX NĂM 2024/ }).click();
  await page.getByRole('link', { name: 'Mốc thời hạn' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mốc thời hạn' }).waitFor();
  planAddress = new URL(page.url()).pathname;
  const task = page.getByRole('article', { name: /^I\.1 / });
  await task.getByText('31/12/2024').first().waitFor();
  const proposal = task.getByRole('listitem').filter({ hasText: 'báo cáo quý III năm 2024' });
  await proposal.getByText('13/09/2024').waitFor();
  await proposal.getByText('Vì sao là ngày này').click();
  await proposal.getByText(/14\/9\/2024 là ngày nghỉ nên lấy ngày làm việc liền trước/).waitFor();
  await proposal.getByText('(Văn bản 581/BNV-CCHC của Bộ Nội vụ)').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải Excel' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^Mốc thời hạn \d{4}-\d\d-\d\d\.xlsx$/);
});

test('one is accepted, one for another day with a reason, one declined', async () => {
  const { page } = journey;
  const task = page.getByRole('article', { name: /^I\.6 / });
  await task.getByRole('button', { name: /^Chấp nhận: I\.6 Có kế hoạch tổ chức/ }).click();
  await task.getByText('đề xuất đã chấp nhận').waitFor();
  await task.getByRole('button', { name: /^Chọn ngày khác: I\.6 .*quý III/ }).click();
  const editing = page.getByRole('dialog', { name: /^Chọn ngày khác: I\.6/ });
  await editing.getByLabel('Ngày cuối cùng còn đúng hạn').fill('20/09/2024');
  await editing.getByLabel('Lý do').fill('theo lịch họp giao ban quý');
  expect(await findAccessFaults(page)).toEqual([]);
  await editing.getByRole('button', { name: 'Chấp nhận' }).click();
  await editing.waitFor({ state: 'hidden' });
  await task.getByText('20/09/2024').waitFor();
  await task.getByRole('button', { name: /^Không dùng: I\.6/ }).click();
  const declining = page.getByRole('dialog', { name: /^Không dùng: I\.6/ });
  await declining.getByLabel(/^Lý do/).fill('trùng với báo cáo tháng');
  await declining.getByRole('button', { name: 'Không dùng' }).click();
  // Nothing of it waits any more, so that it is gone from what is shown.
  await task.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Không dùng 1$/ }).click();
  await task.getByText('trùng với báo cáo tháng').waitFor();
  expect(new URL(page.url()).searchParams.get('show')).toBe('declined');
  expect(await findAccessFaults(page)).toEqual([]);
});

test('a task without a day gets one, and its page says who gave it and why', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: /^Chưa có ngày/ }).click();
  const task = page.getByRole('article', { name: /^I\.3 / });
  await task.getByRole('button', { name: 'Ấn định ngày: I.3 Cả nhiệm vụ' }).click();
  const entering = page.getByRole('dialog', { name: 'I.3. Cả nhiệm vụ' });
  await entering.getByLabel('Ngày cuối cùng còn đúng hạn').fill('31/10/2023');
  await entering.getByLabel('Lý do').fill('Kế hoạch kiểm tra 55/KH-SNV');
  await entering.getByRole('button', { name: 'Lưu' }).click();
  await entering
    .getByRole('alert')
    .getByText(/trước ngày ban hành kế hoạch/)
    .waitFor();
  await entering.getByLabel('Ngày cuối cùng còn đúng hạn').fill('31/10/2024');
  await entering.getByRole('button', { name: 'Lưu' }).click();
  await entering.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Tất cả/ }).click();
  await task.getByRole('link', { name: /kiểm tra công tác CCHC/ }).click();
  const part = page.getByRole('region', { name: 'Thời hạn' });
  await part.getByText('31/10/2024', { exact: true }).waitFor();
  await part.getByText('chủ trì kế hoạch ấn định', { exact: true }).waitFor();
  await part.getByText('Vì sao là ngày này').first().click();
  await part.getByText(/ấn định ngày 31\/10\/2024: Kế hoạch kiểm tra 55\/KH-SNV/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('many are accepted at once, those of an area, kept by the address', async () => {
  const { page, address } = journey;
  await page.goto(`${address}${planAddress}?ground=report`);
  await page.getByRole('combobox', { name: 'Lĩnh vực' }).fill('the che');
  await page.getByRole('option', { name: /^II\. / }).click();
  await page.getByText('4 nhiệm vụ, 8 mốc đề xuất').waitFor();
  expect(new URL(page.url()).searchParams.has('area')).toBe(true);
  await page.getByLabel('Chọn cả 8 mốc đang hiện').check();
  await page.getByRole('button', { name: 'Chấp nhận 8 mốc' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chấp nhận 8 mốc' });
  await dialog.getByText('8 mốc của 4 nhiệm vụ trở thành việc đến hạn của cơ quan chủ trì.').waitFor();
  await dialog.getByText(/8 mốc đã qua ngày/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Chấp nhận' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Không có nhiệm vụ nào như vậy').waitFor();
});

test('a task that counts from an event gets its day from the day of the event', async () => {
  const { page, address } = journey;
  const planId = /[0-9a-f-]{36}/.exec(planAddress)?.[0] ?? '';
  const plan = await (await page.request.get(`${address}/api/plans/${planId}`)).json();
  const { tasks } = await (await page.request.get(`${address}/api/plans/${planId}/schedule`)).json();
  const { taskId } = tasks.find((task: { code: string }) => task.code === 'I.5');
  const edited = await page.request.patch(`${address}/api/tasks/${taskId}`, {
    headers: { origin: address },
    data: {
      revision: plan.revision,
      words: { deadline: 'Chậm nhất 05 ngày làm việc trước ngày có hiệu lực' },
    },
  });
  expect(edited.status()).toBe(200);
  await page.goto(`${address}${planAddress}?show=all&search=I.5`);
  const task = page.getByRole('article', { name: /^I\.5 / });
  await task.getByRole('button', { name: 'Ấn định ngày: I.5 Cả nhiệm vụ' }).click();
  const entering = page.getByRole('dialog', { name: 'I.5. Cả nhiệm vụ' });
  await entering.getByRole('textbox', { name: 'Ngày của sự kiện' }).fill('06/09/2024');
  await entering.getByText('28/08/2024', { exact: true }).waitFor();
  await entering.getByText(/trừ 02\/9 \(.*03\/9 \(.*thứ Bảy, Chủ nhật 31\/8–01\/9/).waitFor();
  await entering.getByLabel('Lý do').fill('Nghị quyết 05/NQ-HĐND');
  expect(await findAccessFaults(page)).toEqual([]);
  await entering.getByRole('button', { name: 'Lưu' }).click();
  await entering.waitFor({ state: 'hidden' });
  await task.getByText('28/08/2024', { exact: true }).waitFor();
});

test('on a phone nothing runs off the screen', async () => {
  const { page, address } = journey;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}${planAddress}?show=all`);
  await page.getByRole('article', { name: /^I\.1 / }).waitFor();
  expect(await measureOverflow(page)).toBe(0);
  // One task has every part the eighty have.
  await page.goto(`${address}${planAddress}?show=all&search=I.6`);
  await page.getByRole('article', { name: /^I\.6 / }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('an officer sees the days and why, and decides nothing', async () => {
  const { page, address, enterAs } = journey;
  await enterAs('officer');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${address}${planAddress}?show=all`);
  const task = page.getByRole('article', { name: /^I\.6 / });
  await task.getByText('đề xuất đã chấp nhận').first().waitFor();
  expect(await page.getByRole('button', { name: /^Chấp nhận/ }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Đổi ngày/ }).count()).toBe(0);
});
