import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;
let part = '';

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

/** Lets another person of the demonstration sit down before the same browser. */
async function sitDown(role: Parameters<Journey['enterAs']>[0], place: string): Promise<Page> {
  const { page, address } = journey;
  await page.goto('about:blank');
  await journey.enterAs(role);
  await page.goto(address + place);
  return page;
}

async function expectSound(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect({ width, beyond: await measureOverflow(page) }).toEqual({ width, beyond: 0 });
    expect(await findAccessFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

const row = (page: Page, words: RegExp) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: words }) });

test('one finds a task among one’s own without diacritics, and why it is due that day', async () => {
  const page = await sitDown('officer', '/viec');
  await row(page, /^I\.1\. /).waitFor();
  await page.getByLabel('Tìm trong việc của tôi (không cần dấu)').fill('sang kien');
  await row(page, /^I\.1\. /).waitFor({ state: 'detached' });
  await page.waitForURL(/search=sang/);
  const mine = row(page, /^I\.5\. Sáng kiến/);
  await mine.getByText('Vì sao ngày này', { exact: false }).click();
  await mine.getByText('Trong năm 2024').waitFor();
  await mine.getByText('Ngày cuối cùng của thời hạn là 31/12/2024.').waitFor();
  part = (await mine.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? '';
  await expectSound(page);
});

test('it is reported without leaving the row, and what a reader would doubt is said before it is sent', async () => {
  const { page } = journey;
  const mine = row(page, /^I\.5\. /);
  await mine.getByRole('button', { name: 'Báo cáo I.5 Cả nhiệm vụ' }).click();
  const form = page.getByRole('form', { name: 'Báo cáo: I.5 Cả nhiệm vụ' });
  const words = form.getByLabel('Đã làm được gì');
  expect(await words.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  await words.fill('Đang triển khai thực hiện');
  await form.getByText('Không có nội dung cụ thể.').waitFor();
  await words.fill('Đã nhận 12 sáng kiến của 5 phòng, Hội đồng sẽ họp ngày 02/12.');
  await form.getByText('Không có nội dung cụ thể.').waitFor({ state: 'detached' });
  await form.getByLabel('Đếm được bằng số').check();
  await form.getByLabel('Đã xong').fill('12');
  expect(await form.getByRole('button', { name: 'Gửi báo cáo' }).isDisabled()).toBe(true);
  await form.getByLabel('Trên tổng số').fill('20');
  await form.getByLabel('Đếm gì').fill('sáng kiến');
  await form.getByLabel('Đang vướng mắc').check();
  await form.getByLabel('Vướng gì, chờ điều gì').fill('Chờ Sở Nội vụ hướng dẫn chấm điểm');
  await form.getByLabel('Chờ cơ quan nào').fill('so noi vu');
  await page.getByRole('option', { name: 'Sở Nội vụ', exact: true }).first().click();
  await expectSound(page);
  await form.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await form.waitFor({ state: 'hidden' });
  await mine.getByText('Đã gửi').waitFor();
  await mine.getByText('12/20 sáng kiến (60 %)').waitFor();
  await mine.getByText('Hội đồng sẽ họp ngày 02/12', { exact: false }).waitFor();
});

test('the part tells what was done and who waits for whom; more time is asked for', async () => {
  const { page } = journey;
  await row(page, /^I\.5\. /)
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 1, name: /^I\.5\. Sáng kiến/ }).waitFor();
  await page.getByRole('heading', { name: 'Ai đang chờ ai' }).waitFor();
  await page.getByText('Chờ Sở Nội vụ hướng dẫn chấm điểm', { exact: false }).first().waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: 'Xin gia hạn' }).click();
  const form = page.getByRole('form', { name: 'Gửi đề nghị gia hạn' });
  await form.getByLabel('Vì sao cần thêm thời gian').fill('Hội đồng họp lại sau khi có hướng dẫn.');
  await form.getByLabel('Xin đến ngày').fill('31/12/2024');
  await form.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).click();
  await form.getByText('Ngày 31/12/2024 không sau thời hạn hiện tại.', { exact: false }).waitFor();
  await form.getByLabel('Xin đến ngày').fill('30/12/2206');
  await form.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).click();
  await form.getByText('Hãy xem lại năm đã ghi.', { exact: false }).waitFor();
  await form.getByLabel('Xin đến ngày').fill('30/12/2028');
  await form.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('Đã xin gia hạn').waitFor();
});

