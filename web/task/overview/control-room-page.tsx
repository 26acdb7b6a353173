import '../work/work.css';
import './overview.css';
import { useQuery } from '@tanstack/react-query';
import { NO_AREA } from '#domain/task/work/due-view.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { OwnPartsNote } from '../../own-parts-note.tsx';
import { paths } from '../../paths.ts';
import { useAccess } from '../../session.tsx';
import { TakeAway } from '../../take-away.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { pageOf } from '../../ui/pages.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { Views } from '../../ui/views.tsx';
import { WorkPlaces } from '../../work-places.tsx';
import { AllChains } from '../work/wait-chains.tsx';
import { asFilter } from './as-filter.ts';
import { DueTable } from './due-table.tsx';
import { Figures } from './figures.tsx';
import { GroupTable } from './group-table.tsx';
import { HeatMap } from './heat-map.tsx';
import { OverviewFilters } from './overview-filters.tsx';
import { type Room, roomQuery } from './overview-queries.ts';
import { filterQuery, type OverviewView } from './overview-view.ts';
import { formatView } from './view-words.ts';

const VIEWS = ['late', 'soon', 'silent', 'stuck', 'submitted', 'asked', 'returned', 'unproved'] as const;

/** Điều hành: who is late, silent or stuck, what lacks proof; by agency, by area, and every row behind it. */
export function ControlRoomPage() {
  const [address, setAddress] = useAddress<OverviewView>();
  const { view: _view, ...around } = asFilter(address);
  const query = useQuery(roomQuery(around));
  const filter = asFilter(address);
  return (
    <Page
      title={t('Điều hành')}
      about={
        query.data === undefined
          ? undefined
          : t('Tính đến {day}; mỗi số mở ra đúng những việc nó đếm.', { day: formatDay(query.data.today) })
      }
      actions={
        <>
          <UrgeLink plan={address.plan} agency={address.agency} />
          <TakeAway address={`${paths.exportRoom()}?${filterQuery(filter)}`} />
        </>
      }
    >
      <WorkPlaces />
      <OverviewFilters view={address} onView={setAddress} />
      <OwnPartsNote />
      <Loaded query={query}>
        {(room) =>
          room.counts.total === 0 ? (
            <Empty title={t('Không có việc nào như vậy')} />
          ) : (
            <>
              <Figures counts={room.counts} views={VIEWS} to={paths.controlRoom()} address={address} />
              <Tabs address={address} />
              <Tab room={room} address={address} onAddress={setAddress} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** To the letter that urges what is late of the plan and agency shown. */
function UrgeLink(of: { readonly plan: string | undefined; readonly agency: string | undefined }) {
  const { allowed } = useAccess('letter.issue');
  if (!allowed) return null;
  return (
    <PageLink to={paths.letters()} search={of} className="button-link">
      {t('Soạn công văn đôn đốc')}
    </PageLink>
  );
}

const TABS = ['agencies', 'areas', 'heat', 'chains', 'rows'] as const;

function Tabs({ address }: { readonly address: OverviewView }) {
  const here = address.tab ?? 'agencies';
  const words = {
    agencies: t('Theo cơ quan'),
    areas: t('Theo lĩnh vực'),
    heat: t('Cơ quan × lĩnh vực'),
    chains: t('Ai đang chờ ai'),
    rows: t('Danh sách việc'),
  };
  return (
    <Views label={t('Cách xem')}>
      {TABS.map((tab) => (
        <PageLink
          key={tab}
          to={paths.controlRoom()}
          search={{ ...address, tab, view: tab === 'rows' ? address.view : undefined, page: undefined }}
          className="place"
          aria-current={tab === here ? 'page' : undefined}
        >
          {words[tab]}
        </PageLink>
      ))}
    </Views>
  );
}

function Tab({
  room,
  address,
  onAddress,
}: {
  readonly room: Room;
  readonly address: OverviewView;
  readonly onAddress: (changes: Partial<OverviewView>) => void;
}) {
  const to = paths.controlRoom();
  const filter = asFilter(address);
  switch (address.tab) {
    case 'areas':
      return (
        <GroupTable
          head={t('Lĩnh vực')}
          to={to}
          address={address}
          lines={room.areas.map(({ id, code, name, counts }) => ({
            key: id ?? '',
            name: code === '' ? name : `${code}. ${name}`,
            counts,
            search: { area: id ?? NO_AREA },
          }))}
        />
      );
    case 'heat':
      return <HeatMap filter={asFilter({ ...address, view: undefined })} to={to} address={address} />;
    case 'chains':
      return <AllChains planId={filter.planId} />;
    case 'rows':
      return (
        <section aria-label={t('Danh sách việc')}>
          {filter.view === undefined ? null : <h2 className="section-title">{formatView(filter.view)}</h2>}
          <DueTable filter={filter} page={pageOf(address.page)} onPage={(page) => onAddress({ page })} />
        </section>
      );
    default:
      return (
        <GroupTable
          head={t('Cơ quan')}
          to={to}
          address={address}
          lines={room.agencies.map(({ id, name, counts }) => ({
            key: id,
            name,
            counts,
            search: { agency: id },
          }))}
        />
      );
  }
}
