import { IconArrowDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Role } from '#contract/reading.ts';
import { fold } from '#domain/kernel/text.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { OwnPartsNote } from '../own-parts-note.tsx';
import { paths } from '../paths.ts';
import { Choice } from '../ui/choice.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import type { AgenciesAddress, AgenciesViewProps } from './agencies-address.ts';
import { agenciesOfPlanQuery, newestPlanQuery } from './agency-queries.ts';
import { formatLevel, formatRole, ROLES } from './agency-words.ts';
import { Ended } from './ended.tsx';

type Held = Awaited<ReturnType<NonNullable<ReturnType<typeof agenciesOfPlanQuery>['queryFn']>>>;

/** Phần việc: how many parts of the plan each agency leads, coordinates and oversees. */
export function PlanAgencies({ address, onAddress }: AgenciesViewProps) {
  const plans = useQuery(newestPlanQuery);
  const plan = plans.data?.find(({ id }) => id === address.plan) ?? plans.data?.[0];
  return (
    <Loaded query={plans}>
      {() =>
        plan === undefined ? (
          <Empty title={t('Chưa có kế hoạch nào')}>
            <PageLink to={paths.upload()} className="button-link button-accent">
              {t('Nhập văn bản')}
            </PageLink>
          </Empty>
        ) : (
          <>
            <p className="dim view-about">{plan.title}</p>
            <AgenciesOfPlan planId={plan.id} address={address} onAddress={onAddress} />
          </>
        )
      }
    </Loaded>
  );
}

function AgenciesOfPlan({ planId, address, onAddress }: AgenciesViewProps & { readonly planId: string }) {
  const agencies = useQuery(agenciesOfPlanQuery(planId));
  return (
    <Loaded query={agencies}>
      {(loaded) => {
        const shown = arrange(loaded, address);
        const levels = [...new Set(loaded.map(({ level }) => level))];
        return (
          <>
            <search className="filters-line no-print" aria-label={t('Tìm và lọc')}>
              <SearchBox
                label={t('Tìm cơ quan (không cần dấu)')}
                value={address.search ?? ''}
                onSearch={(search) => onAddress({ search })}
              />
              <Choice
                label={t('Cấp')}
                placeholder={t('Tất cả')}
                value={address.level}
                options={levels.map((level) => ({ value: level, label: formatLevel(level) }))}
                onChoose={(level) => onAddress({ level })}
              />
            </search>
            <OwnPartsNote />
            <p className="dim view-about" role="status">
              {t('{n} cơ quan', { n: formatNumber(shown.length) })}
            </p>
            {shown.length === 0 ? (
              <Empty title={t('Không có cơ quan nào như vậy')} />
            ) : (
              <AgencyTable
                planId={planId}
                agencies={shown}
                sort={address.sort}
                onSort={(sort) => onAddress({ sort })}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function arrange(agencies: Held, { search, level, sort }: AgenciesAddress): Held {
  const words = fold(search ?? '').split(' ');
  const found = agencies.filter(
    (agency) =>
      (level === undefined || agency.level === level) &&
      words.every((word) => fold(agency.name).includes(word)),
  );
  const role = ROLES.find((known) => known === sort);
  return found.toSorted(
    (a, b) =>
      (role === undefined ? 0 : b.assignments[role] - a.assignments[role]) ||
      a.name.localeCompare(b.name, 'vi'),
  );
}

interface AgencyTableProps {
  readonly planId: string;
  readonly agencies: Held;
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
}

function AgencyTable({ planId, agencies, sort, onSort }: AgencyTableProps) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col" aria-sort={sort === undefined ? 'ascending' : 'none'}>
            <button type="button" className="sort" onClick={() => onSort(undefined)}>
              {t('Cơ quan')}
            </button>
          </th>
          <th scope="col">{t('Cấp')}</th>
          {ROLES.map((role) => (
            <th key={role} scope="col" className="number" aria-sort={sort === role ? 'descending' : 'none'}>
              <button type="button" className="sort" onClick={() => onSort(role)}>
                {formatRole(role)}
                {sort === role ? <IconArrowDown size={13} aria-hidden /> : null}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr key={agency.id}>
            <td>
              <PageLink to={paths.agency(agency.id)} search={{ plan: planId }}>
                {agency.name}
              </PageLink>{' '}
              <Ended validTo={agency.validTo} />
            </td>
            <td data-label={t('Cấp')}>{formatLevel(agency.level)}</td>
            {ROLES.map((role) => (
              <td key={role} data-label={formatRole(role)} className="number">
                <Count planId={planId} agencyId={agency.id} role={role} value={agency.assignments[role]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({
  planId,
  agencyId,
  role,
  value,
}: {
  readonly planId: string;
  readonly agencyId: string;
  readonly role: Role;
  readonly value: number;
}) {
  if (value === 0) return <span className="dim">0</span>;
  return (
    <PageLink to={paths.plan(planId)} search={{ agency: agencyId, role }}>
      {formatNumber(value)}
    </PageLink>
  );
}
