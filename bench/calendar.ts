import type pg from 'pg';
import { addWorkingDays } from '#domain/calendar/count-working-days.ts';
import { fromEpochDay, toEpochDay } from '#domain/calendar/epoch-day.ts';
import { buildCalendar } from '#domain/calendar/work-calendar.ts';
import { type BenchLine, round } from './bench-line.ts';
import { withProvince } from './with-province.ts';

// A million due dates counted in working days, by joins on the running number of the calendar and by the domain,
// beside adding bare days to the same dates.

const DATES = 1_000_000;
const ROUNDS = 5;
const FIRST = toEpochDay('2023-01-01');
const SPREAD = 1_500;

export function benchCalendar(): Promise<readonly BenchLine[]> {
  return withProvince('2026-06-01T02:00:00Z', async ({ owner }) => {
    await owner.query(
      `create table asked as
       select date '2023-01-01' + (n::bigint * 7919 % ${SPREAD})::int as day, 1 + (n % 30)::int as days from generate_series(1, ${DATES}) n`,
    );
    await owner.query('vacuum analyze');
    const bare = await fastest(owner, 'select count(day + days), sum(days) from asked');
    const joined = await fastest(
      owner,
      `select count(later.day), sum(days) from asked
       join calendar_day here on here.day = asked.day
       join calendar_day later on later.running = here.running + days and later.is_working`,
    );
    if (joined.count !== DATES) throw new Error(`${joined.count} of ${DATES} dates were answered`);
    const domain = timeDomain();
    return [
      { name: `${DATES} dates + bare days, SQL`, seconds: round(bare.seconds), ratio: 1 },
      {
        name: `${DATES} dates + working days, SQL join`,
        seconds: round(joined.seconds),
        ratio: round(joined.seconds / bare.seconds),
      },
      {
        name: `${DATES} dates + bare days, domain`,
        seconds: round(domain.bare),
        ratio: 1,
      },
      {
        name: `${DATES} dates + working days, domain running number`,
        seconds: round(domain.counted),
        ratio: round(domain.counted / domain.bare),
      },
      {
        name: `${DATES / 10} dates + working days, domain with reason`,
        seconds: round(domain.explained),
        ratio: round((domain.explained * 10) / domain.bare),
      },
    ];
  });
}

async function fastest(owner: pg.Client, query: string): Promise<{ seconds: number; count: number }> {
  let seconds = Number.POSITIVE_INFINITY;
  let count = 0;
  for (let at = 0; at < ROUNDS; at++) {
    const begin = performance.now();
    const { rows } = await owner.query<{ count: string }>(query);
    seconds = Math.min(seconds, (performance.now() - begin) / 1000);
    count = Number(rows[0]?.count);
  }
  return { seconds, count };
}

function timeDomain() {
  const calendar = buildCalendar();
  const asked = Array.from({ length: DATES }, (_, n) => ({
    day: fromEpochDay(FIRST + ((n * 7919) % SPREAD)),
    days: 1 + (n % 30),
  }));
  const time = (work: () => void) => {
    const begin = performance.now();
    work();
    return (performance.now() - begin) / 1000;
  };
  return {
    bare: time(() => {
      for (const { day, days } of asked) fromEpochDay(toEpochDay(day) + days);
    }),
    counted: time(() => {
      for (const { day, days } of asked) calendar.nthWorkingDay(calendar.running(day) + days);
    }),
    explained: time(() => {
      for (const { day, days } of asked.slice(0, DATES / 10)) addWorkingDays(calendar, day, days);
    }),
  };
}
