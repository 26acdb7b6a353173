/** "20/3/2026": a day inside a sentence. */
export function dayWords(day: string): string {
  const { day: d, month, year } = Temporal.PlainDate.from(day);
  return `${String(d).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${year}`;
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

export function weekdayWords(day: string): string {
  return WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';
}
