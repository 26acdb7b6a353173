import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessFaults, type Journey, measureOverflow, startJourney } from './browser.ts';

const PASSWORD = 'mèo mướp ngủ trên mái';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let journey: Journey;
let page: Page;
const open = async (place: string, title: string | RegExp) => {
  await page.goto(journey.address + place);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
/** On a desk and on a phone. */
const looksRight = async (on: Page = page) => {
  for (const viewport of [PHONE, DESK]) {
    await on.setViewportSize(viewport);
    expect(await findAccessFaults(on)).toEqual([]);
    expect(await measureOverflow(on)).toBe(0);
  }
};
const choose = async (label: string | RegExp, typed: string, option: string | RegExp) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
};

beforeAll(async () => {
  journey = await startJourney(DESK);
  page = journey.page;
  await journey.enterAs('administrator');
});
afterAll(() => journey.close());

test('an administrator invites a person, who sets a password by the link and signs in', async () => {
  await open('/quan-tri/nguoi-dung', 'Người dùng');
  await page.getByText('9 người', { exact: true }).waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Mời người dùng' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mời người dùng' });
  await dialog.getByLabel('Họ và tên').fill('Lộc Thị Én');
  await dialog.getByLabel('Thư điện tử').fill('en@langson.gov.vn');
  await choose('Cơ quan', 'so tu phap', 'Sở Tư pháp');
  await dialog.getByLabel('Chức vụ').fill('Chuyên viên');
  await choose('Vai trò', 'cong chuc', 'Công chức thực hiện');
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Mời', exact: true }).click();
  const link = await dialog.getByText(/\/loi-moi#/).textContent();
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Xong' }).click();

  const invited = await journey.openElsewhere();
  await invited.goto(link ?? '');
  await invited.getByText('Chào Lộc Thị Én, Hứa Thị Mẫu mời bạn dùng Đôn Đốc.').waitFor();
  await looksRight(invited);
  await invited.getByLabel(/^Mật khẩu mới/).fill('LocThi-Loc-Thi');
  await invited.getByLabel('Nhập lại mật khẩu mới').fill('LocThi-Loc-Thi');
  await invited.getByRole('button', { name: 'Đặt mật khẩu và nhận lời mời' }).click();
  await invited
    .getByRole('alert')
    .getByText(/Mật khẩu dựa vào tên/)
    .waitFor();
  await invited.getByLabel(/^Mật khẩu mới/).fill(PASSWORD);
  await invited.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
  await invited.getByRole('button', { name: 'Đặt mật khẩu và nhận lời mời' }).click();
  await invited.getByRole('heading', { level: 1, name: 'Đã nhận lời mời' }).waitFor();
  await invited.getByRole('link', { name: 'Đăng nhập' }).click();
  await invited.getByLabel('Thư điện tử').fill('en@langson.gov.vn');
  await invited.getByLabel(/^Mật khẩu/).fill(PASSWORD);
  await invited.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await invited.getByRole('button', { name: 'Tài khoản: Lộc Thị Én' }).waitFor();
  await invited.goto(link ?? '');
  await invited.reload();
  await invited.getByText(/Đường dẫn này đã dùng hoặc đã hết hạn/).waitFor();
  await invited.context().close();
});

test('a table is pasted, every row is seen before anything is stored, and wrong cells are named', async () => {
  await open('/quan-tri/moi-theo-bang', 'Mời theo bảng');
  const table = page.getByLabel('Bảng người dùng');
  const rows = [
    'Họ và tên\tThư điện tử\tCơ quan\tChức vụ\tVai trò',
    'Lộc Thị Én\ten@langson.gov.vn\tSở Tư pháp\tChuyên viên\tCông chức thực hiện',
    'Hà Văn Hai\thai@langson.gov.vn\tSở Tư pháp\tPhó Giám đốc\tThủ trưởng cơ quan',
  ];
  await table.fill([...rows, 'Bế Ba\tba@langson.gov.vn\tSở Không Có\tChuyên viên\tsếp'].join('\n'));
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText(/^Dòng 4, cột "Cơ quan": không có cơ quan "Sở Không Có"/).waitFor();
  await page.getByText(/^Dòng 4, cột "Vai trò": "sếp" không phải vai trò nào/).waitFor();
  expect(await page.getByRole('button', { name: 'Lưu và gửi lời mời' }).isDisabled()).toBe(true);
  await looksRight();
  await table.fill(rows.join('\n'));
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page
    .getByText('1 người mời mới, 0 chức vụ thêm cho người đã có, 1 dòng không đổi, 0 ô chưa đúng.')
    .waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Lưu và gửi lời mời' }).click();
  await page.getByText('Đã trao 1 chức vụ và mời 1 người; 0 thư đã gửi.').waitFor();
  await looksRight();
  await page.getByRole('link', { name: 'Về danh sách người dùng' }).click();
  await page.getByText('11 người', { exact: true }).waitFor();
});

