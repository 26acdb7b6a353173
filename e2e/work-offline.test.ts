import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { A_REPORT, makeDocx } from '#test/make-documents.ts';
import { enterAs, findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  await journey.enterAs('officer');
});

afterAll(() => journey.close());

const line = (page: Page) => page.getByRole('status', { name: 'Đường truyền' });
const row = (page: Page, code: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^${code}\\. `) }) });

/** Waits until the pages would open without a line. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { navigator } = globalThis as unknown as {
      navigator: {
        serviceWorker: {
          ready: Promise<unknown>;
          controller: unknown;
          addEventListener: (name: string, done: () => void) => void;
        };
      };
    };
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller === null)
      await new Promise<void>((done) => serviceWorker.addEventListener('controllerchange', done));
  });
}

async function writeReport(page: Page, code: string, words: string): Promise<void> {
  await row(page, code)
    .getByRole('button', { name: `Báo cáo ${code} Cả nhiệm vụ` })
    .click();
  const form = page.getByRole('form', { name: `Báo cáo: ${code} Cả nhiệm vụ` });
  await form.getByLabel('Đã làm được gì').fill(words);
  await form.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await form.waitFor({ state: 'hidden' });
}

/** Everything recorded of the first item of a part, as the server tells it to somebody else. */
async function listActs(
  part: string,
): Promise<
  { readonly kind: string; readonly occurredOn: string; readonly body: { readonly text?: string } }[]
> {
  const { address } = journey;
  const other = await journey.openElsewhere();
  await enterAs(other, address, 'owner');
  const answer = await other.request.get(`${address}/api/assignments/${part}/work`);
  const { acts } = (await answer.json()).items[0];
  await other.context().close();
  return acts;
}

/** Keys of everything the browser keeps. */
async function listKept(page: Page): Promise<readonly string[]> {
  return await page.evaluate<string[]>(`new Promise((tell) => {
    const opening = indexedDB.open('don-doc');
    opening.onsuccess = () => {
      const keys = opening.result.transaction('kept').objectStore('kept').getAllKeys();
      keys.onsuccess = () => tell(keys.result);
    };
  })`);
}

async function partOf(link: Locator): Promise<string> {
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}

test('who does the work begins with what is due, and its pages are kept', async () => {
  const { page, address } = journey;
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
  await row(page, 'I\\.5').waitFor();
  await row(page, 'I\\.1').getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /^I\.1\. / }).waitFor();
  await untilKept(page);
  expect(await findAccessFaults(page)).toEqual([]);
});

test('without a line what was opened is read, also after the page is loaded anew', async () => {
  const { page, address } = journey;
  await page.context().setOffline(true);
  await line(page).getByText('Không có mạng', { exact: false }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /^I\.1\. / }).waitFor();
  await page.getByText(/^Bản đã lưu lúc \d\d\/\d\d\/\d{4} \d\d:\d\d$/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.goto(`${address}/viec`);
  await row(page, 'I\\.5').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('what is written then waits, survives a reload, and goes by itself once the line is back', async () => {
  const { page } = journey;
  await writeReport(page, 'I.5', 'Đã chấm 12 sáng kiến của các phòng, chọn 3 trình Hội đồng ngày 20/11.');
  await row(page, 'I\\.5').getByText('Đã giữ lại, sẽ tự gửi khi có mạng').waitFor();
  await writeReport(page, 'I.1', 'Đã gửi báo cáo quý III số 215/BC-STP ngày 10/10, còn 2 mục chờ số liệu.');
  await line(page).getByText('Không có mạng · 2 việc chờ gửi').waitFor();
  await page.reload();
  await line(page).getByText('Không có mạng · 2 việc chờ gửi').waitFor();
  await row(page, 'I\\.5').getByText('Chờ gửi', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Xem việc chờ gửi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Việc chờ gửi' });
  await dialog.getByText('Đã chấm 12 sáng kiến', { exact: false }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  const part = await partOf(row(page, 'I\\.5').getByRole('link'));
  await page.context().setOffline(false);
  await expect.poll(() => line(page).textContent()).toBe('');
  await row(page, 'I\\.5').getByText('Đang thực hiện').waitFor();
  await row(page, 'I\\.5').getByText('Đã chấm 12 sáng kiến', { exact: false }).waitFor();
  expect((await listActs(part)).map(({ kind }) => kind)).toEqual(['report']);
});

test('proof chosen without a line waits with the words, and goes before what is said after it', async () => {
  const { page, address } = journey;
  const part = await partOf(row(page, 'I\\.1').getByRole('link'));
  await page.goto(`${address}/phan-viec/${part}`);
  const panel = page.getByRole('region', { name: /^Tài liệu kiểm chứng/ });
  await panel.getByText('Chưa có tài liệu nào.').waitFor();
  await page.context().setOffline(true);
  await line(page).getByText('Không có mạng', { exact: false }).waitFor();
  await page.reload();
  const name = 'Báo cáo quý III (bản ký).docx';
  await panel.locator('input[type="file"][multiple]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(await makeDocx(A_REPORT)),
  });
  await line(page).getByText('Không có mạng · 1 việc chờ gửi').waitFor();
  await page.getByRole('main').getByText(name).first().waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.reload();
  await line(page).getByText('Không có mạng · 1 việc chờ gửi').waitFor();
  await page.context().setOffline(false);
  await panel.getByRole('article', { name, exact: true }).waitFor();
  await expect.poll(() => line(page).textContent()).toBe('');
  expect((await listKept(page)).filter((key) => key.startsWith('file '))).toEqual([]);
  await page.goto(`${address}/viec`);
});

test('what was sent over a line that lost the answer is sent again and stored once', async () => {
  const { page } = journey;
  const part = await partOf(row(page, 'I\\.5').getByRole('link'));
  let lost = 0;
  await page.context().route('**/api/due-items/*/reports', async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await writeReport(page, 'I.5', 'Hội đồng đã họp ngày 21/11, công nhận 3 sáng kiến cấp sở.');
  await row(page, 'I\\.5').getByText('công nhận 3 sáng kiến', { exact: false }).waitFor();
  await expect.poll(() => line(page).textContent()).toBe('');
  expect(lost).toBeGreaterThan(1);
  await page.context().unroute('**/api/due-items/*/reports');
  expect((await listActs(part)).map(({ body }) => body.text?.slice(0, 7))).toEqual(['Hội đồn', 'Đã chấm']);
});

test('where somebody else acted meanwhile both stand side by side, and the person chooses', async () => {
  const { page, address } = journey;
  const part = await partOf(row(page, 'I\\.6').getByRole('link'));
  await page.context().setOffline(true);
  await line(page).getByText('Không có mạng', { exact: false }).waitFor();
  await writeReport(page, 'I.6', 'Lời của tôi: đã dự đối thoại ngày 05/11 với 40 doanh nghiệp.');
  const other = await journey.openElsewhere();
  await enterAs(other, address, 'head');
  await other.goto(`${address}/phan-viec/${part}`);
  await other.getByRole('button', { name: 'Báo cáo hoặc nộp kết quả' }).click();
  await other.getByLabel('Đã làm được gì').fill('Lời của thủ trưởng: buổi đối thoại dời sang 02/12.');
  // What is written is shown before it is stored.
  const stored = other.waitForResponse((answer) => answer.url().endsWith('/reports') && answer.ok());
  await other.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await stored;
  await other.context().close();

  await page.context().setOffline(false);
  await line(page).getByText('1 việc cần bạn xem lại').waitFor();
  expect((await listActs(part)).length).toBe(1);
  await page.getByRole('button', { name: 'Xem việc chờ gửi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Việc chờ gửi' });
  await dialog
    .getByRole('region', { name: 'Của bạn' })
    .getByText('40 doanh nghiệp', { exact: false })
    .waitFor();
  await dialog
    .getByRole('region', { name: 'Của người khác' })
    .getByText('dời sang 02/12', { exact: false })
    .waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Vẫn gửi nội dung của tôi' }).click();
  await dialog.getByText('Mọi việc đã được gửi').waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
  expect((await listActs(part)).map(({ body }) => body.text?.slice(0, 11))).toEqual([
    'Lời của tôi',
    'Lời của thủ',
  ]);
});

test('what the server refused later waits for better words, or is dropped after being asked twice', async () => {
  const { page, address } = journey;
  const part = await partOf(row(page, 'I\\.1').getByRole('link'));
  await page.context().setOffline(true);
  await line(page).getByText('Không có mạng', { exact: false }).waitFor();
  await writeReport(page, 'I.1', 'Bổ sung số liệu hai mục còn thiếu, đã gửi Sở Nội vụ ngày 24/11.');
  // The same person, at another machine, hands it in meanwhile.
  const other = await journey.openElsewhere();
  await enterAs(other, address, 'officer');
  const { items } = await (await other.request.get(`${address}/api/assignments/${part}/work`)).json();
  const handed = await other.request.post(`${address}/api/due-items/${items[0].id}/submit`, {
    headers: { origin: address },
    data: { id: crypto.randomUUID(), seen: items[0].seq, text: 'Nộp kết quả quý III.' },
  });
  expect(handed.status()).toBe(200);
  await other.context().close();
  await page.context().setOffline(false);
  await line(page).getByText('1 việc cần bạn xem lại').waitFor();
  await page.getByRole('button', { name: 'Xem việc chờ gửi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Việc chờ gửi' });
  await dialog
    .getByText('Việc này đang "Chờ duyệt" nên không thể báo cáo tiến độ.', { exact: false })
    .waitFor();
  await dialog.getByRole('button', { name: 'Bỏ, không gửi' }).click();
  await dialog.getByRole('button', { name: 'Bỏ hẳn' }).click();
  await dialog.getByText('Mọi việc đã được gửi').waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  expect((await listActs(part)).map(({ kind }) => kind)).toEqual(['submit', 'report']);
});

test('who signs in next on the same machine neither sees nor sends what another left', async () => {
  const { page, address } = journey;
  await page.context().setOffline(true);
  await line(page).getByText('Không có mạng', { exact: false }).waitFor();
  await writeReport(page, 'I.5', 'Của Lương Văn Mẫu, viết khi mất mạng ngày 25/11.');
  const part = await partOf(row(page, 'I\\.5').getByRole('link'));
  expect((await listKept(page)).some((key) => key.startsWith('read '))).toBe(true);
  await page.getByRole('button', { name: /^Tài khoản:/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
  expect((await listKept(page)).filter((key) => key.startsWith('read '))).toEqual([]);
  // Nor does anybody without a line get to what was kept.
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
  const before = (await listActs(part)).length;
  await page.context().setOffline(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
  await journey.enterAs('head');
  await page.goto(`${address}/viec`);
  await row(page, 'I\\.5').waitFor();
  expect(await page.getByText('Chờ gửi', { exact: true }).count()).toBe(0);
  expect((await listActs(part)).length).toBe(before);
  await page.getByRole('button', { name: /^Tài khoản:/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
  await journey.enterAs('officer');
  await page.goto(`${address}/viec`);
  await row(page, 'I\\.5').getByText('Của Lương Văn Mẫu', { exact: false }).waitFor();
  expect((await listActs(part)).length).toBe(before + 1);
});

test('a result written without a line the day before counts on that day, and the act says both', async () => {
  const { page, address } = journey;
  const part = await partOf(row(page, 'I\\.5').getByRole('link'));
  await page.context().setOffline(true);
  await line(page).getByText('Không có mạng', { exact: false }).waitFor();
  const now = Date.now();
  await page.clock.setFixedTime(now - 24 * 3_600_000);
  await row(page, 'I\\.5').getByRole('button', { name: 'Báo cáo I.5 Cả nhiệm vụ' }).click();
  const form = page.getByRole('form', { name: 'Báo cáo: I.5 Cả nhiệm vụ' });
  await form.getByLabel('Đã làm được gì').fill('Đã công nhận ba sáng kiến theo Quyết định 45/QĐ-STP.');
  await form.getByRole('button', { name: 'Nộp kết quả để duyệt' }).click();
  await line(page).getByText('Không có mạng · 1 việc chờ gửi').waitFor();
  await page.clock.setFixedTime(Date.now());
  await page.context().setOffline(false);
  await expect.poll(() => line(page).textContent()).toBe('');
  await page.goto(`${address}/phan-viec/${part}`);
  await page.getByText(/^viết khi mất mạng ngày .*: tính theo ngày viết$/).waitFor();
  const [handed] = await listActs(part);
  expect(handed).toMatchObject({ kind: 'submit', body: { writtenOn: handed?.occurredOn } });
  expect(await findAccessFaults(page)).toEqual([]);
});
