import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertToPdf } from '#test/convert-to-pdf.ts';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

test('a letter to all agencies keeps to its page beside the list, on a screen and on a phone', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/don-doc`);
  const sheet = page.getByRole('article', { name: 'Dự thảo công văn đôn đốc' });
  await sheet.getByText('Kính gửi: Các cơ quan, đơn vị có tên tại Phụ lục I').waitFor();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await measureOverflow(page)).toBe(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('the owner urges one agency with a letter that is previewed, issued and kept', {
  timeout: 180_000,
}, async () => {
  const { page, address } = journey;
  await page.goto(`${address}/dieu-hanh?agency=so-tu-phap`);
  await page.getByRole('link', { name: 'Soạn công văn đôn đốc' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đôn đốc' }).waitFor();
  expect(new URL(page.url()).searchParams.get('agency')).toBe('so-tu-phap');

  const sheet = page.getByRole('article', { name: 'Dự thảo công văn đôn đốc' });
  await sheet.getByText('Kính gửi: Sở Tư pháp').waitFor();
  await page.getByText('Công văn chưa có người ký.').waitFor();
  expect(await page.getByRole('button', { name: 'Ban hành' }).isDisabled()).toBe(true);
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);

  await page.getByRole('button', { name: 'Bỏ chọn' }).click();
  await page.getByText('Không có nhiệm vụ quá hạn nào để đôn đốc.').waitFor();
  const work = page.getByRole('list', { name: 'Việc quá hạn theo cơ quan' });
  await work.getByText('Xem từng việc').click();
  await work.getByRole('checkbox').nth(1).check();
  await page.getByRole('textbox', { name: 'Quyền hạn ký' }).fill('KT. Giám đốc');
  await page.getByRole('textbox', { name: 'Chức vụ người ký' }).fill('Phó Giám đốc');
  await page.getByRole('textbox', { name: 'Họ tên người ký' }).fill('Nguyễn Văn Mẫu');
  await sheet.getByText('PHÓ GIÁM ĐỐC').waitFor();
  await sheet.getByText('còn 01 nhiệm vụ quá hạn chưa hoàn thành').waitFor();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Gửi 1 cơ quan, đôn đốc 1 việc\./).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ban hành' }).click();
  await page.getByText('Đã ban hành Công văn số 01/SNV-CCHC').waitFor();

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp Word' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('Công văn số 01-SNV-CCHC.docx');
  const { text } = await convertToPdf(readFileSync(await file.path()));
  expect(text).toContain('Số: 01/SNV-CCHC');
  expect(text).toContain('Kính gửi: Sở Tư pháp');

  await page.getByRole('link', { name: 'Sổ công văn' }).click();
  await page.getByRole('row').filter({ hasText: '01/SNV-CCHC' }).getByText('0/1', { exact: true }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Thu hồi Công văn số 01/SNV-CCHC' }).click();
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Gửi nhầm cơ quan');
  await dialog.getByRole('button', { name: 'Thu hồi' }).click();
  await page.getByRole('row').filter({ hasText: 'Gửi nhầm cơ quan' }).waitFor();
});

test('a leader reads on a phone what is overdue and what was urged', async () => {
  const { page, address } = journey;
  await journey.enterAs('leader');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}/don-doc?agency=so-tu-phap`);
  await page
    .getByRole('list', { name: 'Việc quá hạn theo cơ quan' })
    .getByText('Sở Tư pháp')
    .first()
    .waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);
  await page.getByRole('link', { name: 'Sổ công văn' }).click();
  await page.getByText('01/SNV-CCHC').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('an officer takes deadlines into a calendar program, and revokes the link', async () => {
  const { page, address } = journey;
  await journey.enterAs('officer');
  await page.goto(`${address}/tai-khoan`);
  await page.getByRole('button', { name: 'Tạo đường dẫn cho việc của tôi' }).click();
  const shown = page.getByText(/\/lich\/[\w-]{43}\.ics$/);
  const link = (await shown.textContent()) ?? '';
  expect(await findAccessFaults(page)).toEqual([]);
  const read = await fetch(link);
  expect(read.headers.get('content-type')).toContain('text/calendar');
  expect(await read.text()).toContain('BEGIN:VEVENT');
  await page.reload();
  await page
    .getByRole('row')
    .filter({ hasText: 'Việc của tôi' })
    .getByText(/^\d\d\/\d\d\/\d{4}/)
    .nth(1)
    .waitFor();
  await page.getByRole('button', { name: 'Hủy đường dẫn' }).click();
  await page.getByText('Chưa có đường dẫn nào.').waitFor();
  expect((await fetch(link)).status).toBe(404);
});
