import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
  await journey.enterAs('officer');
});
afterAll(() => journey.close());

test('an officer pastes the table they keep, sees what it changes, and stores it', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/viec`);
  await page.getByRole('link', { name: 'Nhiều việc một lúc' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cập nhật nhiều việc' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page
    .getByLabel('Bảng tiến độ')
    .fill(
      'TT\tKết quả thực hiện\tĐã làm\tTổng số\tĐơn vị tính\nI.1\tĐã tổ chức 2 hội nghị\t2\t4\thội nghị\nIX.9\tKhông có việc này',
    );
  await page.getByRole('button', { name: 'Đọc bảng' }).click();
  await page
    .getByText(/^1 việc có nội dung mới, 0 việc người khác vừa cập nhật, 0 dòng không đổi, 1 chỗ chưa hiểu/)
    .waitFor();
  await page.getByText(/Dòng 3, cột "TT": không thấy nhiệm vụ này/).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Lưu 1 báo cáo' }).click();
  await page.getByText('Đã lưu 1 báo cáo.').waitFor();
  await page.getByRole('link', { name: 'Về việc của tôi' }).click();
  await page.getByText('2/4 hội nghị (50 %)').waitFor();
});

test('or writes into a grid on the page', async () => {
  const { page, address } = journey;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}/viec/nhieu?cach=trang`);
  await page.getByLabel(/^Kết quả thực hiện của I\.1 /).fill('Đã tổ chức thêm hội nghị thứ ba');
  await page.getByLabel(/^Đã làm của I\.1 /).fill('3');
  await page.getByRole('button', { name: 'Xem trước 1 việc đã ghi' }).click();
  await page.getByRole('button', { name: 'Lưu 1 báo cáo' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  expect(await measureOverflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Lưu 1 báo cáo' }).click();
  await page.getByText('Đã lưu 1 báo cáo.').waitFor();
});
