import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarNotice, KNOWN_NOTICES } from './calendar-notice.ts';
import { computeDeadline, type Span } from './compute-deadline.ts';
import {
  addWorkingDays,
  countWorkingDays,
  rollBack,
  rollForward,
  subtractWorkingDays,
} from './count-working-days.ts';
import { fromEpochDay, toEpochDay, weekdayOf } from './epoch-day.ts';
import { addClockMinutes, addWorkingMinutes, dayOfReceipt } from './office-hours.ts';
import { buildCalendar } from './work-calendar.ts';

const calendar = buildCalendar();

describe('days of 2023 to 2027', () => {
  test.each([
    ['2023-01-19', true, 'the last day before Tết Quý Mão'],
    ['2023-01-20', false, 'Tết'],
    ['2023-01-27', true, 'back from Tết'],
    ['2023-05-02', false, 'given for Giỗ Tổ'],
    ['2024-04-29', false, 'swapped'],
    ['2024-05-04', true, 'a Saturday made up'],
    ['2024-05-11', false, 'a Saturday'],
    ['2025-04-26', true, 'a Saturday made up'],
    ['2025-05-02', false, 'swapped'],
    ['2026-01-10', true, 'a Saturday made up'],
    ['2026-04-27', false, 'given for Giỗ Tổ on a Sunday'],
    ['2026-08-22', true, 'a Saturday made up'],
    ['2026-08-31', false, 'swapped'],
    ['2026-11-23', true, 'no notice of a swap'],
    ['2026-11-24', false, 'Ngày Văn hóa Việt Nam'],
    ['2027-05-03', false, 'given for 01/5 on a Saturday'],
  ])('%s worked: %s, %s', (day, worked) => expect(calendar.isWorkingDay(day)).toBe(worked));

  test.each([
    [2023, 260 - 11],
    [2024, 262 - 12 + 1],
    [2025, 261 - 12 + 1],
    [2026, 261 - 14 + 2],
  ])('%s has %s working days', (year, days) =>
    expect(countWorkingDays(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(days),
  );

  test('every day off was a weekday and every day made up a rest day', () => {
    for (const { days } of KNOWN_NOTICES)
      for (const { day, effect } of days)
        expect([day, weekdayOf(toEpochDay(day)) > 5]).toEqual([day, effect === 'work']);
  });
});

describe('adding, subtracting, rolling', () => {
  test.each([
    // first day excluded; over 30/4, 01/5, the swap of 02/5 and a weekend
    ['2025-04-29', 1, '2025-05-05'],
    ['2025-04-25', 1, '2025-04-26'],
    ['2025-04-25', 3, '2025-04-29'],
    ['2024-04-26', 5, '2024-05-07'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-11-23', 1, '2026-11-25'],
    ['2026-05-02', 1, '2026-05-04'],
    ['2026-06-01', 0, '2026-06-01'],
  ])('%s + %s is %s', (day, n, end) => expect(addWorkingDays(calendar, day, n).day).toBe(end));

  test.each([
    ['2025-05-05', 1, '2025-04-29'],
    ['2025-05-05', 4, '2025-04-25'],
    ['2024-05-07', 2, '2024-05-04'],
    ['2026-07-01', 5, '2026-06-24'],
    ['2026-06-01', 0, '2026-06-01'],
  ])('%s - %s is %s', (day, n, end) => expect(subtractWorkingDays(calendar, day, n).day).toBe(end));

  test('the reason names every day passed over and made up', () => {
    expect(addWorkingDays(calendar, '2025-04-25', 5)).toMatchObject({
      day: '2025-05-06',
      reason:
        '5 ngày làm việc, trừ 30/4 (Ngày Chiến thắng), 01/5 (Quốc tế Lao động), 02/5 (hoán đổi, làm bù 26/4), thứ Bảy, Chủ nhật 27/4, 03–04/5; tính cả ngày làm bù 26/4',
      skipped: [{ day: '2025-04-30' }, { day: '2025-05-01' }, { day: '2025-05-02', verified: true }],
      madeUp: [{ day: '2025-04-26' }],
      covered: true,
    });
    expect(addWorkingDays(calendar, '2026-06-01', 30).reason).toBe(
      '30 ngày làm việc, trừ 12 ngày thứ Bảy, Chủ nhật',
    );
    expect(addWorkingDays(calendar, '2026-06-01', 2).reason).toBe('2 ngày làm việc');
  });

  test('what is not known yet of a year is said', () => {
    const counted = addWorkingDays(calendar, '2026-12-31', 3);
    expect(counted.covered).toBe(false);
    expect(counted.reason).toMatch(/chưa đầy đủ/);
  });

  test('a year counts as known only from the notice that made it so', () => {
    const then = buildCalendar(KNOWN_NOTICES, { knownOn: '2024-04-11' });
    expect(addWorkingDays(then, '2024-04-25', 3).reason).toMatch(/chưa đầy đủ/);
    expect(addWorkingDays(calendar, '2024-04-25', 3).covered).toBe(true);
    expect(then.isComplete(2026)).toBe(false);
  });

  test.each([
    ['2024-06-30', '2024-07-01', '2024-06-28'],
    ['2025-04-26', '2025-04-26', '2025-04-26'],
    ['2026-05-01', '2026-05-04', '2026-04-29'],
    ['2026-06-15', '2026-06-15', '2026-06-15'],
  ])('%s rolls on to %s and back to %s', (day, on, back) => {
    expect(rollForward(calendar, day).day).toBe(on);
    expect(rollBack(calendar, day).day).toBe(back);
  });

  test.each([-1, 1.5, Number.NaN])('%s days are no number of days', (n) => {
    expect(() => addWorkingDays(calendar, '2026-06-01', n)).toThrow(RangeError);
    expect(() => subtractWorkingDays(calendar, '2026-06-01', n)).toThrow(RangeError);
  });

  test('a day far away is a bug of who asks', () => {
    expect(() => calendar.isWorkingDay('1900-01-01')).toThrow(RangeError);
    expect(() => calendar.isWorkingDay('khong phai')).toThrow(RangeError);
    expect(() => calendar.nthWorkingDay(0)).toThrow(RangeError);
  });
});

describe('spans in words', () => {
  const forward = (n: number, unit: Span['unit']): Span => ({ n, unit, direction: 'after' });
  const backward = (n: number, unit: Span['unit']): Span => ({ n, unit, direction: 'before' });
  test.each<[Span, string, string]>([
    [forward(5, 'working-day'), '2025-04-25', '2025-05-06'],
    [backward(5, 'working-day'), '2026-07-01', '2026-06-24'],
    // the last day is a Sunday
    [forward(10, 'day'), '2026-06-04', '2026-06-15'],
    [backward(10, 'day'), '2026-06-17', '2026-06-05'],
    [forward(2, 'week'), '2026-06-01', '2026-06-15'],
    [forward(1, 'half-month'), '2026-06-01', '2026-06-16'],
    // months without that day
    [forward(1, 'month'), '2025-01-31', '2025-02-28'],
    [forward(1, 'month'), '2024-01-31', '2024-02-29'],
    [forward(1, 'month'), '2026-08-31', '2026-09-30'],
    [forward(1, 'year'), '2024-02-29', '2025-02-28'],
    [forward(1, 'half-year'), '2025-08-31', '2026-03-02'],
    [{ ...forward(1, 'month'), separate: true }, '2026-07-31', '2026-09-03'],
    [{ ...forward(1, 'year'), separate: true }, '2024-02-29', '2025-02-28'],
  ])('%j from %s is %s', (span, day, end) => expect(computeDeadline(span, day, calendar).day).toBe(end));

  test('a deadline before an event says how it was counted', () => {
    const span: Span = { n: 5, unit: 'working-day', direction: 'before', anchorWords: 'ngày có hiệu lực' };
    expect(computeDeadline(span, '2025-05-05', calendar)).toMatchObject({
      day: '2025-04-24',
      reason:
        '5 ngày làm việc trước ngày có hiệu lực 05/5/2025, trừ 30/4 (Ngày Chiến thắng), 01/5 (Quốc tế Lao động), 02/5 (hoán đổi, làm bù 26/4), thứ Bảy, Chủ nhật 27/4, 03–04/5; tính cả ngày làm bù 26/4',
    });
    expect(computeDeadline({ n: 10, unit: 'day', direction: 'after' }, '2026-06-04', calendar).reason).toBe(
      '10 ngày kể từ sau ngày 04/6/2026: 14/6/2026; 14/6/2026 là ngày nghỉ nên chuyển sang 15/6/2026, trừ thứ Bảy, Chủ nhật 14/6',
    );
  });
});

describe('hours', () => {
  const HOURS = [
    { from: 450, to: 690 },
    { from: 810, to: 1020 },
  ];
  test.each([
    ['2026-06-05', 899, 900, '2026-06-05'],
    ['2026-06-05', 901, 900, '2026-06-08'],
    ['2026-06-05', 1439, undefined, '2026-06-05'],
    ['2026-06-06', 600, 900, '2026-06-08'],
    ['2026-04-29', 1000, 900, '2026-05-04'],
  ])('received on %s at minute %s with cut-off %s counts from %s', (day, minute, cutOff, counts) =>
    expect(dayOfReceipt(calendar, { day, minute }, cutOff)).toBe(counts),
  );

  test('hours of the clock run day and night, hours of work do not', () => {
    expect(addClockMinutes({ day: '2026-06-05', minute: 1000 }, 24 * 60)).toEqual({
      day: '2026-06-06',
      minute: 1000,
    });
    expect(addClockMinutes({ day: '2026-06-05', minute: 10 }, -20)).toEqual({
      day: '2026-06-04',
      minute: 1430,
    });
    const work = (day: string, minute: number, minutes: number) =>
      addWorkingMinutes(calendar, { day, minute }, minutes, HOURS);
    expect(work('2026-06-05', 960, 120)).toEqual({ day: '2026-06-08', minute: 510 });
    expect(work('2026-06-05', 660, 60)).toEqual({ day: '2026-06-05', minute: 840 });
    expect(work('2026-06-06', 660, 30)).toEqual({ day: '2026-06-08', minute: 480 });
    expect(work('2026-06-05', 450, 450)).toEqual({ day: '2026-06-05', minute: 1020 });
    expect(() => addWorkingMinutes(calendar, { day: '2026-06-05', minute: 0 }, 5, [])).toThrow(RangeError);
  });
});

describe('as it was known', () => {
  const closure: CalendarNotice = {
    id: 'bao',
    words: 'Nghỉ tránh bão',
    source: 'Công điện số 01/CĐ-UBND',
    knownFrom: '2026-09-10',
    verified: true,
    days: [{ day: '2026-09-11', effect: 'off', words: 'tránh bão' }],
  };
  const lifted: CalendarNotice = {
    ...closure,
    id: 'thoi',
    knownFrom: '2026-09-20',
    withdraws: 'bao',
    days: [],
  };
  const opened: CalendarNotice = {
    ...closure,
    id: 'lam',
    knownFrom: '2026-09-12',
    days: [{ day: '2026-09-11', effect: 'work', words: 'vẫn làm' }],
  };
  const worked = (notices: readonly CalendarNotice[], knownOn?: string) =>
    buildCalendar([...KNOWN_NOTICES, ...notices], { knownOn }).isWorkingDay('2026-09-11');

  test('a notice counts from the day it became known, until it is taken back', () => {
    expect(worked([closure], '2026-09-09')).toBe(true);
    expect(worked([closure], '2026-09-10')).toBe(false);
    expect(worked([lifted, closure], '2026-09-19')).toBe(false);
    expect(worked([lifted, closure])).toBe(true);
  });

  test('of two that speak of a day, the later stands', () => expect(worked([opened, closure])).toBe(true));

  test('the swap of 29/4/2024 was unknown before 12/4/2024', () => {
    expect(buildCalendar(KNOWN_NOTICES, { knownOn: '2024-04-11' }).isWorkingDay('2024-04-29')).toBe(true);
    expect(buildCalendar(KNOWN_NOTICES, { knownOn: '2024-04-12' }).isWorkingDay('2024-04-29')).toBe(false);
  });
});

describe('for any day and number', () => {
  const anyDay = fc
    .integer({ min: toEpochDay('2022-06-01'), max: toEpochDay('2028-06-01') })
    .map(fromEpochDay);
  const anyCount = fc.integer({ min: 1, max: 300 });
  /** The rule itself: step a day, count it when it is worked. */
  const walk = (day: string, n: number, step: 1 | -1) => {
    let at = toEpochDay(day);
    for (let left = n; left > 0; ) {
      at += step;
      if (calendar.isWorkingDay(fromEpochDay(at))) left -= 1;
    }
    return fromEpochDay(at);
  };
  test('it is what stepping day by day gives', () =>
    fc.assert(
      fc.property(anyDay, anyCount, (day, n) => {
        expect(addWorkingDays(calendar, day, n).day).toBe(walk(day, n, 1));
        expect(subtractWorkingDays(calendar, day, n).day).toBe(walk(day, n, -1));
      }),
    ));

  test('adding then counting gives the number, and what is skipped explains the distance', () =>
    fc.assert(
      fc.property(anyDay, anyCount, (day, n) => {
        const { day: end, madeUp } = addWorkingDays(calendar, day, n);
        expect(countWorkingDays(calendar, day, end)).toBe(n);
        expect(calendar.isWorkingDay(end)).toBe(true);
        for (const mark of madeUp) expect(calendar.isWorkingDay(mark.day)).toBe(true);
      }),
    ));

  test('a working day comes back by as many', () =>
    fc.assert(
      fc.property(anyDay, anyCount, (day, n) => {
        const from = rollForward(calendar, day).day;
        expect(subtractWorkingDays(calendar, addWorkingDays(calendar, from, n).day, n).day).toBe(from);
      }),
    ));

  test('a later day never comes out earlier', () =>
    fc.assert(
      fc.property(anyDay, anyDay, anyCount, (a, b, n) => {
        const [first, second] = [a, b].toSorted() as [string, string];
        expect(addWorkingDays(calendar, first, n).day <= addWorkingDays(calendar, second, n).day).toBe(true);
      }),
    ));

  test('working minutes end within hours of a working day', () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 5000 }),
        (day, minute, n) => {
          const hours = [{ from: 450, to: 690 }];
          const end = addWorkingMinutes(calendar, { day, minute }, n, hours);
          expect(calendar.isWorkingDay(end.day)).toBe(true);
          expect(end.minute).toBeGreaterThan(450);
          expect(end.minute).toBeLessThanOrEqual(690);
        },
      ),
    ));
});
