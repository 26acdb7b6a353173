import type { CalendarYear } from '#contract/calendar.ts';
import { toEpochDay, weekdayOf } from '#domain/calendar/epoch-day.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { MonthGrid, monthSpan } from './month-grid.tsx';

interface MonthTableProps {
  readonly year: number;
  readonly month: number;
  readonly workingDays: number;
  readonly marks: CalendarYear['marks'];
}

/** One month, Monday first; a day that is not as its weekday says carries its words. */
export function MonthTable({ year, month, workingDays, marks }: MonthTableProps) {
  const [first, last] = monthSpan(year, month);
  const byDay = new Map(marks.map((mark) => [mark.day, mark]));
  return (
    <div className="month-and-marks">
      <MonthGrid year={year} month={month} about={t('{n} ngày làm việc', { n: formatNumber(workingDays) })}>
        {(day, weekday) => <DayCell key={day} day={day} weekday={weekday} mark={byDay.get(day)} />}
      </MonthGrid>
      {/* each cell says it to who hears the page; here for who reads it on paper or by touch */}
      <ul className="month-marks" aria-hidden>
        {groupMarks(marks.filter(({ day }) => day >= first && day <= last)).map(({ from, to, mark }) => (
          <li key={from}>
            {from === to ? from.slice(8) : `${from.slice(8)}–${to.slice(8)}`}: {markWords(mark)}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Mark = CalendarYear['marks'][number];

/** Marks that say the same, with nothing but days between them that are off anyway, as one. */
function groupMarks(marks: readonly Mark[]) {
  const groups: { from: string; to: string; mark: Mark }[] = [];
  for (const mark of marks) {
    const open = groups.at(-1);
    const isNext =
      open !== undefined &&
      toEpochDay(mark.day) - toEpochDay(open.to) <= (weekdayOf(toEpochDay(mark.day)) === 1 ? 3 : 1);
    if (isNext && markWords(open.mark) === markWords(mark)) open.to = mark.day;
    else groups.push({ from: mark.day, to: mark.day, mark });
  }
  return groups;
}

function markWords({ words, verified }: Mark): string {
  return verified ? words : t('{words}; chưa đối chiếu văn bản gốc', { words });
}

function DayCell({
  day,
  weekday,
  mark,
}: {
  readonly day: string;
  readonly weekday: number;
  readonly mark: CalendarYear['marks'][number] | undefined;
}) {
  const number = Number(day.slice(8));
  if (mark === undefined) return <td className={weekday > 5 ? 'day-rest' : undefined}>{number}</td>;
  const words = markWords(mark);
  return (
    <td
      className={`${mark.effect === 'off' ? 'day-off' : 'day-made'}${mark.verified ? '' : ' day-unverified'}`}
      title={words}
    >
      {number}
      <span className="visually-hidden">, {words}</span>
    </td>
  );
}
