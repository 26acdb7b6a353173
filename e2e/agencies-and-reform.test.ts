import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});

afterAll(() => journey.close());

const TITLE = 'Sắp xếp hai xã năm 2027';
const WRONG = `Đơn vị cũ\tĐơn vị mới\tLoại
UBND xã Đoàn Kết\tUBND xã Thất Khê\tsáp nhập
UBND xã Không Có Thật\tUBND xã Thất Khê\tsáp nhập`;
const RIGHT = `Đơn vị cũ\tĐơn vị mới\tLoại
UBND xã Đoàn Kết\tUBND xã Thất Khê\tsáp nhập
Sở Tư pháp\t\tkết thúc hoạt động`;

test('the tree is that of the day of the address, and the slider goes through the days of change', async () => {
  const { page, address } = journey;
  const table = page.getByRole('table');
  await page.goto(`${address}/co-quan?ngay=2024-06-03`);
  await page.getByText(/^Ngày 03\/06\/2024: \d+ cơ quan$/).waitFor();
  await page.getByRole('link', { name: 'UBND huyện Tràng Định' }).waitFor();
  expect(await table.getByRole('link', { name: 'UBND xã Thất Khê' }).count()).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('slider', { name: 'Kéo đến mốc thay đổi' }).press('ArrowRight');
  await page.waitForURL(/ngay=2025-03-01/);
  await page.getByText(/^Ngày 01\/03\/2025: \d+ cơ quan$/).waitFor();
  await page
    .getByRole('region', { name: 'Thay đổi ngày 01/03/2025' })
    .getByText(/cơ quan mới$/)
    .click();
  await page
    .getByRole('region', { name: 'Thay đổi ngày 01/03/2025' })
    .getByRole('link', { name: 'Sở Nông nghiệp và Môi trường' })
    .waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^01\/07\/2025/ }).click();
  await page.waitForURL(/ngay=2025-07-01/);
  await table.getByRole('link', { name: 'UBND xã Thất Khê' }).waitFor();
  expect(await table.getByRole('link', { name: 'UBND huyện Tràng Định' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Cấp huyện 0' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('the tree closes and opens, and shows one level', async () => {
  const { page } = journey;
  const table = page.getByRole('table');
  await page.getByRole('button', { name: 'Thu gọn hết' }).click();
  await expect.poll(() => table.getByRole('link', { name: 'UBND xã Thất Khê' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Các cơ quan dưới UBND tỉnh Lạng Sơn' }).click();
  await table.getByRole('link', { name: 'UBND xã Thất Khê' }).waitFor();
  await page.getByRole('button', { name: 'Cấp xã 65' }).click();
  await page.waitForURL(/level=commune/);
  expect(await table.getByRole('link', { name: 'Sở Nội vụ' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Cấp xã 65' }).click();
});

test('an agency is found by any name of any time, with whether it was there on the day', async () => {
  const { page } = journey;
  await page.getByLabel('Tìm cơ quan').fill('that khe');
  const row = page.getByRole('row', { name: /UBND xã Thất Khê/ });
  await row.getByText('đang hoạt động').waitFor();
  await page.getByLabel('Tìm cơ quan').fill('huyen trang dinh');
  const district = page.getByRole('row', { name: /UBND huyện Tràng Định/ });
  await district.getByText('đã kết thúc').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByLabel('Ngày', { exact: true }).fill('03/06/2024');
  await district.getByText('đang hoạt động').waitFor();
});

test("an agency's life stands with its decisions, days and sources", async () => {
  const { page, address } = journey;
  await page.goto(`${address}/co-quan/ubnd-huyen-trang-dinh`);
  await page.getByRole('heading', { level: 1, name: 'UBND huyện Tràng Định' }).waitFor();
  const life = page.getByRole('region', { name: 'Quá trình' });
  await life.getByText('01/07/2025').waitFor();
  await life
    .getByText(/1672\/NQ-UBTVQH15/)
    .first()
    .waitFor();
  await page.getByText('hoạt động đến 30/06/2025').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('what is not known is listed with why and for which days', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/co-quan?view=gaps`);
  await page.getByRole('heading', { name: 'Còn thiếu, cần bổ sung' }).waitFor();
  await page.getByRole('cell', { name: /^Tên, mã và huyện của 194 xã/ }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('a reform is drafted from a pasted table, whose rows that are not understood are told', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/co-quan/sap-xep`);
  await page.getByText('Chưa có phương án nào').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Soạn phương án' }).click();
  const frame = page.getByRole('dialog', { name: 'Soạn phương án sắp xếp' });
  await frame.getByLabel('Tên phương án').fill(TITLE);
  await frame.getByLabel('Ngày hiệu lực').fill('01/01/2027');
  await frame.getByLabel('Số văn bản').fill('01/NQ-HĐND');
  await frame.getByLabel('Ngày văn bản').fill('15/12/2026');
  expect(await findAccessFaults(page)).toEqual([]);
  await frame.getByRole('button', { name: 'Soạn', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByRole('button', { name: 'Nhập từ bảng' }).click();
  const table = page.getByRole('dialog', { name: 'Nhập từ bảng' });
  await table.getByLabel('Bảng đơn vị cũ → đơn vị mới').fill(WRONG);
  await table.getByRole('button', { name: 'Đọc bảng' }).click();
  await table.getByRole('cell', { name: 'UBND xã Không Có Thật' }).waitFor();
  expect(await table.getByRole('button', { name: /vào phương án/ }).count()).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
  await table.getByLabel('Bảng đơn vị cũ → đơn vị mới').fill(RIGHT);
  await table.getByRole('button', { name: 'Đọc bảng' }).click();
  await table.getByRole('button', { name: 'Đưa 2 sự kiện vào phương án' }).click();
  await page.getByRole('heading', { name: 'Sự kiện (2)' }).waitFor();
});

test('the preview says what moves, and what has no owner keeps it from being submitted', async () => {
  const { page } = journey;
  await page.getByRole('heading', { name: 'Xem trước' }).waitFor();
  await page
    .getByRole('region', { name: 'Còn phải xử lý' })
    .getByText(/Sở Tư pháp/)
    .waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Trình duyệt' }).click();
  const blocked = page.getByRole('dialog', { name: /^Trình duyệt/ });
  await blocked.getByText(/Chưa chọn nơi nhận/).waitFor();
  await blocked.getByRole('button', { name: 'Đóng' }).last().click();
  await page.getByRole('button', { name: 'Chọn nơi nhận của Sở Tư pháp' }).click();
  const owner = page.getByRole('dialog', { name: 'Nơi nhận của Sở Tư pháp' });
  await owner.getByLabel('Cơ quan tiếp nhận').fill('van phong ubnd');
  await page.getByRole('option', { name: /^Văn phòng UBND tỉnh/ }).click();
  expect(await findAccessFaults(page)).toEqual([]);
  await owner.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('region', { name: 'Còn phải xử lý' }).waitFor({ state: 'detached' });
});

test('an event is built on screen, and taken out again', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Thêm sự kiện' }).click();
  const form = page.getByRole('dialog', { name: 'Thêm sự kiện' });
  await form.getByRole('combobox', { name: 'Loại sự kiện' }).fill('doi ten');
  await page.getByRole('option', { name: 'Đổi tên' }).click();
  await form.getByLabel('Cơ quan nào').fill('so y te');
  await page.getByRole('option', { name: 'Sở Y tế' }).click();
  await form.getByLabel('Tên mới').fill('Sở Y tế và Dân số');
  expect(await findAccessFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('cell', { name: 'Sở Y tế đổi tên thành Sở Y tế và Dân số', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Bỏ: Sở Y tế đổi tên/ }).click();
  await page.getByRole('heading', { name: 'Sự kiện (2)' }).waitFor();
});

test('who drafted it submits it, and reads why not to approve it', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Trình duyệt' }).click();
  const dialog = page.getByRole('dialog', { name: /^Trình duyệt/ });
  await dialog.getByText('2 cơ quan kết thúc').waitFor();
  await dialog.getByRole('button', { name: 'Trình duyệt' }).click();
  const approve = page.getByRole('button', { name: 'Duyệt', exact: true });
  await approve.waitFor();
  await approve.hover();
  await page.getByRole('tooltip').waitFor();
  expect(await page.getByRole('tooltip').textContent()).toMatch(/duyệt phương án sắp xếp/);
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  expect(await findAccessFaults(page)).toEqual([]);
});

test('the leader approves it, the owner applies it, and the agencies are others from that day', async () => {
  const { page, enterAs } = journey;
  await enterAs('leader');
  await page.reload();
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  const approve = page.getByRole('dialog', { name: /^Duyệt/ });
  await approve.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await page.getByRole('button', { name: 'Thực hiện' }).waitFor();
  await enterAs('owner');
  await page.reload();
  await page.getByRole('button', { name: 'Thực hiện' }).click();
  const apply = page.getByRole('dialog', { name: /^Thực hiện/ });
  await apply.getByText('2 cơ quan kết thúc').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await apply.getByRole('button', { name: 'Thực hiện' }).click();
  await page.getByRole('button', { name: 'Đảo lại' }).waitFor();
  const address = page.url();
  await page.goto(`${journey.address}/co-quan?ngay=2027-01-01`);
  await page.getByRole('table').getByRole('link', { name: 'UBND xã Thất Khê' }).waitFor();
  expect(await page.getByRole('table').getByRole('link', { name: 'UBND xã Đoàn Kết' }).count()).toBe(0);
  await page.goto(address);
});

test('it is reversed whole, with a reason that stands in its history', async () => {
  const { page, address } = journey;
  await page.getByRole('button', { name: 'Đảo lại' }).click();
  const dialog = page.getByRole('dialog', { name: /^Đảo lại/ });
  await dialog.getByLabel('Lý do').fill('Nghị quyết được sửa đổi');
  await dialog.getByRole('button', { name: 'Đảo lại' }).click();
  await page.getByText('Lý do: Nghị quyết được sửa đổi').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.goto(`${address}/co-quan?ngay=2027-01-01`);
  await page.getByRole('table').getByRole('link', { name: 'UBND xã Đoàn Kết' }).waitFor();
});

test('all of it fits a phone', async () => {
  const { page, address } = journey;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of [
    '/co-quan?ngay=2025-07-01',
    '/co-quan?view=gaps',
    '/co-quan/sap-xep',
    '/co-quan/so-tai-chinh-2025',
  ]) {
    await page.goto(address + place);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('status', { name: 'Đang tải' }).waitFor({ state: 'detached' });
    expect(await measureOverflow(page)).toBe(0);
    expect(await findAccessFaults(page)).toEqual([]);
  }
  await page.goto(`${address}/co-quan/sap-xep`);
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
});
