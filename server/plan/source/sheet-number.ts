// How a spreadsheet shows a number: only as far as plans need it (dates, times, per cents, decimals), in the
// Vietnamese way (dd/mm/yyyy, decimal comma). ECMA-376 part 1, 18.8.30 and 18.17.4.1.

/** Formats that stand in no file because every program knows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
};
const DAY = 86_400_000;

export function findBuiltInFormat(id: number): string {
  // 27 to 36 and 50 to 58 are dates in the East Asian editions.
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'dd/mm/yyyy';
  return BUILT_IN[id] ?? 'General';
}

export function presentSheetNumber(value: number, format: string, from1904: boolean): string {
  const section = bareFormat(format, value);
  if (/[dy]|m(?!\w*[#0])/i.test(section) && !/[#0?]/.test(section))
    return presentDate(value, section, from1904);
  if (/[hs]/i.test(section) && !/[#?]/.test(section)) return presentDate(value, section, from1904);
  const percent = section.includes('%');
  const shown = percent ? value * 100 : value;
  const fraction = /[.]([0#?]+)/.exec(section)?.[1];
  const general = !/[0#?]/.test(section);
  const least = general ? 0 : (fraction?.replace(/[^0]/g, '').length ?? 0);
  const most = general ? 11 : (fraction?.length ?? 0);
  const whole = presentDecimal(shown, least, most);
  // Codes such as "01" are numbers shown with leading zeros.
  const width =
    general || section.includes(',') ? 0 : (/^[^.]*?(0+)(?:[.%]|$)/.exec(section)?.[1]?.length ?? 0);
  const [units = '', rest] = whole.split('.');
  const padded = units.startsWith('-')
    ? `-${units.slice(1).padStart(width, '0')}`
    : units.padStart(width, '0');
  const grouped = section.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, '.') : padded;
  const number = rest === undefined ? grouped : `${grouped},${rest}`;
  return percent ? `${number}%` : number;
}

/** At most fifteen digits are kept by a sheet: 0.1 + 0.2 shows as 0.3. */
function presentDecimal(value: number, least: number, most: number): string {
  const exact = Number(value.toPrecision(15));
  const [units = '', rest = ''] = (Math.abs(exact) >= 1e21 ? '0' : exact.toFixed(most)).split('.');
  const trimmed = rest.slice(0, least) + rest.slice(least).replace(/0+$/, '');
  return trimmed === '' ? units : `${units}.${trimmed}`;
}

/** The section of the format for this sign, without colours, conditions, locales and quoted words. */
function bareFormat(format: string, value: number): string {
  const sections = format.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  const section = (value < 0 && sections[1]) || (value === 0 && sections[2]) || sections[0] || 'General';
  const bare = section.replace(/\[(?!h|m|s)[^\]]*\]/gi, '');
  return /general/i.test(bare) ? 'General' : bare;
}

function presentDate(serial: number, format: string, from1904: boolean): string {
  // Day 60 is the 29/02/1900 that never was: earlier serials are one day off (ECMA-376 part 1, 18.17.4.1).
  const days = from1904 ? serial : serial < 60 ? serial + 1 : serial;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(Math.round((epoch + days * DAY) / 1000) * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  const day = two(date.getUTCDate());
  const month = two(date.getUTCMonth() + 1);
  const hasDay = /d/i.test(format);
  const hasYear = /y/i.test(format);
  if (!hasDay && !hasYear) return clock;
  const shown = hasDay
    ? hasYear
      ? `${day}/${month}/${date.getUTCFullYear()}`
      : `${day}/${month}`
    : `${month}/${date.getUTCFullYear()}`;
  return /h/i.test(format) ? `${shown} ${clock}` : shown;
}
