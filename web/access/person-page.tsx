import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PersonDetail } from '#contract/access.ts';
import { AdminPlaces } from '../admin-places.tsx';
import { formatDay, formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Loaded } from '../ui/state.tsx';
import { HandoverItems } from './handover-items.tsx';
import { personQuery } from './people-queries.ts';
import { formatState } from './people-words.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonDelegations } from './person-delegations.tsx';
import { PersonPosts } from './person-posts.tsx';

/** One person: posts of every time, who acts for whom, what was handed over. */
export function PersonPage() {
  const { personId = '' } = useParams({ strict: false }) as { readonly personId?: string };
  const query = useQuery(personQuery(personId));
  return (
    <Loaded query={query}>
      {(person) => (
        <Page
          title={person.name}
          about={<About person={person} />}
          actions={<PersonActions person={person} />}
        >
          <AdminPlaces />
          <Stack gap="lg">
            <PersonPosts person={person} />
            <PersonDelegations person={person} />
            <Handovers person={person} />
          </Stack>
        </Page>
      )}
    </Loaded>
  );
}

function About({ person }: { readonly person: PersonDetail }) {
  const { invitation } = person;
  return (
    <>
      {person.email}
      {person.phone === null ? '' : ` · ${person.phone}`} · {formatState(person.state)}
      {invitation === null ? null : (
        <span>
          {' '}
          ·{' '}
          {invitation.withdrawn
            ? t('lời mời đã rút')
            : invitation.sentAt === null
              ? t('lời mời hết hạn {at}, chưa gửi thư', { at: formatInstant(invitation.expiresAt) })
              : t('thư mời gửi {sent}, hết hạn {at}', {
                  sent: formatInstant(invitation.sentAt),
                  at: formatInstant(invitation.expiresAt),
                })}
        </span>
      )}
      {person.demo ? (
        <>
          {' '}
          <Chip>{t('người dùng mẫu')}</Chip>
        </>
      ) : null}
    </>
  );
}

function Handovers({ person }: { readonly person: PersonDetail }) {
  if (person.handovers.length === 0) return null;
  return (
    <section aria-labelledby="ban-giao">
      <h2 id="ban-giao" className="section-title">
        {t('Bàn giao')}
      </h2>
      {person.handovers.map((one) => (
        <details key={one.id} className="handover">
          <summary>
            {t('{from} bàn giao cho {to}, thôi chức vụ từ sau {day}', {
              from: one.from.name,
              to: one.to.name,
              day: formatDay(one.endedOn),
            })}
          </summary>
          <HandoverItems items={one.items} />
          <p className="dim small">
            {t('Xác nhận lúc {at}.', { at: formatInstant(one.occurredAt) })}{' '}
            <PageLink
              to={paths.person(one.from.personId === person.id ? one.to.personId : one.from.personId)}
            >
              {one.from.personId === person.id ? one.to.name : one.from.name}
            </PageLink>
          </p>
        </details>
      ))}
    </section>
  );
}
