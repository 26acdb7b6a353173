/** "2024-06-03" as 03/06/2024. */
export function formatDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** 1234.5 as 1.234,5 in either language: the figures are those of Vietnamese documents. */
export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

const INSTANTS = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** An instant as 03/06/2024 14:05, on the clock of Việt Nam. */
export function formatInstant(iso: string): string {
  const parts = Object.fromEntries(
    INSTANTS.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  return `${parts['day']}/${parts['month']}/${parts['year']} ${parts['hour']}:${parts['minute']}`;
}

const DAYS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day of an instant in Việt Nam, as an ISO date. */
export function dayOf(instant: string | Date): string {
  return DAYS.format(new Date(instant));
}

/** 3/6/2024 or 03-06-2024 as 2024-06-03; undefined where it is no day of the calendar. */
export function parseDay(words: string): string | undefined {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(words);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** 1.234,5 or 1234,5 as 1234.5; undefined where it is no number, or below nothing. */
export function parseNumber(words: string): number | undefined {
  const typed = words.trim();
  if (!/^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(typed)) return undefined;
  return Number(typed.replaceAll('.', '').replace(',', '.'));
}
