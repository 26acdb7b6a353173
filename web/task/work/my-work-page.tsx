import './work.css';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { TakeAway } from '../../take-away.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { WorkPlaces } from '../../work-places.tsx';
import { KeptNote } from '../offline/kept-note.tsx';
import { DueTableRow } from './due-row.tsx';
import { formatGroup } from './group-words.ts';
import { MyWorkFilters } from './my-work-filters.tsx';
import { exportFilter, groupWork, type MyWork, type MyWorkView } from './my-work-view.ts';
import { myWorkQuery } from './work-queries.ts';

/** Việc của tôi: what is due of me and my agency, in the order of the days, and what waits for my decision. */
export function MyWorkPage() {
  const [view, update] = useAddress<MyWorkView>();
  const work = useQuery(myWorkQuery);
  const filter = work.data === undefined ? undefined : exportFilter(work.data, view);
  return (
    <Page
      title={t('Việc của tôi')}
      about={work.data === undefined ? undefined : t('Hôm nay {day}', { day: formatDay(work.data.today) })}
      actions={
        <TakeAway
          address={filter === undefined ? undefined : `${paths.exportRows()}?${new URLSearchParams(filter)}`}
        />
      }
    >
      <WorkPlaces />
      <KeptNote query={work} />
      <Loaded query={work}>
        {(loaded) => (
          <>
            <MyWorkFilters work={loaded} view={view} onView={update} />
            <Groups work={loaded} view={view} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Groups({ work, view }: { readonly work: MyWork; readonly view: MyWorkView }) {
  const groups = groupWork(work, view);
  const agencies = new Set([...work.todo, ...work.waiting].map(({ agencyId }) => agencyId));
  if (work.todo.length + work.toReview.length + work.waiting.length === 0)
    return (
      <Empty title={t('Không có việc nào đến hạn của bạn')}>
        <span>{t('Khi kế hoạch giao việc cho cơ quan bạn, việc sẽ hiện ở đây cùng ngày đến hạn.')}</span>
      </Empty>
    );
  if (groups.length === 0) return <Empty title={t('Không có việc nào khớp bộ lọc')} />;
  return groups.map(({ group, items }) => (
    <section key={group} aria-labelledby={`nhom-${group}`}>
      <h2 id={`nhom-${group}`} className="section-title" data-late={group === 'late'}>
        {formatGroup(group)} ({formatNumber(items.length)})
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
              isWithAgency={group === 'review' || agencies.size > 1}
            />
          ))}
        </tbody>
      </table>
    </section>
  ));
}
