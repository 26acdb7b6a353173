import { toEpochDay, weekdayOf } from './epoch-day.ts';

/** "05/01", "30/4": a day inside a sentence that has its year elsewhere; months 1 and 2 keep their zero, as in letters. */
export function shortDay(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(8, 10)}/${month < 3 ? `0${month}` : month}`;
}

/** "30/4/2026". */
export function dayWords(day: string): string {
  return `${shortDay(day)}/${day.slice(0, 4)}`;
}

/** "02/5 (hoán đổi, làm bù 26/4)": a day and why, whose own brackets give way to those around it. */
export function dayWithWhy(day: string, why: string): string {
  return why === '' ? day : `${day} (${why.replace(/\s*\(([^()]*)\)/g, ', $1')})`;
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

export function weekdayWords(day: string): string {
  return WEEKDAYS[weekdayOf(toEpochDay(day)) - 1] ?? '';
}
