import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeadlineEvent, escapeText, foldLine, writeCalendar } from './write-calendar.ts';

const EVENT: DeadlineEvent = {
  id: '00000000-0000-7000-8000-000000000001',
  day: '2026-12-31',
  summary: 'I.1 Rà soát văn bản',
  description: 'Thời hạn: Quý IV/2026\nSản phẩm: Báo cáo; phụ lục',
  url: 'https://dondoc.example/phan-viec/1',
  sequence: 3,
  changedAt: '2026-07-20T02:00:00.123Z',
};

/** As a calendar program reads it: lines joined again, names before the first colon. */
function read(calendar: string): ReadonlyMap<string, string> {
  const lines = calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1)];
    }),
  );
}
const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
const octets = (line: string) => new TextEncoder().encode(line).length;

describe('a calendar', () => {
  test('says of a deadline its day, the next as its end, and that it blocks no time', () => {
    const fields = read(writeCalendar({ name: 'Việc của tôi', events: [EVENT] }));
    expect(Object.fromEntries(fields)).toMatchObject({
      VERSION: '2.0',
      'X-WR-CALNAME': 'Việc của tôi',
      UID: `${EVENT.id}@don-doc`,
      'DTSTART;VALUE=DATE': '20261231',
      'DTEND;VALUE=DATE': '20270101',
      DTSTAMP: '20260720T020000Z',
      SEQUENCE: '3',
      DESCRIPTION: 'Thời hạn: Quý IV/2026\\nSản phẩm: Báo cáo\\; phụ lục',
      TRANSP: 'TRANSPARENT',
    });
  });

  test('without a deadline is a calendar still', () => {
    const calendar = writeCalendar({ name: 'x', events: [] });
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar).toMatch(/END:VCALENDAR\r\n$/);
    expect(calendar).not.toContain('VEVENT');
  });

  test('gives back every word, in lines no program refuses', () => {
    const unit = fc.constantFrom(...'aĐề“😀 0:\\;,\n');
    const text = fc.string({ unit, maxLength: 120 });
    const words = fc.oneof(
      text,
      fc.constantFrom('Đôn đốc, thực hiện; “nhiệm vụ”\\ở xã\nđợt 2', 'ề'.repeat(80)),
    );
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const calendar = writeCalendar({ name: summary, events: [{ ...EVENT, summary, description }] });
        expect(Math.max(...calendar.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
        const fields = read(calendar);
        expect(unescaped(fields.get('SUMMARY') ?? '')).toBe(summary);
        expect(unescaped(fields.get('DESCRIPTION') ?? '')).toBe(description);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps no control character', () => {
    expect(escapeText('a\u0000b\r\nc\td')).toBe('ab\\nc\td');
  });

  test('cuts a long line between letters', () => {
    expect(foldLine('ề'.repeat(26))).toBe(`${'ề'.repeat(25)}\r\n ề`);
  });
});
