import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, chooseBackupsToRemove } from './rotate-backups.ts';

const at = (when: string) => backupName(Temporal.PlainDateTime.from(when));
const nightly = (from: string, nights: number) =>
  Array.from({ length: nights }, (_, night) =>
    at(`${Temporal.PlainDate.from(from).add({ days: night })}T02:00`),
  );
const KEEP = { days: 7, weeks: 4, months: 12 };

const removedOf = (names: readonly string[], keep = KEEP) => [...chooseBackupsToRemove(names, keep)].sort();
const keptOf = (names: readonly string[], keep = KEEP) => {
  const removed = new Set(chooseBackupsToRemove(names, keep));
  return names.filter((name) => !removed.has(name));
};

describe('backups of a folder', () => {
  it('of one year of nights are the last seven, the ends of weeks, the ends of months', () => {
    const kept = keptOf(nightly('2026-01-01', 365)).map((name) => name.slice(8, 18));
    expect(kept).toEqual(
      [
        ...[
          '01-31',
          '02-28',
          '03-31',
          '04-30',
          '05-31',
          '06-30',
          '07-31',
          '08-31',
          '09-30',
          '10-31',
          '11-30',
        ],
        ...['12-13', '12-20', '12-25', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31'],
      ].map((day) => `2026-${day}`),
    );
  });

  it('taken twice on a day leave the later one', () => {
    const names = [at('2026-11-25T02:00'), at('2026-11-25T14:30'), at('2026-11-24T02:00')];
    expect(removedOf(names)).toEqual([at('2026-11-25T02:00')]);
  });

  it('from before the machine was off for a year stay', () => {
    expect(removedOf([at('2024-03-01T02:00'), at('2024-03-02T02:00'), at('2026-11-25T02:00')])).toEqual([]);
  });

  it('of which none is to be kept still leave the newest', () => {
    const none = { days: 0, weeks: 0, months: 0 };
    expect(keptOf(nightly('2026-11-01', 5), none)).toEqual([at('2026-11-05T02:00')]);
  });

  it.each([
    'notes.txt',
    'don-doc-2026-11-01-020000.tar.zst.bak',
    'don-doc-2026-02-30-020000.tar.zst',
    'don-doc-2026-11-01-250000.tar.zst',
    'before-the-reform.tar.zst',
  ])('do not count "%s" among them', (name) => {
    expect(removedOf([name, ...nightly('2026-11-01', 2)], { days: 1, weeks: 0, months: 0 })).not.toContain(
      name,
    );
  });
});

describe('whatever the folder holds', () => {
  const moment = fc
    .tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 86_399 }))
    .map(([days, seconds]) => Temporal.PlainDateTime.from('2024-12-20T00:00').add({ days, seconds }));
  const folder = fc.uniqueArray(fc.oneof(moment.map(backupName), fc.string()), { maxLength: 60 });
  const keep = fc.record({
    days: fc.integer({ min: 0, max: 10 }),
    weeks: fc.integer({ min: 0, max: 6 }),
    months: fc.integer({ min: 0, max: 14 }),
  });
  const isOurs = (name: string) => /^don-doc-.*\.tar\.zst$/.test(name);

  it('the newest stays, and only what was there and is ours goes', () => {
    fc.assert(
      fc.property(folder, keep, (names, kept) => {
        const removed = chooseBackupsToRemove(names, kept);
        expect(removed).not.toContain(names.filter(isOurs).sort().at(-1));
        for (const name of removed) expect(isOurs(name) && names.includes(name)).toBe(true);
        expect(new Set(removed).size).toBe(removed.length);
      }),
    );
  });

  it('each of the last days, weeks and months that had one still has one', () => {
    fc.assert(
      fc.property(folder, keep, (names, kept) => {
        const dayOf = (name: string) => Temporal.PlainDate.from(name.slice(8, 18));
        const spans = (
          among: readonly string[],
          spanOf: (day: Temporal.PlainDate) => string,
          limit: number,
        ) =>
          [...new Set(among.filter(isOurs).map((name) => spanOf(dayOf(name))))]
            .sort()
            .reverse()
            .slice(0, limit);
        const left = keptOf(names, kept);
        for (const [limit, spanOf] of [
          [kept.days, String],
          [
            kept.weeks,
            (day: Temporal.PlainDate) => `${day.yearOfWeek}-${String(day.weekOfYear).padStart(2, '0')}`,
          ],
          [kept.months, (day: Temporal.PlainDate) => day.toPlainYearMonth().toString()],
        ] as const)
          expect(spans(left, spanOf, limit)).toEqual(spans(names, spanOf, limit));
      }),
    );
  });

  it('rotating again at once removes nothing more', () => {
    fc.assert(
      fc.property(folder, keep, (names, kept) => {
        expect(chooseBackupsToRemove(keptOf(names, kept), kept)).toEqual([]);
      }),
    );
  });

  it('no more is left than was asked for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(moment.map(backupName)), keep, (names, kept) => {
        expect(keptOf(names, kept).length).toBeLessThanOrEqual(
          Math.max(1, kept.days + kept.weeks + kept.months),
        );
      }),
    );
  });
});
