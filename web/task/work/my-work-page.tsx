import './work.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DueRow } from '#contract/task/work.ts';
import { groupWork, WORK_GROUPS, type WorkGroup } from '#domain/task/work/my-work.ts';
import { explainFailure } from '../../api.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { TakeAway } from '../../take-away.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages, pageOf } from '../../ui/pages.tsx';
import { Empty, Failure, Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { WorkPlaces } from '../../work-places.tsx';
import { KeptNote } from '../offline/kept-note.tsx';
import { DueTableRow } from './due-row.tsx';
import { formatGroup } from './group-words.ts';
import { MyWorkFilters } from './my-work-filters.tsx';
import { asMyWorkFilter, groupOf, type MyWorkProps, type MyWorkView, mineQuery } from './my-work-view.ts';
import { myWorkQuery, REVIEW_PAGE, toReviewQuery } from './work-queries.ts';

/** Việc của tôi: what is due of me and my agency, in the order of the days, and what waits for my decision. */
export function MyWorkPage() {
  const [view, update] = useAddress<MyWorkView>();
  const work = useQuery(myWorkQuery);
  const review = useQuery(toReviewQuery(asMyWorkFilter(view), pageOf(view.page)));
  return (
    <Page
      title={t('Việc của tôi')}
      about={work.data === undefined ? undefined : t('Hôm nay {day}', { day: formatDay(work.data.today) })}
      actions={<TakeAway address={`${paths.exportMine()}?${mineQuery(view)}`} />}
    >
      <WorkPlaces />
      <KeptNote query={work} />
      <Loaded query={work}>
        {(mine) => {
          const shown = { work: mine, review: review.data, view, onView: update };
          return (
            <>
              <MyWorkFilters {...shown} />
              {review.data !== undefined || review.error === null ? null : (
                <Failure
                  title={t('Không tải được việc chờ tôi duyệt')}
                  sentences={explainFailure(review.error)}
                  onRetry={review.refetch}
                />
              )}
              <Groups {...shown} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Groups(props: MyWorkProps) {
  const { work, review, view } = props;
  const own = new Map(groupWork(work, asMyWorkFilter(view)).map(({ group, items }) => [group, items]));
  const isWithAgency = new Set([...work.todo, ...work.waiting].map(({ agencyId }) => agencyId)).size > 1;
  const chosen = groupOf(view);
  const shown = WORK_GROUPS.filter((group) => chosen === undefined || chosen === group).flatMap((group) => {
    if (group === 'review')
      return review === undefined || review.total === 0 ? [] : [<Review key={group} {...props} />];
    const items = own.get(group);
    return items === undefined
      ? []
      : [<GroupTable key={group} {...{ group, items, isWithAgency }} total={items.length} />];
  });
  if (shown.length > 0) return shown;
  if (review === undefined) return null;
  if (work.todo.length + work.waiting.length + review.agencies.length > 0)
    return <Empty title={t('Không có việc nào khớp bộ lọc')} />;
  return (
    <Empty title={t('Không có việc nào đến hạn của bạn')}>
      <span>{t('Khi kế hoạch giao việc cho cơ quan bạn, việc sẽ hiện ở đây cùng ngày đến hạn.')}</span>
    </Empty>
  );
}

function Review({ review, view, onView }: MyWorkProps) {
  const { rows = [], total = 0 } = review ?? {};
  return (
    <GroupTable group="review" items={rows} total={total} isWithAgency>
      <Pages total={total} size={REVIEW_PAGE} page={pageOf(view.page)} onPage={(page) => onView({ page })} />
    </GroupTable>
  );
}

interface GroupTableProps {
  readonly group: WorkGroup;
  readonly items: readonly DueRow[];
  readonly total: number;
  readonly isWithAgency: boolean;
  /** What follows the table. */
  readonly children?: ReactNode;
}

function GroupTable({ group, items, total, isWithAgency, children }: GroupTableProps) {
  return (
    <section aria-labelledby={`nhom-${group}`}>
      <h2 id={`nhom-${group}`} className="section-title" data-late={group === 'late'}>
        {formatGroup(group)} ({formatNumber(total)})
      </h2>
      <table className="rows work-rows">
        <thead>
          <tr>
            <th scope="col">{t('Việc')}</th>
            <th scope="col" className="day-column">
              {t('Hạn')}
            </th>
            <th scope="col" className="state-column">
              {t('Trạng thái')}
            </th>
            <th scope="col" className="word-column">
              {t('Lời gần nhất')}
            </th>
            <th scope="col" className="act-column no-print">
              <span className="visually-hidden">{t('Thao tác')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <DueTableRow
              key={item.id}
              item={item}
              isMine={group !== 'review' && group !== 'handed-in'}
              isWithAgency={isWithAgency}
            />
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
