import '../work/work.css';
import './overview.css';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { api } from '../../api.ts';
import { MonthGrid, monthSpan } from '../../calendar/month-grid.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { OwnPartsNote } from '../../own-parts-note.tsx';
import { paths } from '../../paths.ts';
import { TakeAway } from '../../take-away.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { pageOf } from '../../ui/pages.tsx';
import { Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { WorkPlaces } from '../../work-places.tsx';
import { asFilter } from './as-filter.ts';
import { DueTable } from './due-table.tsx';
import { OverviewFilters } from './overview-filters.tsx';
import { yearOfWorkQuery } from './overview-queries.ts';
import { filterQuery, type OverviewView } from './overview-view.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

type YearOfWork = Awaited<ReturnType<typeof api.overview.year>>;

/** Lịch năm: what falls due on each day of a year, beside the days that are not worked. */
export function YearPage() {
  const [address, setAddress] = useAddress<OverviewView>();
  const asked = Number(address.year);
  const year = asked >= 2015 && asked <= 2040 ? asked : new Date().getFullYear();
  const { dueFrom, dueTo, ...filter } = asFilter(address);
  const query = useQuery(yearOfWorkQuery(year, filter));
  const chosen = dueFrom !== undefined && dueFrom === dueTo ? dueFrom : undefined;
  const span = { ...filter, dueFrom: chosen ?? `${year}-01-01`, dueTo: chosen ?? `${year}-12-31` };
  return (
    <Page
      title={t('Lịch năm {year}', { year: String(year) })}
      about={t(
        'Việc đến hạn từng ngày, cùng ngày nghỉ và ngày làm bù. Chọn một ngày để xem việc của ngày đó.',
      )}
      actions={<TakeAway address={`${paths.exportRows()}?${filterQuery(span)}`} />}
    >
      <WorkPlaces />
      <OverviewFilters view={address} onView={setAddress} />
      <OwnPartsNote />
      <Group gap={4} className="no-print">
        <Button
          variant="default"
          onClick={() =>
            setAddress({ year: String(year - 1), from: undefined, to: undefined, page: undefined })
          }
        >
          {t('Năm trước')}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            setAddress({ year: String(year + 1), from: undefined, to: undefined, page: undefined })
          }
        >
          {t('Năm sau')}
        </Button>
      </Group>
      <Loaded query={query}>
        {(held) => (
          <>
            <p className="dim view-about" role="status">
              {t('{n} việc có ngày đến hạn trong năm', {
                n: formatNumber(held.days.reduce((sum, { total }) => sum + total, 0)),
              })}
            </p>
            <div className="months year-days">
              {MONTHS.map((month) => (
                <Month key={month} held={held} month={month} address={address} />
              ))}
            </div>
            <ul className="legend" aria-label={t('Chú giải')}>
              <li>
                <span className="day-mark day-off" aria-hidden />
                {t('Nghỉ lễ, nghỉ bù, hoán đổi')}
              </li>
              <li>
                <span className="day-mark day-made" aria-hidden />
                {t('Làm bù')}
              </li>
              <li>
                {t(
                  'Gạch đỏ: còn việc quá hạn; gạch xanh dương: còn việc phải làm; gạch xanh lá: đã xong hết',
                )}
              </li>
            </ul>
          </>
        )}
      </Loaded>
      {chosen === undefined ? null : (
        <section aria-labelledby="viec-cua-ngay">
          <h2 id="viec-cua-ngay" className="section-title">
            {t('Đến hạn ngày {day}', { day: formatDay(chosen) })}
          </h2>
          <DueTable filter={span} page={pageOf(address.page)} onPage={(page) => setAddress({ page })} />
        </section>
      )}
    </Page>
  );
}

function Month({
  held,
  month,
  address,
}: {
  readonly held: YearOfWork;
  readonly month: number;
  readonly address: OverviewView;
}) {
  const [first, last] = monthSpan(held.year, month);
  const total = held.days
    .filter(({ day }) => day >= first && day <= last)
    .reduce((sum, day) => sum + day.total, 0);
  return (
    <MonthGrid year={held.year} month={month} about={t('{n} việc', { n: formatNumber(total) })}>
      {(day, weekday) => <DayOfYear key={day} day={day} weekday={weekday} held={held} address={address} />}
    </MonthGrid>
  );
}

function DayOfYear({
  day,
  weekday,
  held,
  address,
}: {
  readonly day: string;
  readonly weekday: number;
  readonly held: YearOfWork;
  readonly address: OverviewView;
}) {
  const mark = held.marks.find((one) => one.day === day);
  const due = held.days.find((one) => one.day === day);
  const classes = [
    mark === undefined ? (weekday > 5 ? 'day-rest' : '') : mark.effect === 'off' ? 'day-off' : 'day-made',
    due === undefined ? '' : due.late > 0 ? 'is-late' : due.open > 0 ? 'is-due' : 'is-done',
    day === held.today ? 'is-today' : '',
  ].filter((name) => name !== '');
  const number = Number(day.slice(8));
  return (
    <td className={classes.join(' ')} title={mark?.words}>
      {due === undefined ? (
        number
      ) : (
        <PageLink to={paths.yearOfWork()} search={{ ...address, from: day, to: day, page: undefined }}>
          {number}
          <span className="due-count">{t('{n} việc', { n: formatNumber(due.total) })}</span>
          <span className="visually-hidden">
            {t(' đến hạn {day}, {open} còn phải làm', {
              day: formatDay(day),
              open: formatNumber(due.open),
            })}
          </span>
        </PageLink>
      )}
      {mark === undefined ? null : <span className="visually-hidden">, {mark.words}</span>}
    </td>
  );
}
