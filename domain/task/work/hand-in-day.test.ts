import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, toEpochDay, weekdayOf } from '../../calendar/epoch-day.ts';
import { handInDay, lastOpenedOn, MOST_DAYS_UNDERWAY } from './hand-in-day.ts';

/** Weekends alone are rest days here. */
function countWorkingDays(from: string, to: string): number {
  let count = 0;
  for (let at = toEpochDay(from) + 1; at <= toEpochDay(to); at++) if (weekdayOf(at) < 6) count++;
  return count;
}

describe('the day a hand-in counts on, arriving on Monday 22/06/2026', () => {
  const today = '2026-06-22';
  test.each<[string, string | undefined, string | null, string]>([
    ['written nowhere else', undefined, null, today],
    ['written the same day', today, null, today],
    ['written on Friday', '2026-06-19', null, '2026-06-19'],
    ['written on the rest day before', '2026-06-21', null, '2026-06-21'],
    ['three working days on its way', '2026-06-17', null, '2026-06-17'],
    ['four', '2026-06-16', null, today],
    ['by a clock that is ahead', '2026-06-23', null, today],
    ['by a clock that is a year behind', '2025-06-22', null, today],
    ['written before it was returned', '2026-06-18', '2026-06-19', today],
    ['written on the day it was returned', '2026-06-19', '2026-06-19', '2026-06-19'],
  ])('%s', (_what, writtenOn, openedOn, day) => {
    expect(handInDay({ writtenOn, today, openedOn, countWorkingDays })).toBe(day);
  });
});

const days = fc.integer({ min: toEpochDay('2026-01-01'), max: toEpochDay('2026-12-31') }).map(fromEpochDay);

test('is never after the day it arrived, never before it was opened again, never further back than is believed', () => {
  fc.assert(
    fc.property(days, days, fc.option(days), (writtenOn, today, openedOn) => {
      const day = handInDay({ writtenOn, today, openedOn, countWorkingDays });
      expect([writtenOn, today]).toContain(day);
      expect(day <= today).toBe(true);
      if (day !== today && openedOn !== null) expect(day >= openedOn).toBe(true);
      expect(countWorkingDays(day, today)).toBeLessThanOrEqual(MOST_DAYS_UNDERWAY);
    }),
  );
});

test.each([
  [[], null],
  [[['submit', '2026-06-01']], null],
  [
    [
      ['submit', '2026-06-01'],
      ['return', '2026-06-03'],
      ['report', '2026-06-04'],
    ],
    '2026-06-03',
  ],
  [
    [
      ['return', '2026-06-03'],
      ['submit', '2026-06-05'],
      ['take-back', '2026-06-06'],
    ],
    '2026-06-06',
  ],
] as const)('of %j the work was last opened on %s', (acts, day) => {
  expect(lastOpenedOn(acts.map(([kind, occurredOn]) => ({ kind, occurredOn })))).toBe(day);
});
