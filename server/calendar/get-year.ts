import type { CalendarYear } from '#contract/calendar.ts';
import { KNOWN_NOTICES, noticesKnownOn, UNDECIDED } from '#domain/calendar/calendar-notice.ts';
import { countWorkingDays } from '#domain/calendar/count-working-days.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { type Deps, inScope } from '../deps.ts';
import { listEnteredNotices } from './calendar.store.ts';
import { loadCalendar } from './load-calendar.ts';

/** One year of the calendar, as it is known now or was known on a day. */
export function getYear(
  deps: Deps,
  { year, knownOn }: { readonly year: number; readonly knownOn?: string | undefined },
): Promise<CalendarYear> {
  return inScope(deps, async (tx) => {
    const calendar = await loadCalendar(tx, { knownOn });
    const entered = await listEnteredNotices(tx);
    const actors = new Map(entered.map(({ id, actor }) => [id, actor]));
    const all = [...KNOWN_NOTICES, ...entered].filter(
      ({ knownFrom }) => knownOn === undefined || knownFrom === null || knownFrom <= knownOn,
    );
    const standing = new Set(noticesKnownOn(all, knownOn).map(({ id }) => id));
    const ofYear = (day: string) => day.startsWith(`${year}-`);
    const speakOfYear = new Set(
      all
        .filter(({ days, completesYear }) => completesYear === year || days.some(({ day }) => ofYear(day)))
        .map(({ id }) => id),
    );
    const months = Array.from({ length: 12 }, (_, at) => {
      const first = Temporal.PlainDate.from({ year, month: at + 1, day: 1 });
      const before = first.subtract({ days: 1 }).toString();
      const last = first.add({ months: 1 }).subtract({ days: 1 }).toString();
      return { month: at + 1, workingDays: countWorkingDays(calendar, before, last) };
    });
    const isComplete = calendar.isComplete(year);
    return {
      year,
      isComplete,
      undecided: isComplete ? null : undecidedWords(year, knownOn),
      marks: calendar.marksBetween(`${year}-01-01`, `${year}-12-31`).map(({ noticeId, ...mark }) => mark),
      months,
      workingDays: months.reduce((sum, { workingDays }) => sum + workingDays, 0),
      notices: all
        .filter(
          ({ id, withdraws }) =>
            speakOfYear.has(id) || (withdraws !== undefined && speakOfYear.has(withdraws)),
        )
        .map(({ completesYear, withdraws, days, ...notice }) => ({
          ...notice,
          days: [...days],
          completesYear: completesYear ?? null,
          withdraws: withdraws ?? null,
          actor: actors.get(notice.id) ?? null,
          stands: standing.has(notice.id),
        })),
    };
  });
}

function undecidedWords(year: number, knownOn: string | undefined): string {
  const now =
    UNDECIDED.find((one) => one.year === year)?.words ??
    `Chưa có thông báo chính thức về ngày nghỉ năm ${year}`;
  return knownOn === undefined
    ? now
    : `Tính đến ngày ${dayWords(knownOn)} chưa biết đủ ngày nghỉ năm ${year}`;
}
