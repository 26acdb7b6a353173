import type { ReactNode } from 'react';
import { eachDay, toEpochDay, weekdayOf } from '#domain/calendar/epoch-day.ts';
import { t } from '../i18n/translate.ts';

interface MonthGridProps {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** Beside the name of the month. */
  readonly about: string;
  /** A `td` for a day (ISO date) of a weekday from 1, Monday. */
  readonly children: (day: string, weekday: number) => ReactNode;
}

/** First and last day of a month (ISO dates). */
export function monthSpan(year: number, month: number): readonly [string, string] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return [first, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)];
}

/** One month as a table, Monday first. */
export function MonthGrid({ year, month, about, children }: MonthGridProps) {
  const heads = [t('T2'), t('T3'), t('T4'), t('T5'), t('T6'), t('T7'), t('CN')];
  const [first, last] = monthSpan(year, month);
  const cells = [
    ...Array.from({ length: weekdayOf(toEpochDay(first)) - 1 }, () => undefined),
    ...eachDay(first, last),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
    cells.slice(at * 7, at * 7 + 7),
  );
  return (
    <table className="month">
      <caption>
        <strong>{t('Tháng {month}', { month: String(month) })}</strong>{' '}
        <span className="dim small">{about}</span>
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
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {heads.map((head, at) => {
              const day = week[at];
              return day === undefined ? <td key={head} /> : children(day, at + 1);
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