test('one says something of the task and names an agency', async () => {
  const { page } = journey;
  const thread = page.getByRole('region', { name: /^Trao đổi về nhiệm vụ/ });
  await thread.getByLabel('Nội dung trao đổi').fill('Nhờ Sở Tư pháp gửi mẫu phiếu chấm trước ngày 28/11. ');
  await thread.getByLabel('Nội dung trao đổi').press('End');
  await thread.getByLabel('Nội dung trao đổi').press('@');
  await page.keyboard.type('so tu phap');
  await page.getByRole('option', { name: 'Sở Tư pháp' }).first().click();
  await page.keyboard.press('Escape');
  await thread.getByRole('button', { name: 'Gửi trao đổi' }).click();
  await thread.getByText('@Sở Tư pháp').waitFor();
  await expectSound(page);
});

test('the owner finds it among what waits for a decision, grants it and answers', async () => {
  // What waited is less than it was: the list stands at its last page.
  const page = await sitDown('owner', '/viec?group=review&page=9');
  await page.getByRole('heading', { level: 2, name: 'Chờ tôi duyệt (1)' }).waitFor();
  await page.waitForURL((url) => !url.searchParams.has('page'));
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải Excel' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^Việc của tôi \d{4}-\d\d-\d\d\.xlsx$/);
  await row(page, /^I\.5\. /)
    .getByRole('link', { name: 'Xem' })
    .click();
  await page.getByText('Cơ quan xin gia hạn đến 30/12/2028.').waitFor();
  await page.getByRole('button', { name: 'Đồng ý đề nghị' }).click();
  await expectSound(page);
  await page.getByRole('form', { name: 'Đồng ý' }).getByRole('button', { name: 'Đồng ý' }).click();
  await page.getByText('Đã xin gia hạn').waitFor({ state: 'detached' });
  await page.getByText('30/12/2028').first().waitFor();
  const thread = page.getByRole('region', { name: /^Trao đổi về nhiệm vụ/ });
  await thread.getByRole('button', { name: 'Trả lời Lương Văn Mẫu' }).click();
  await thread.getByLabel('Nội dung trao đổi').fill('Mẫu phiếu đã gửi qua văn thư sáng nay.');
  await thread.getByRole('button', { name: 'Gửi trao đổi' }).click();
  await thread.getByText('trả lời Lương Văn Mẫu:', { exact: false }).waitFor();
});

test('a result is handed in, returned with a reason of the library, handed in again and accepted', async () => {
  let page = await sitDown('officer', `/phan-viec/${part}`);
  const handIn = async (words: string) => {
    await page.getByRole('button', { name: 'Báo cáo hoặc nộp kết quả' }).click();
    await page.getByLabel('Đã làm được gì').fill(words);
    await page.getByRole('button', { name: 'Nộp kết quả để duyệt' }).click();
    await page.getByText('Chờ duyệt', { exact: true }).waitFor();
  };
  await handIn('Đã công nhận 3 sáng kiến theo Quyết định số 45/QĐ-STP ngày 24/11.');
  page = await sitDown('owner', `/phan-viec/${part}`);
  await page.getByRole('button', { name: 'Trả lại' }).click();
  const form = page.getByRole('form', { name: 'Trả lại để bổ sung' });
  await form.getByLabel('Lý do thường gặp (không bắt buộc)').click();
  await page.getByRole('option', { name: /^Chưa có tài liệu kiểm chứng/ }).click();
  expect(await form.getByLabel('Cần bổ sung điều gì').inputValue()).toMatch(/^Chưa có tài liệu kiểm chứng/);
  await expectSound(page);
  await form.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await page.getByText('Bị trả lại', { exact: true }).waitFor();
  page = await sitDown('officer', `/phan-viec/${part}`);
  await page.getByText('Chưa có tài liệu kiểm chứng', { exact: false }).first().waitFor();
  await handIn('Đã gắn Quyết định số 45/QĐ-STP và biên bản họp Hội đồng ngày 24/11.');
  page = await sitDown('owner', `/phan-viec/${part}`);
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await page
    .getByRole('form', { name: 'Duyệt kết quả' })
    .getByRole('button', { name: 'Duyệt kết quả' })
    .click();
  await page.getByText('Đã duyệt', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Mở lại' }).waitFor();
  await expectSound(page);
});

test('the page, scripts and styles of the first load stay within what a slow line carries', async () => {
  const page = await sitDown('officer', '/');
  const fresh = await journey.openElsewhere({ serviceWorkers: 'block' });
  const context = fresh.context();
  await context.addCookies(await page.context().cookies());
  const session = await context.newCDPSession(fresh);
  await session.send('Network.enable');
  const kinds = new Map<string, string>();
  let [bytes, files] = [0, 0];
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!['Document', 'Script', 'Stylesheet'].includes(kinds.get(requestId) ?? '')) return;
    bytes += encodedDataLength;
    files += 1;
  });
  await fresh.goto(journey.address);
  await row(fresh, /^I\.1\. /).waitFor();
  await context.close();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(300_000);
  // A browser fetches six at a time, and each time costs the line there and back.
  expect(files).toBeLessThanOrEqual(17);
});
