import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { useAccess } from '../session.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useAddress } from '../ui/url-words.ts';
import { Views } from '../ui/views.tsx';
import type { AgenciesAddress } from './agencies-address.ts';
import { AgencyTreeView } from './agency-tree-view.tsx';
import { AllGaps } from './gap-list.tsx';
import { PlanAgencies } from './plan-agencies.tsx';

/** Cơ quan: the tree as of a day, the parts of a plan each agency has, and what is not known. */
export function AgenciesPage() {
  const [address, setAddress] = useAddress<AgenciesAddress>();
  const view = address.view ?? 'tree';
  return (
    <Page
      title={t('Cơ quan')}
      about={t('Tổ chức bộ máy vào một ngày bất kỳ, và phần việc của từng cơ quan.')}
    >
      <AgencyPlaces here={view} ngay={address.ngay} />
      {view === 'work' ? <PlanAgencies address={address} onAddress={setAddress} /> : null}
      {view === 'gaps' ? <AllGaps /> : null}
      {view === 'tree' ? <AgencyTreeView address={address} onAddress={setAddress} /> : null}
    </Page>
  );
}

interface AgencyPlacesProps {
  readonly here: string;
  readonly ngay?: string | undefined;
}

/** The pages about agencies, beside each other. */
export function AgencyPlaces({ here, ngay }: AgencyPlacesProps) {
  const readsPlans = useAccess('plan.read').allowed;
  const readsReforms = useAccess('reform.read').allowed;
  const places = [
    { name: 'tree', to: paths.agencies(), search: { ngay }, words: t('Cây tổ chức') },
    ...(readsPlans
      ? [{ name: 'work', to: paths.agencies(), search: { view: 'work' }, words: t('Phần việc') }]
      : []),
    { name: 'gaps', to: paths.agencies(), search: { view: 'gaps' }, words: t('Còn thiếu') },
    ...(readsReforms
      ? [{ name: 'reforms', to: paths.reforms(), search: {}, words: t('Phương án sắp xếp') }]
      : []),
  ];
  return (
    <Views label={t('Về cơ quan')}>
      {places.map(({ name, to, search, words }) => (
        <PageLink
          key={name}
          to={to}
          search={search}
          className="place"
          aria-current={name === here ? 'page' : undefined}
        >
          {words}
        </PageLink>
      ))}
    </Views>
  );
}
