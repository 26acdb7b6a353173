import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

test('a task is edited by keyboard in words, and how they are read is seen while typing', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/ke-hoach`);
  await page.getByRole('link', { name: /PAR INDEX NĂM 2024/ }).click();
  await page.getByLabel('Tìm trong kế hoạch').fill('doi thoai cua lanh dao');
  await page.getByRole('link', { name: /Hội nghị đối thoại của Lãnh đạo/ }).click();
  await page.getByRole('heading', { level: 1, name: /^I\.6\./ }).waitFor();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Sửa I.6' });
  await dialog.getByLabel('Thời hạn').fill('Trước ngày 15/10/2024');
  await dialog.getByText('trước 15/10/2024', { exact: false }).last().waitFor();
  await dialog.getByLabel('Chủ trì').fill('Sở Tư pháp');
  expect(await findAccessFaults(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('hạn cuối 14/10/2024').waitFor();
  await page.getByRole('heading', { name: 'Chủ trì (1)' }).waitFor();
  const source = page.getByRole('region', { name: 'Dòng trong văn bản' });
  await source.getByText('Trong năm 2024', { exact: true }).first().waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('a name may not be taken away', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sửa I.6' });
  await dialog.getByLabel('Nhiệm vụ').fill(' ');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByRole('alert').getByText('Nhiệm vụ chưa có tên. Hãy ghi tên nhiệm vụ.').waitFor();
  await dialog.getByRole('button', { name: 'Thôi' }).click();
});

test('a task is added after it, moved to another area and removed', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  const adding = page.getByRole('dialog', { name: 'Thêm vào kế hoạch' });
  await adding.getByLabel('Nhiệm vụ', { exact: false }).last().fill('Họp giao ban cải cách hành chính');
  await adding.getByLabel('Chủ trì').fill('Sở Nội vụ');
  expect(await findAccessFaults(page)).toEqual([]);
  await adding.getByRole('button', { name: 'Thêm' }).click();
  await page.getByRole('heading', { level: 1, name: /^I\.9\. Họp giao ban/ }).waitFor();
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Chuyển đến chỗ khác' }).click();
  const moving = page.getByRole('dialog', { name: 'Chuyển I.9' });
  await moving.getByLabel('Nằm trong').fill('the che');
  await page.getByRole('option', { name: /^II\. / }).click();
  await moving.getByRole('button', { name: 'Chuyển' }).click();
  await page.getByRole('heading', { level: 1, name: /^II\.\d+\. Họp giao ban/ }).waitFor();
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Bỏ khỏi kế hoạch' }).click();
  const removing = page.getByRole('dialog', { name: /^Bỏ II\.\d+ khỏi kế hoạch\?/ });
  expect(await findAccessFaults(page)).toEqual([]);
  await removing.getByRole('button', { name: 'Bỏ khỏi kế hoạch' }).click();
  await page.getByText('109 dòng: 8 lĩnh vực, 19 mục, 82 nhiệm vụ').waitFor();
});

test('the history tells each change in words, and the newest is undone one after another', async () => {
  const { page } = journey;
  await page.getByRole('link', { name: 'Lịch sử' }).click();
  await page.getByRole('heading', { name: /^Các thay đổi/ }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  for (let undone = 1; undone <= 4; undone += 1) {
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await expect.poll(() => page.getByText('đã hoàn tác').count()).toBe(undone);
  }
  expect(await page.getByRole('button', { name: 'Hoàn tác', exact: true }).count()).toBe(0);
  await page
    .getByRole('link', { name: /^I\.6\. / })
    .first()
    .click();
  await page.getByText('hạn cuối 31/12/2024').waitFor();
});

test('an import is undone from the history, after being told what that means', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/lich-su`);
  await page.getByRole('button', { name: /^Hủy bản nhập ke-hoach/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Hủy bản nhập ke-hoach/ });
  await dialog.getByText(/Văn bản gốc vẫn được giữ/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Giữ lại' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Hủy bản nhập ke-hoach/ }).click();
  await dialog.getByRole('button', { name: 'Hủy bản nhập', exact: true }).click();
  await page.getByRole('cell', { name: 'Đã hủy' }).first().waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test.each([
  ['Kế hoạch', '/ke-hoach'],
  ['Cơ quan', '/co-quan?view=work'],
  ['Rà soát văn bản', '/ra-soat'],
])('without a plan, %s says what to do next', async (title, place) => {
  const { page, address } = journey;
  await page.goto(address + place);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Chưa có kế hoạch nào').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Nhập văn bản' }).first().waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('an address of nothing is answered by a page', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/nhiem-vu/00000000-0000-7000-8000-000000000000`);
  await page
    .getByRole('alert')
    .getByText(/Không tìm thấy nhiệm vụ này/)
    .waitFor();
  await page.goto(`${address}/khong-co-trang-nay`);
  await page.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});
