import type { GridRow } from './grid.ts';
import { filledCells, textsOf } from './grid.ts';
import { foldHeader, roleOfHeader } from './header-words.ts';

// Tables that have someone in charge and a content but are no plan: a weekly schedule ("Thứ", "Giờ", "Địa điểm",
// "Thành phần") and a list of persons ("Họ và tên", "Chức vụ").

const DAY = /^(thu|ngay|gio|buoi|thu ngay|ngay thang|thu ngay thang|ngay gio|gio ngay)$/;
const CLOCK =
  /^(thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|sáng|chiều|tối)\b|\b\d{1,2}\s*(h|giờ|g)\s*\d{0,2}\b|\b\d{1,2}:\d{2}\b/iu;

/** True where the first rows of the table are the header of a schedule or of a list of persons. */
export function isOtherTable(grid: readonly GridRow[]): boolean {
  const header = grid.slice(0, 15).find((row) => filledCells(row).length >= 3);
  if (header === undefined) return false;
  const words = textsOf(header).map(foldHeader);
  if (words.some((word) => /^ho (va )?ten|^ho ten|^chuc (vu|danh)/.test(word))) return true;
  const days = new Set(words.filter((word) => DAY.test(word))).size;
  const place = words.some((word) => /dia diem|noi hop|phong hop/.test(word));
  const present = words.some((word) => /thanh phan|tham du|du hop|nguoi du/.test(word));
  if (days >= 2 || (days === 1 && (place || present))) return true;
  if (!words.some((word) => /thoi gian/.test(word)) || !(place || present)) return false;
  return !words.some((word) => roleOfHeader(word) === 'code') || tellsHours(grid, words);
}

function tellsHours(grid: readonly GridRow[], words: readonly string[]): boolean {
  const column = words.findIndex((word) => /thoi gian/.test(word));
  const times = grid.slice(1).flatMap((row) => {
    const text = row.cells[column]?.cell.text.trim() ?? '';
    return text === '' ? [] : [text];
  });
  return times.filter((text) => CLOCK.test(text)).length * 3 > times.length;
}
