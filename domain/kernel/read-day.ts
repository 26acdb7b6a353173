import { fold } from './text.ts';

/** 01/7/2025, 1-7-2025, 2025-07-01, "ngày 01 tháng 7 năm 2025"; null where it is no day. */
export function readDay(words: string): string | null {
  const written = fold(words).replace(/^ngay /, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(written);
  const local = /^(\d{1,2})(?:\s*[/.-]\s*|\s*thang\s*)(\d{1,2})(?:\s*[/.-]\s*|\s*nam\s*)(\d{4})$/.exec(
    written,
  );
  const [year, month, day] =
    iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3], local[2], local[1]] : [];
  if (year === undefined) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null;
  }
}
