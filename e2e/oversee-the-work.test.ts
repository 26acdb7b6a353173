import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

async function expectSound(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect({ width, beyond: await measureOverflow(page) }).toEqual({ width, beyond: 0 });
    expect(await findAccessFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

const rowCount = (page: Page, n: string) => page.getByRole('status').getByText(`${n} việc`, { exact: true });

/** Acts as somebody else, at another machine. */
async function actAs(
  role: Parameters<typeof enterAs>[2],
  act: (call: (method: 'GET' | 'POST', url: string, data?: object) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const { address } = journey;
  const other = await journey.openElsewhere();
  await enterAs(other, address, role);
  await act(async (method, url, data) => {
    const answer = await other.request.fetch(`${address}/api${url}`, {
      method,
      headers: { origin: address },
      ...(data === undefined ? {} : { data }),
    });
    if (!answer.ok()) throw new Error(`${url}: ${await answer.text()}`);
    return answer.json();
  });
  await other.context().close();
}

interface Todo {
  readonly id: string;
  readonly code: string;
  readonly seq: number;
  readonly taskId: string;
  readonly role: string;
}

test('the owner begins with how the work stands, and a figure opens to just the rows it counts', async () => {
  const { page, address } = journey;
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Điều hành' }).waitFor();
  const late = page.getByRole('link', { name: /Quá hạn Đã qua ngày/ });
  const figure = (await late.locator('strong').textContent()) ?? '';
  expect(figure).toMatch(/^[\d.]+$/);
  await expectSound(page);
  await late.click();
  await page.waitForURL(/view=late/);
  await rowCount(page, figure).waitFor();
  await expectSound(page);
});

test('what is filtered stays in the address, narrows every figure, and is taken away as a workbook', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Bộ lọc' }).click();
  await page.getByRole('combobox', { name: 'Cơ quan' }).fill('tu phap');
  await page.getByRole('option', { name: 'Sở Tư pháp' }).click();
  await page.waitForURL(/agency=so-tu-phap/);
  await page.reload();
  const late = page.getByRole('link', { name: /Quá hạn Đã qua ngày/ });
  await rowCount(page, (await late.locator('strong').textContent()) ?? '').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải Excel' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^Tình hình thực hiện \d{4}-\d\d-\d\d\.xlsx$/);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
});

test('agencies by areas are a table: each square says its figures and opens to them by the keyboard', async () => {
  const { page } = journey;
  await page.getByRole('link', { name: 'Cơ quan × lĩnh vực' }).click();
  const square = page.getByRole('link', { name: /^\d+\/\d+ việc đúng hạn: Sở Tư pháp, / }).first();
  await square.waitFor();
  const [, due = ''] = ((await square.textContent()) ?? '').split('/');
  await expectSound(page);
  await square.focus();
  await page.keyboard.press('Enter');
  await rowCount(page, due).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Đã đến hạn' }).waitFor();
});

/** An officer, at another machine, reports on a piece of work nobody reported on yet, and says what they wait for. */
async function reportBlocked(text: string, wait: string): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  await actAs('officer', async (call) => {
    const { todo } = (await call('GET', '/work/mine')) as { todo: Todo[] };
    const item = todo.find(({ seq }) => seq === 0);
    await call('POST', `/due-items/${item?.id}/reports`, {
      id: randomUUID(),
      seen: item?.seq,
      occurredOn: today,
      text,
      blocker: { words: wait, agencyId: 'so-noi-vu-2025', since: today },
    });
  });
}

test('an open page shows by itself what is reported elsewhere, and who waits for whom', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/dieu-hanh?tab=rows&view=stuck`);
  await rowCount(page, '0').waitFor();
  await reportBlocked('Đã rà soát 12 trên 20 thủ tục, còn chờ danh mục.', 'Chờ danh mục');
  await page.getByText('Đã rà soát 12 trên 20 thủ tục', { exact: false }).waitFor();
  await rowCount(page, '1').waitFor();
  await page.getByRole('link', { name: 'Ai đang chờ ai' }).click();
  await page.getByText('Chờ danh mục', { exact: false }).waitFor();
  await expectSound(page);
});

test('what is reported while no news can come is shown once it comes again', async () => {
  const { page, address } = journey;
  const NEWS = '**/api/work/news';
  const line = Promise.withResolvers<void>();
  await page.context().route(NEWS, async (asked) => {
    await line.promise;
    await asked.continue();
  });
  await page.goto(`${address}/dieu-hanh?tab=rows&view=stuck`);
  await rowCount(page, '1').waitFor();
  await reportBlocked('Đã gửi phiếu hỏi đến 30 hộ, còn chờ trả lời.', 'Chờ trả lời');
  line.resolve();
  await rowCount(page, '2').waitFor();

  // A server that starts again behind a proxy: whoever asks meanwhile is refused, and browsers ask no more by themselves.
  await page.context().unroute(NEWS);
  await page.context().route(NEWS, (asked) => asked.fulfill({ status: 502 }));
  await page.clock.install();
  const refused = page.waitForResponse(NEWS);
  await page.reload();
  await rowCount(page, '2').waitFor();
  await refused;
  await reportBlocked('Đã lập danh sách, còn chờ kinh phí.', 'Chờ kinh phí');
  await page.context().unroute(NEWS);
  await page.clock.runFor(60_000);
  await rowCount(page, '3').waitFor();
});

test('an agency has its board by state or by week, each card the way to the act', async () => {
  const { page, address, enterAs: sitDown } = journey;
  await sitDown('officer');
  await page.goto(`${address}/bang-viec`);
  const lane = page.getByRole('region', { name: 'Bảng việc' });
  await lane.getByRole('heading', { name: /^Đang thực hiện/ }).waitFor();
  await expectSound(page);
  await page.getByText('Theo tuần đến hạn', { exact: true }).click();
  await page.waitForURL(/by=week/);
  await lane.getByRole('heading', { name: /^Quá hạn/ }).waitFor();
  await expectSound(page);
  await lane.getByRole('link').first().click();
  await page.waitForURL(/\/phan-viec\//);
});

test('the year shows what is due each day beside the days off, and a day opens to its work', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/lich-nam?year=2024`);
  const december = page.getByRole('table', { name: /^Tháng 12/ });
  const day = december.getByRole('link', { name: /đến hạn 31\/12\/2024/ });
  await day.waitFor();
  const n = (await day.locator('.due-count').textContent()) ?? '';
  await page
    .getByRole('table', { name: /^Tháng 9/ })
    .getByText('Quốc khánh', { exact: false })
    .first()
    .waitFor();
  await expectSound(page);
  await day.click();
  const opened = page.getByRole('region', { name: 'Đến hạn ngày 31/12/2024' });
  await opened.getByRole('status').getByText(n, { exact: true }).waitFor();
});

