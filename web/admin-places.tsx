import { useRouterState } from '@tanstack/react-router';
import { t } from './i18n/translate.ts';
import { paths } from './paths.ts';
import { useAccess } from './session.tsx';
import { PageLink } from './ui/page-link.tsx';
import { Views } from './ui/views.tsx';

/** The places of "Quản trị". */
export function AdminPlaces() {
  const address = useRouterState({ select: (state) => state.location.pathname });
  const readsPeople = useAccess('person.read').allowed;
  const overseesNotices = useAccess('notice.oversee').allowed;
  const places = [
    ...(readsPeople
      ? [
          { to: paths.people(), words: t('Người dùng') },
          { to: paths.rights(), words: t('Quyền hạn') },
        ]
      : []),
    { to: paths.calendar(), words: t('Lịch làm việc') },
    ...(overseesNotices ? [{ to: paths.noticeRules(), words: t('Nhắc việc') }] : []),
  ];
  return (
    <Views label={t('Quản trị')}>
      {places.map(({ to, words }) => (
        <PageLink
          key={to}
          to={to}
          className="place"
          aria-current={address.startsWith(to) ? 'page' : undefined}
        >
          {words}
        </PageLink>
      ))}
    </Views>
  );
}
