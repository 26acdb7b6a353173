import { IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PersonSummary } from '#contract/access.ts';
import { ACCESS_ROLES } from '#domain/access/role.ts';
import { ActButton } from '../act-button.tsx';
import { AdminPlaces } from '../admin-places.tsx';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { useAccess } from '../session.tsx';
import { Chip } from '../ui/chip.tsx';
import { Choice } from '../ui/choice.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Pages, pageOf } from '../ui/pages.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { AgencyChoice } from './agency-choice.tsx';
import { InvitePerson } from './invite-person.tsx';
import { PAGE_SIZE, peopleQuery } from './people-queries.ts';
import { findRole, formatState, PERSON_STATES } from './people-words.ts';
import { formatAccessRole } from './role-words.ts';

interface Address {
  readonly search?: string | undefined;
  readonly agency?: string | undefined;
  readonly role?: string | undefined;
  readonly state?: string | undefined;
  readonly page?: string | undefined;
}

/** Người dùng: who may sign in, for which agency, in which role. */
export function PeoplePage() {
  const [address, setAddress] = useAddress<Address>();
  const page = pageOf(address.page);
  const query = useQuery(
    peopleQuery({
      search: address.search,
      agencyId: address.agency,
      role: findRole(address.role),
      state: PERSON_STATES.find((state) => state === address.state),
      page,
    }),
  );
  const narrow = (changes: Partial<Address>) => setAddress({ ...changes, page: undefined });
  return (
    <Page title={t('Người dùng')} actions={<Actions />}>
      <AdminPlaces />
      <search className="filters-line no-print" aria-label={t('Tìm và lọc')}>
        <SearchBox
          label={t('Tìm theo tên, thư điện tử, điện thoại (không cần dấu)')}
          value={address.search ?? ''}
          onSearch={(search) => narrow({ search })}
        />
        <AgencyChoice
          label={t('Cơ quan')}
          placeholder={t('Tất cả')}
          value={address.agency}
          onChoose={(agency) => narrow({ agency })}
        />
        <Choice
          label={t('Vai trò')}
          placeholder={t('Tất cả')}
          value={address.role}
          options={ACCESS_ROLES.map((role) => ({ value: role, label: formatAccessRole(role) }))}
          onChoose={(role) => narrow({ role })}
        />
        <Choice
          label={t('Tình trạng')}
          placeholder={t('Tất cả')}
          value={address.state}
          options={PERSON_STATES.map((state) => ({ value: state, label: formatState(state) }))}
          onChoose={(state) => narrow({ state })}
        />
      </search>
      <Loaded query={query}>
        {({ total, people }) => (
          <>
            <p className="dim view-about" role="status">
              {t('{n} người', { n: formatNumber(total) })}
            </p>
            {people.length === 0 ? (
              <Empty title={t('Không có ai như vậy')} />
            ) : (
              <PeopleTable people={people} />
            )}
            <Pages total={total} size={PAGE_SIZE} page={page} onPage={(word) => setAddress({ page: word })} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Actions() {
  const { allowed } = useAccess('person.invite');
  if (!allowed) return <ActButton act="person.invite">{t('Mời người dùng')}</ActButton>;
  return (
    <>
      <PageLink to={paths.inviteTable()} className="button-link">
        <IconTable size={16} aria-hidden /> {t('Mời theo bảng')}
      </PageLink>
      <InvitePerson />
    </>
  );
}

function PeopleTable({ people }: { readonly people: readonly PersonSummary[] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('Họ và tên')}</th>
          <th scope="col">{t('Chức vụ hôm nay')}</th>
          <th scope="col">{t('Vai trò')}</th>
          <th scope="col">{t('Tình trạng')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td>
              <PageLink to={paths.person(person.id)}>{person.name}</PageLink>
              <div className="dim small">{person.email}</div>
              {person.demo ? <Chip>{t('người dùng mẫu')}</Chip> : null}
            </td>
            <td data-label={t('Chức vụ hôm nay')}>
              {person.posts.length === 0 ? <span className="dim">{t('không có')}</span> : null}
              {person.posts.map((post) => (
                <div key={post.id}>
                  {post.title}, {post.agencyName}
                </div>
              ))}
            </td>
            <td data-label={t('Vai trò')}>
              {person.posts.map((post) => (
                <div key={post.id}>{formatAccessRole(post.role)}</div>
              ))}
            </td>
            <td data-label={t('Tình trạng')}>
              {person.state === 'active' ? (
                formatState(person.state)
              ) : (
                <Chip tone={person.state === 'disabled' ? 'warn' : 'accent'}>
                  {formatState(person.state)}
                </Chip>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
