import '../work/work.css';
import './overview.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueRow } from '#contract/task/work.ts';
import { OPEN_STATES, WORK_STATES, type WorkState } from '#domain/task/work/work-act.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { OwnPartsNote } from '../../own-parts-note.tsx';
import { paths } from '../../paths.ts';
import { TakeAway } from '../../take-away.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { WorkPlaces } from '../../work-places.tsx';
import { StateChips } from '../work/state-chip.tsx';
import { formatDaysLeft, formatState } from '../work/work-words.ts';
import { asFilter } from './as-filter.ts';
import { groupByWeek, type Week } from './board-weeks.ts';
import { OverviewFilters } from './overview-filters.tsx';
import { dueRowsQuery } from './overview-queries.ts';
import { filterQuery, type OverviewView } from './overview-view.ts';

/** What a board can show without becoming a wall. */
const MOST_CARDS = 500;
const CARDS_AT_ONCE = 20;

/** Bảng việc: the work of an agency by where it stands, or by the week it is due. */
export function BoardPage() {
  const [address, setAddress] = useAddress<OverviewView>();
  const filter = asFilter(address);
  const query = useQuery(dueRowsQuery(filter, 0, MOST_CARDS));
  const by = address.by === 'week' ? 'week' : 'state';
  return (
    <Page
      title={t('Bảng việc')}
      about={t('Việc của một cơ quan theo trạng thái hoặc theo tuần đến hạn.')}
      actions={<TakeAway address={`${paths.exportRows()}?${filterQuery(filter)}`} />}
    >
      <WorkPlaces />
      <OverviewFilters view={address} onView={setAddress} />
      <OwnPartsNote />
      <SegmentedControl
        className="fit no-print"
        aria-label={t('Xếp theo')}
        value={by}
        data={[
          { value: 'state', label: t('Theo trạng thái') },
          { value: 'week', label: t('Theo tuần đến hạn') },
        ]}
        onChange={(chosen) => setAddress({ by: chosen === 'week' ? 'week' : undefined })}
      />
      <Loaded query={query}>
        {({ total, rows, today }) => (
          <>
            <p className="dim view-about" role="status">
              {total > rows.length
                ? t('Hiện {shown} trên {n} việc, gần hạn nhất trước; hãy lọc theo cơ quan để thấy hết.', {
                    shown: formatNumber(rows.length),
                    n: formatNumber(total),
                  })
                : t('{n} việc', { n: formatNumber(total) })}
            </p>
            {rows.length === 0 ? (
              <Empty title={t('Không có việc nào như vậy')} />
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
              <section className="board" tabIndex={0} aria-label={t('Bảng việc')}>
                {by === 'state'
                  ? WORK_STATES.map((state) => (
                      <Lane
                        key={state}
                        title={formatState(state)}
                        rows={rows.filter((row) => row.state === state)}
                        isEmptyShown={OPEN_STATES.includes(state) || state === 'submitted'}
                      />
                    ))
                  : groupByWeek(rows, today).map(({ week, items }) => (
                      <Lane key={weekKey(week)} title={weekWords(week)} rows={items} isEmptyShown={false} />
                    ))}
              </section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lane({
  title,
  rows,
  isEmptyShown,
}: {
  readonly title: string;
  readonly rows: readonly DueRow[];
  readonly isEmptyShown: boolean;
}) {
  const [shown, setShown] = useState(CARDS_AT_ONCE);
  if (rows.length === 0 && !isEmptyShown) return null;
  return (
    <div className="lane">
      <h2>
        {title} <span className="dim">{formatNumber(rows.length)}</span>
      </h2>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <li key={row.id} className="card">
            <PageLink to={paths.part(row.assignmentId)} search={{ viec: row.id }} className="clamp">
              {`${row.code}. ${row.name}`}
            </PageLink>
            <span className="dim small">{`${row.label} · ${row.agencyName}`}</span>
            <DueLine row={row} />
            <StateChips item={row} />
          </li>
        ))}
      </ul>
      {rows.length <= shown ? null : (
        <Button
          variant="subtle"
          size="xs"
          className="no-print"
          onClick={() => setShown(shown + CARDS_AT_ONCE)}
        >
          {t('Hiện thêm ({n} việc nữa)', { n: formatNumber(rows.length - shown) })}
        </Button>
      )}
    </div>
  );
}

function DueLine({ row }: { readonly row: DueRow }) {
  if (row.dueOn === null) return <span className="dim small">{t('Không có ngày')}</span>;
  const isOpen = (OPEN_STATES as readonly WorkState[]).includes(row.state);
  const isLate = isOpen && (row.workingDaysLeft ?? 0) < 0;
  return (
    <span className={isLate ? 'late small' : 'small'}>
      {isOpen ? `${formatDay(row.dueOn)}, ${formatDaysLeft(row)}` : formatDay(row.dueOn)}
    </span>
  );
}

function weekKey(week: Week): string {
  return week.kind === 'week' ? week.from : week.kind;
}

function weekWords(week: Week): string {
  switch (week.kind) {
    case 'late':
      return t('Quá hạn');
    case 'no-day':
      return t('Không có ngày');
    case 'done':
      return t('Đã nộp, đã xong');
    case 'week':
      return t('Tuần {from} – {to}', { from: formatDay(week.from), to: formatDay(week.to) });
  }
}
