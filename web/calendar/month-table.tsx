import type { CalendarYear } from '#contract/calendar.ts';
import { eachDay, toEpochDay, weekdayOf } from '#domain/calendar/epoch-day.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

interface MonthTableProps {
  readonly year: number;
  readonly month: number;
  readonly workingDays: number;
  readonly marks: CalendarYear['marks'];
}

/** One month, Monday first; a day that is not as its weekday says carries its words. */
export function MonthTable({ year, month, workingDays, marks }: MonthTableProps) {
  const heads = [t('T2'), t('T3'), t('T4'), t('T5'), t('T6'), t('T7'), t('CN')];
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const byDay = new Map(marks.map((mark) => [mark.day, mark]));
  const cells = [
    ...Array.from({ length: weekdayOf(toEpochDay(first)) - 1 }, () => undefined),
    ...eachDay(first, last),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
    cells.slice(at * 7, at * 7 + 7),
  );
  return (
    <div className="month-and-marks">
      <table className="month">
        <caption>
          <strong>{t('Tháng {month}', { month: String(month) })}</strong>{' '}
          <span className="dim small">{t('{n} ngày làm việc', { n: formatNumber(workingDays) })}</span>
        </caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, row) => (
            <tr key={week.find((day) => day !== undefined) ?? row}>
              {Array.from({ length: 7 }, (_, at) => week[at]).map((day, at) => (
                <DayCell
                  key={heads[at]}
                  day={day}
                  weekday={at + 1}
                  mark={day === undefined ? undefined : byDay.get(day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
  readonly day: string | undefined;
  readonly weekday: number;
  readonly mark: CalendarYear['marks'][number] | undefined;
}) {
  if (day === undefined) return <td />;
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