test('a leader begins with a page for a phone: how it stands, what waits for them, who is behind, what was done', async () => {
  const { page, address, enterAs: sitDown } = journey;
  await page.goto('about:blank');
  await actAs('leader', async (call) => {
    const { signedIn } = (await call('GET', '/session')) as { signedIn: { personId: string } };
    await actAs('owner', async (say) => {
      const { rows } = (await say('GET', '/work/rows?view=late&limit=1')) as { rows: Todo[] };
      await say('POST', `/tasks/${rows[0]?.taskId}/comments`, {
        id: randomUUID(),
        words: 'Đề nghị đồng chí cho ý kiến về thời hạn.',
        mentionedPeople: [signedIn.personId],
      });
    });
  });
  await sitDown('leader');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Tình hình thực hiện' }).waitFor();
  const waiting = page.getByRole('region', { name: 'Đang chờ bạn' });
  await waiting.getByText('Đề nghị đồng chí cho ý kiến về thời hạn.').waitFor();
  await page
    .getByRole('region', { name: 'Bảy ngày qua' })
    .getByText('Đã rà soát 12 trên 20 thủ tục', { exact: false })
    .waitFor();
  await page.getByRole('region', { name: 'Cơ quan chậm nhiều nhất' }).getByRole('link').first().waitFor();
  await expectSound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await waiting.getByRole('link').click();
  await page.getByText('Đề nghị đồng chí cho ý kiến về thời hạn.').waitFor();
});
