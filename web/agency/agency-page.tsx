import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { useAccess } from '../session.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { Ended } from './agencies-page.tsx';
import { agencyQuery } from './agency-queries.ts';
import { formatLevel, formatRole, ROLES } from './agency-words.ts';

type Agency = Awaited<ReturnType<NonNullable<ReturnType<typeof agencyQuery>['queryFn']>>>;

/** One agency: what it leads, coordinates and oversees. */
export function AgencyPage() {
  const { agencyId = '' } = useParams({ strict: false });
  const [{ plan }] = useAddress<{ readonly plan?: string }>();
  const agency = useQuery(agencyQuery(agencyId, plan));
  return (
    <Page
      title={agency.data?.name ?? t('Cơ quan')}
      about={agency.data === undefined ? undefined : <About agency={agency.data} plan={plan} />}
    >
      <Loaded query={agency}>{(loaded) => <Work agency={loaded} />}</Loaded>
    </Page>
  );
}

function About({ agency, plan }: { readonly agency: Agency; readonly plan: string | undefined }) {
  return (
    <>
      <PageLink to={paths.agencies()} search={{ plan }}>
        {t('Mọi cơ quan')}
      </PageLink>
      {' · '}
      {formatLevel(agency.level)} <Ended validTo={agency.validTo} />
      {agency.successors.length === 0 ? null : (
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
      <div>
        {t('Nguồn: {source}', { source: agency.source })}
        {agency.verified ? '' : ` (${t('chưa đối chiếu văn bản gốc')})`}
      </div>
    </>
  );
}

function Work({ agency }: { readonly agency: Agency }) {
  const { allowed, why } = useAccess('assignment.read', { agencyIds: [agency.id] });
  if (!allowed) return <Empty title={t('Không hiện phần việc của cơ quan này')}>{why}</Empty>;
  if (agency.work.length === 0)
    return (
      <Empty title={t('Cơ quan này chưa có phần việc nào')}>
        <span>{t('Kế hoạch không nêu tên cơ quan này, riêng hay trong một nhóm.')}</span>
      </Empty>
    );
  const groups = ROLES.map((role) => ({ role, parts: agency.work.filter((part) => part.role === role) }));
  return (
    <>
      <nav className="figures" aria-label={t('Vai trò')}>
        {groups.map(({ role, parts }) => (
          <a key={role} className="figure" href={`#${role}`}>
            <span>{formatRole(role)}</span> <strong>{formatNumber(parts.length)}</strong>
          </a>
        ))}
      </nav>
      {groups.map(({ role, parts }) => (
        <section key={role} id={role} aria-labelledby={`${role}-title`}>
          <h2 id={`${role}-title`} className="section-title">
            {formatRole(role)} ({formatNumber(parts.length)})
          </h2>
          {parts.length === 0 ? <p className="dim">{t('Không có.')}</p> : <Parts parts={parts} />}
        </section>
      ))}
    </>
  );
}

function Parts({ parts }: { readonly parts: Agency['work'] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col" className="narrow">
            {t('Số')}
          </th>
          <th scope="col">{t('Nhiệm vụ')}</th>
          <th scope="col">{t('Thời hạn')}</th>
          <th scope="col">{t('Lời văn giao việc')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.taskId} ${part.role}`}>
            <td data-label={t('Số')}>{part.code}</td>
            <td>
              <PageLink to={paths.task(part.taskId)}>{part.name}</PageLink>
            </td>
            <td data-label={t('Thời hạn')}>
              {part.deadline}
              {part.dueOn === null ? null : (
                <div className="dim">{t('đến {day}', { day: formatDay(part.dueOn) })}</div>
              )}
            </td>
            <td data-label={t('Lời văn giao việc')} className="dim">
              {part.basis}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
