import { useRouterState } from '@tanstack/react-router';
import { t } from './i18n/translate.ts';
import { paths } from './paths.ts';
import { useAccess, useSignedIn } from './session.tsx';
import { useWorkNews } from './task/work/use-work-news.ts';
import { PageLink } from './ui/page-link.tsx';
import { Views } from './ui/views.tsx';

interface WorkPlace {
  readonly to: string;
  readonly words: string;
  readonly search?: Readonly<Record<string, string>>;
}

/** The pages about the work of the plans that a person has to do with, the one they begin with first. */
export function useWorkPlaces(): readonly WorkPlace[] {
  const { posts } = useSignedIn();
  const holds = (...roles: readonly string[]) => posts.some(({ role }) => roles.includes(role));
  // Of no agency at all: who reaches the whole province.
  const oversees = useAccess('assignment.read', { agencyIds: [] }).allowed;
  const reads = useAccess('assignment.read').allowed;
  const reports = useAccess('work.report').allowed;
  // Who does the work begins with the board of the agency they do it for, not of all whose parts they see.
  const own = posts.find(({ role }) => role === 'head' || role === 'officer')?.agencyId;
  if (!reads) return [];
  return [
    ...(holds('leader') ? [{ to: paths.leader(), words: t('Tình hình') }] : []),
    ...(oversees ? [{ to: paths.controlRoom(), words: t('Điều hành') }] : []),
    ...(holds('head', 'officer', 'owner', 'verifier')
      ? [{ to: paths.myWork(), words: t('Việc của tôi') }]
      : []),
    ...(reports ? [{ to: paths.manyWork(), words: t('Nhiều việc một lúc') }] : []),
    {
      to: paths.board(),
      words: t('Bảng việc'),
      ...(own === undefined ? {} : { search: { agency: own } }),
    },
    { to: paths.yearOfWork(), words: t('Lịch năm') },
    { to: paths.letters(), words: t('Đôn đốc') },
  ];
}

/** The way between them. */
export function WorkPlaces() {
  useWorkNews();
  const address = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Views label={t('Về công việc')}>
      {useWorkPlaces().map(({ to, words, search = {} }) => (
        <PageLink
          key={to}
          to={to}
          search={search}
          className="place"
          aria-current={address === to ? 'page' : undefined}
        >
          {words}
        </PageLink>
      ))}
    </Views>
  );
}
