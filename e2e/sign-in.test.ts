import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';
import { computeTotp } from './totp.ts';

let journey: Journey;
let recoveryCode = '';
let secret = '';

beforeAll(async () => {
  journey = await startJourney({ width: 390, height: 844 }, { demo: false });
});

afterAll(() => journey.close());

const EMAIL = 'quan-tri@langson.example';
const PASSWORD = 'chuồng gà cạnh bờ ao';

test('before there is an administrator, the sign-in page says what to do', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/co-quan`);
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
  await page.getByText('Chưa có người quản trị.').waitFor();
  expect(await page.getByText('Xem thử với vai').count()).toBe(0);
  expect(await measureOverflow(page)).toBe(0);
  expect(await findAccessFaults(page)).toEqual([]);
});

test('the one-time link creates the administrator, once', async () => {
  const { page, address, product } = journey;
  const link = `${address}/thiet-lap#${await product.createSetupSecret()}`;
  await page.goto(link);
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hồng');
  await page.getByLabel('Thư điện tử').fill(EMAIL);
  await page.getByRole('combobox', { name: 'Cơ quan' }).fill('van phong ubnd');
  await page.getByRole('option', { name: 'Văn phòng UBND tỉnh' }).click();
  await page.getByLabel('Chức vụ').fill('Quản trị mạng');
  await page
    .getByLabel(/^Mật khẩu mới/)
    .first()
    .fill('hong12345');
  await page.getByText('Mật khẩu cần ít nhất 12 ký tự.').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page
    .getByLabel(/^Mật khẩu mới/)
    .first()
    .fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
  await page.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await page.getByText('Đã tạo người quản trị.').waitFor();
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('alert').getByText('Đường dẫn này đã dùng hoặc đã hết hạn.').waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('a wrong password and an unknown address are told in the same words', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/co-quan`);
  for (const email of [EMAIL, 'ai-do@langson.example']) {
    await page.getByLabel('Thư điện tử').fill(email);
    await page.getByLabel(/^Mật khẩu/).fill('không phải mật khẩu này');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('alert').getByText('Thư điện tử hoặc mật khẩu chưa đúng.').waitFor();
  }
});

test('who signs in lands where they meant to', async () => {
  const { page, address } = journey;
  await signIn();
  await page.getByRole('heading', { level: 1, name: 'Cơ quan' }).waitFor();
  expect(page.url()).toContain(`${address}/co-quan`);
});

test('an administrator is told in words that figures are not theirs to see', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/ke-hoach`);
  await page
    .getByRole('alert')
    .getByText(/không được xem kế hoạch/)
    .waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
});

test('the second step is turned on with a code, and asked for from then on', async () => {
  const { page, address } = journey;
  await page.goto(`${address}/tai-khoan`);
  const section = page.getByRole('region', { name: /^Xác thực hai bước/ });
  await section.getByLabel('Mật khẩu của bạn').fill(PASSWORD);
  await section.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  secret = (await section.locator('code.secret').textContent()) ?? '';
  recoveryCode =
    (await section.getByRole('list', { name: 'Mã khôi phục' }).locator('code').first().textContent()) ?? '';
  expect(await findAccessFaults(page)).toEqual([]);
  await section.getByLabel('Nhập mã 6 số đang hiện').fill('000000');
  await section.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await section.getByRole('alert').getByText('Mã chưa đúng').waitFor();
  await section.getByLabel('Nhập mã 6 số đang hiện').fill(computeTotp(secret));
  await section.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await section.getByText('đang bật').waitFor();
  expect(await measureOverflow(page)).toBe(0);
  await signOut();
  await signIn();
  await page.getByRole('heading', { level: 1, name: 'Xác thực hai bước' }).waitFor();
  expect(await findAccessFaults(page)).toEqual([]);
  await page.getByLabel('Mã 6 số').fill(computeTotp(secret));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor();
});

test('a recovery code opens the door once where the phone is lost', async () => {
  const { page } = journey;
  await signOut();
  await signIn();
  await page.getByRole('button', { name: 'Dùng mã khôi phục' }).click();
  await page.getByLabel('Mã khôi phục').fill(recoveryCode);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor();
  await signOut();
  await signIn();
  await page.getByRole('button', { name: 'Dùng mã khôi phục' }).click();
  await page.getByLabel('Mã khôi phục').fill(recoveryCode);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('alert').getByText('Mã chưa đúng').waitFor();
});

async function signIn(): Promise<void> {
  const { page } = journey;
  await page.getByLabel('Thư điện tử').fill(EMAIL);
  await page.getByLabel(/^Mật khẩu/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function signOut(): Promise<void> {
  const { page } = journey;
  await page.getByRole('button', { name: /^Tài khoản: / }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
}
