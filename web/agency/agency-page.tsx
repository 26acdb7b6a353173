import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { DayField } from '../ui/day-field.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { AgencyFacts } from './agency-facts.tsx';
import { AgencyLife } from './agency-life.tsx';
import { type AgencyDetail, agencyQuery } from './agency-queries.ts';
import { formatLevel } from './agency-words.ts';
import { AgencyWork } from './agency-work.tsx';
import { Ended } from './ended.tsx';
import { GapTable } from './gap-list.tsx';

/** More successors than these stand below, each with its day, and not in the line under the title. */
const SHOWN = 3;

interface Address {
  readonly plan?: string | undefined;
  readonly ngay?: string | undefined;
}

/** One agency: where it stands, its life, and what it leads, coordinates and oversees. */
export function AgencyPage() {
  const { agencyId = '' } = useParams({ strict: false });
  const [{ plan, ngay }, setAddress] = useAddress<Address>();
  const agency = useQuery(agencyQuery({ agencyId, planId: plan, on: ngay }));
  return (
    <Page
      title={agency.data?.name ?? t('Cơ quan')}
      about={agency.data === undefined ? undefined : <About agency={agency.data} />}
      actions={
        <DayField
          label={t('Vào ngày')}
          value={ngay ?? agency.data?.on}
          onChoose={(day) => setAddress({ ngay: day })}
        />
      }
    >
      <Loaded query={agency}>
        {(loaded) => (
          <div className="agency">
            <AgencyFacts agency={loaded} />
            <AgencyLife agency={loaded} />
            <Children agency={loaded} />
            <Gaps agency={loaded} />
            <AgencyWork agency={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function About({ agency }: { readonly agency: AgencyDetail }) {
  const { on } = agency;
  return (
    <>
      <nav aria-label={t('Trực thuộc')} className="crumbs">
        <PageLink to={paths.agencies()} search={{ ngay: on }}>
          {t('Cây tổ chức')}
        </PageLink>
        {agency.path.map(({ id, name }) => (
          <span key={id}>
            {' › '}
            <PageLink to={paths.agency(id)} search={{ ngay: on }}>
              {name}
            </PageLink>
          </span>
        ))}
      </nav>
      {formatLevel(agency.level)} <Ended validTo={agency.validTo} />
      {agency.successors.length === 0 ||
      agency.successors.length > SHOWN ||
      agency.validTo === null ? null : (
        <>
          {' '}
          {t('Nay là:')}{' '}
          {agency.successors.map(({ id, name }, at) => (
            <span key={id}>
              {at === 0 ? '' : ', '}
              <PageLink to={paths.agency(id)}>{name}</PageLink>
            </span>
          ))}
        </>
      )}
    </>
  );
}

function Children({ agency: { children, on } }: { readonly agency: AgencyDetail }) {
  if (children.length === 0) return null;
  return (
    <section aria-labelledby="truc-thuoc">
      <h2 id="truc-thuoc" className="section-title">
        {t('Cơ quan trực thuộc ngày {day} ({n})', { day: formatDay(on), n: formatNumber(children.length) })}
      </h2>
      <ul className="agency-list">
        {children.map(({ id, name }) => (
          <li key={id}>
            <PageLink to={paths.agency(id)} search={{ ngay: on }}>
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gaps({ agency: { gaps } }: { readonly agency: AgencyDetail }) {
  if (gaps.length === 0) return null;
  return (
    <section aria-labelledby="con-thieu">
      <h2 id="con-thieu" className="section-title">
        {t('Còn thiếu, cần bổ sung ({n})', { n: formatNumber(gaps.length) })}
      </h2>
      <GapTable gaps={gaps} />
    </section>
  );
}
