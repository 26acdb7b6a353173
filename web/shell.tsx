import { ActionIcon, Burger, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { formatPost } from './access/role-words.ts';
import { getLocale, t, updateLocale } from './i18n/translate.ts';
import { Bell } from './notice/bell.tsx';
import { paths } from './paths.ts';
import { signOut, useAccess, useSession, useSignedIn } from './session.tsx';
import { LineBar } from './task/offline/line-bar.tsx';
import { PageLink } from './ui/page-link.tsx';
import { useWorkPlaces } from './work-places.tsx';

/** The frame around every page: where one is, where one can go, and how it looks. */
export function Shell() {
  const [opened, setOpened] = useState(false);
  const address = useRouterState({ select: (state) => state.location.pathname });
  const { demo } = useSession();
  const readsPlans = useAccess('plan.read').allowed;
  const work = useWorkPlaces();
  const [firstWork] = work;
  const readsEvidence = useAccess('evidence.read').allowed;
  const readsPeople = useAccess('person.read').allowed;
  const importsPlans = useAccess('plan.import').allowed;
  const readsAudit = useAccess('audit.read').allowed;
  const places = [
    ...(firstWork === undefined ? [] : [firstWork]),
    ...(readsPlans ? [{ to: paths.plans(), words: t('Kế hoạch'), also: '/nhiem-vu' }] : []),
    ...(importsPlans ? [{ to: paths.upload(), words: t('Nhập văn bản') }] : []),
    ...(readsEvidence ? [{ to: paths.evidence(), words: t('Tài liệu') }] : []),
    { to: paths.agencies(), words: t('Cơ quan') },
    ...(readsPlans
      ? [
          { to: paths.findings(), words: t('Rà soát văn bản') },
          { to: paths.history(), words: t('Lịch sử') },
        ]
      : []),
    ...(readsPeople ? [{ to: paths.people(), words: t('Quản trị'), also: '/quan-tri' }] : []),
    ...(readsAudit ? [{ to: paths.audit(), words: t('Nhật ký') }] : []),
  ];
  const isOfWork = address.startsWith('/phan-viec') || work.some(({ to }) => address === to);
  const isAt = ({ to, also }: { readonly to: string; readonly also?: string }) =>
    (to === firstWork?.to && isOfWork) ||
    address.startsWith(to) ||
    (also !== undefined && address.startsWith(also));
  // The more precise address wins where one place lies inside another.
  const here = places.filter(isAt).toSorted((a, b) => Number(b.to === address) - Number(a.to === address))[0];
  return (
    <>
      <a className="skip" href="#noi-dung">
        {t('Đến nội dung chính')}
      </a>
      <header className="bar no-print">
        <PageLink to={paths.home()} className="brand">
          <img src="/icon.svg" alt="" width={26} height={26} />
          Đôn Đốc
        </PageLink>
        <nav aria-label={t('Các trang')} className="places" data-opened={opened} id="cac-trang">
          {places.map((place) => (
            <PageLink
              key={place.to}
              to={place.to}
              className="place"
              aria-current={place === here ? 'page' : undefined}
              onClick={() => setOpened(false)}
            >
              {place.words}
            </PageLink>
          ))}
        </nav>
        <div className="bar-end">
          <Bell />
          <LocaleSwitch />
          <SchemeSwitch />
          <PersonMenu />
          <Burger
            className="menu-button"
            size="sm"
            opened={opened}
            onClick={() => setOpened(!opened)}
            aria-label={opened ? t('Đóng danh sách trang') : t('Mở danh sách trang')}
            aria-expanded={opened}
            aria-controls="cac-trang"
          />
        </div>
      </header>
      {demo ? (
        <aside className="demo-banner no-print" aria-label={t('Bản chạy thử')}>
          {t('Bản chạy thử: người dùng mẫu, ai mở máy này cũng vào được.')}
        </aside>
      ) : null}
      <LineBar />
      <main id="noi-dung" tabIndex={-1} className="content">
        <Outlet />
      </main>
    </>
  );
}

function LocaleSwitch() {
  const other = getLocale() === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="locale" lang={other} onClick={() => void updateLocale(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const isDark = scheme === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      aria-label={isDark ? t('Nền sáng') : t('Nền tối')}
    >
      {isDark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </ActionIcon>
  );
}

/** Who is signed in and in which post, the way to one's account, and out. */
function PersonMenu() {
  const person = useSignedIn();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => signOut(person.personId),
    onSettled: () => queries.resetQueries(),
  });
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <button
          type="button"
          className="person-button"
          aria-label={t('Tài khoản: {name}', { name: person.name })}
        >
          <IconUser size={18} aria-hidden />
          <span className="person-name">{person.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong>{person.name}</strong>
          {person.posts.map((post) => (
            <span key={post.postId} className="person-post">
              {formatPost(post)}
            </span>
          ))}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconUser size={16} aria-hidden />}
          onClick={() => void navigate({ to: paths.account() })}
        >
          {t('Tài khoản của tôi')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          {t('Đăng xuất')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