test('people are found without diacritics, and the filter stands in the address', async () => {
  await page.getByLabel('Tìm theo tên', { exact: false }).fill('loc thi en');
  await page.getByText('1 người', { exact: true }).waitFor();
  await page.waitForURL(/search=loc/);
  await page.getByRole('link', { name: 'Lộc Thị Én' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lộc Thị Én' }).waitFor();
  await looksRight();
});

test('a post is given; what stands against the separation of duties is said', async () => {
  await page.getByRole('button', { name: 'Trao chức vụ' }).click();
  const dialog = page.getByRole('dialog', { name: 'Trao chức vụ cho Lộc Thị Én' });
  await choose('Cơ quan', 'so tai chinh', 'Sở Tài chính');
  await dialog.getByLabel('Chức vụ').fill('Tổ viên');
  await choose('Vai trò', 'tham dinh', 'Người thẩm định');
  await dialog.getByRole('button', { name: 'Trao chức vụ' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/không vừa là "Người thẩm định" vừa là "Công chức/)
    .waitFor();
  await choose('Vai trò', 'kiem tra', 'Người kiểm tra');
  await dialog.getByRole('button', { name: 'Trao chức vụ' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('cell', { name: 'Tổ viên', exact: true }).waitFor();
  await looksRight();
});

test('a head names who does a part of a task, and it shows', async () => {
  await journey.enterAs('head');
  await page.goto(`${journey.address}/ke-hoach`);
  await page.getByRole('link', { name: /PAR INDEX NĂM 2024/ }).click();
  await page.getByLabel('Tìm trong kế hoạch').fill('sang kien hoac giai phap moi');
  await page
    .getByRole('link', { name: /Sáng kiến hoặc giải pháp mới/ })
    .first()
    .click();
  const give = page.getByRole('button', { name: 'Giao người: Sở Tư pháp' }).first();
  await give.click();
  const dialog = page.getByRole('dialog', { name: 'Ai thực hiện phần việc của Sở Tư pháp' });
  await choose(/^Người thực hiện/, 'en', /Lộc Thị Én/);
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('– Lộc Thị Én thực hiện').waitFor();
  await looksRight();
});

test('while away one lets a colleague act, from one’s own account', async () => {
  await open('/tai-khoan', 'Tài khoản của tôi');
  await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Ủy quyền khi vắng mặt' });
  await choose('Người làm thay', 'loc thi en', /Lộc Thị Én/);
  const year = new Date().getFullYear() + 1;
  await dialog.getByLabel('Đến ngày').fill(`31/12/${year}`);
  await dialog.getByLabel('Lý do').fill('Nghỉ phép');
  await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  await dialog
    .getByRole('alert')
    .getByText(/^Ủy quyền dài \d+ ngày, nhiều nhất là 90/)
    .waitFor();
  await dialog.getByLabel('Đến ngày').fill(await dialog.getByLabel('Từ ngày').inputValue());
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Lộc Thị Én làm thay Vi Thị Mẫu').waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Thu hồi ủy quyền cho Lộc Thị Én' }).click();
  await page.getByText(/^thu hồi từ /).waitFor();
});

test('a leaver’s work passes to a named person, with the list both saw', async () => {
  await journey.enterAs('administrator');
  await open('/quan-tri/nguoi-dung?search=loc+thi+en', 'Người dùng');
  await page.getByRole('link', { name: 'Lộc Thị Én' }).click();
  await page.getByRole('button', { name: 'Bàn giao chức vụ Chuyên viên' }).click();
  const dialog = page.getByRole('dialog', { name: /^Bàn giao chức vụ Chuyên viên/ });
  await dialog.getByText(/Sáng kiến hoặc giải pháp mới/).waitFor();
  await choose('Người nhận', 'luong', /Lương Văn Mẫu/);
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Bàn giao và kết thúc chức vụ' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(/^Lộc Thị Én bàn giao cho Lương Văn Mẫu/).click();
  await page
    .getByRole('listitem')
    .getByText(/Sáng kiến hoặc giải pháp mới/)
    .waitFor();
  await looksRight();
});

test('an account is locked, with a reason, and is found among the locked', async () => {
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Khóa tài khoản' }).click();
  const dialog = page.getByRole('dialog', { name: 'Khóa tài khoản' });
  await dialog.getByLabel('Lý do').fill('Chuyển công tác');
  expect(await findAccessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Khóa', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await open('/quan-tri/nguoi-dung?state=disabled', 'Người dùng');
  await page.getByText('1 người', { exact: true }).waitFor();
  await looksRight();
});

test('the table of rights says what each role may do, and why one may not', async () => {
  await open('/quan-tri/quyen-han', 'Quyền hạn');
  await page.getByText(/^Chức vụ hiện tại của bạn không được sửa kế hoạch/).waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rights' }).waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
});

test('who may not invite is told why', async () => {
  await journey.enterAs('officer');
  await open('/quan-tri/nguoi-dung', 'Người dùng');
  await looksRight();
  await page.getByRole('button', { name: 'Mời người dùng' }).focus();
  await page.getByText(/^Chức vụ hiện tại của bạn không được mời người dùng/).waitFor();
});
