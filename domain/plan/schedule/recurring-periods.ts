import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { fold } from '../../kernel/text.ts';
import type { Recurrence } from '../deadline/deadline.ts';

/** One period of a recurring duty; days are ISO dates. */
export interface Period {
  readonly label: string;
  readonly start: string;
  readonly end: string;
}

/** The day a period is due, and whether the words name it. */
export interface PeriodDue extends Period {
  readonly due: string;
  readonly isNamed: boolean;
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const WEEKDAY: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  '2': 1,
  '3': 2,
  '4': 3,
  '5': 4,
  '6': 5,
  '7': 6,
};

/** Every period of a year in which the duty comes again, with its due day; `by` says a day within the period. */
export function listPeriods(
  year: number,
  { freq, by }: Recurrence,
  calendar: WorkCalendar,
): readonly PeriodDue[] {
  if (freq === 'unspecified') return [];
  const words = fold(by ?? '');
  if (freq === 'yearly') return yearly(year, words);
  if (freq === 'weekly') {
    const day = WEEKDAY[/thu (hai|ba|tu|nam|sau|bay|[2-7])/.exec(words)?.[1] ?? ''];
    return weeks(year).map((week) =>
      day === undefined
        ? endsWith(week)
        : {
            ...week,
            due: Temporal.PlainDate.from(week.start)
              .add({ days: day - 1 })
              .toString(),
            isNamed: true,
          },
    );
  }
  const months = { monthly: 1, quarterly: 3, half_yearly: 6 }[freq];
  return Array.from({ length: 12 / months }, (_, index) => index).map((index) => {
    const period = between(labelOf(months, index, year), year, index * months + 1, months);
    return dueWithin(period, words, calendar);
  });
}

function labelOf(months: number, index: number, year: number): string {
  if (months === 1) return `Tháng ${index + 1}/${year}`;
  if (months === 3) return `Quý ${ROMAN[index] ?? ''}/${year}`;
  return `6 tháng ${index === 0 ? 'đầu' : 'cuối'} năm ${year}`;
}

function between(label: string, year: number, month: number, months: number): Period {
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  return { label, start: start.toString(), end: start.add({ months }).subtract({ days: 1 }).toString() };
}

function endsWith(period: Period): PeriodDue {
  return { ...period, due: period.end, isNamed: false };
}

/** "trước ngày 20 của tháng cuối quý", "ngày 05 tháng sau", "ngày làm việc cuối cùng của tháng". */
function dueWithin(period: Period, words: string, calendar: WorkCalendar): PeriodDue {
  if (/ngay lam viec cuoi/.test(words)) {
    let due = Temporal.PlainDate.from(period.end);
    while (!calendar.isWorkingDay(due.toString())) due = due.subtract({ days: 1 });
    return { ...period, due: due.toString(), isNamed: true };
  }
  const named = Number(/ngay (?:mung )?(\d{1,2})/.exec(words)?.[1] ?? Number.NaN);
  if (Number.isNaN(named)) return endsWith(period);
  const start = Temporal.PlainDate.from(period.start);
  const next = /(sau|ke tiep|tiep theo|lien ke)$/.test(words);
  const first = /thang dau/.test(words);
  const month = next
    ? Temporal.PlainDate.from(period.end).add({ days: 1 })
    : first
      ? start
      : Temporal.PlainDate.from(period.end);
  // A month without that day ends on its last (BLDS 2015, Điều 148).
  const due = month.with({ day: named }, { overflow: 'constrain' });
  return { ...period, due: before(due, words).toString(), isNamed: true };
}

function before(day: Temporal.PlainDate, words: string): Temporal.PlainDate {
  return /(?:^|\s)truoc(?:\s|$)/.test(words) ? day.subtract({ days: 1 }) : day;
}

/** "Trước ngày 05/6 và 05/12", "Tháng 3, 6, 9, 12", "Quý I", or the whole year. */
function yearly(year: number, words: string): readonly PeriodDue[] {
  const whole = between(`Năm ${year}`, year, 1, 12);
  const dates = [...words.matchAll(/(\d{1,2})(?:\/| thang )(\d{1,2})/g)];
  if (dates.length > 0)
    return dates.map((match, index) => {
      const date = Temporal.PlainDate.from({ year, month: Number(match[2]), day: Number(match[1]) });
      const label = dates.length === 1 ? whole.label : `Lần ${index + 1}/${year}`;
      return { ...whole, label, due: before(date, words).toString(), isNamed: true };
    });
  const quarters = /^(?:trong )?quy (.+)$/.exec(words)?.[1];
  if (quarters !== undefined)
    return [...quarters.matchAll(/iv|i{1,3}|[1-4]/g)].map(([name]) => {
      const index = /\d/.test(name)
        ? Number(name) - 1
        : ROMAN.indexOf(name.toUpperCase() as (typeof ROMAN)[number]);
      return endsWith(between(labelOf(3, index, year), year, index * 3 + 1, 3));
    });
  if (/^(?:trong )?thang \d/.test(words))
    return [...words.matchAll(/\d{1,2}/g)]
      .map(([month]) => Number(month))
      .filter((month) => month >= 1 && month <= 12)
      .map((month) => endsWith(between(labelOf(1, month - 1, year), year, month, 1)));
  return [endsWith(whole)];
}

/** Weeks from Monday to Sunday whose Thursday lies in the year (ISO 8601). */
function weeks(year: number): readonly Period[] {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  let monday = fourth.subtract({ days: fourth.dayOfWeek - 1 });
  const found: Period[] = [];
  for (let n = 1; monday.add({ days: 3 }).year === year; n += 1, monday = monday.add({ days: 7 }))
    found.push({
      label: `Tuần ${n}/${year}`,
      start: monday.toString(),
      end: monday.add({ days: 6 }).toString(),
    });
  return found;
}
