import { ActionIcon, Burger, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { getLocale, t, updateLocale } from './i18n/translate.ts';
import { paths } from './paths.ts';
import { PageLink } from './ui/page-link.tsx';

/** The frame around every page: where one is, where one can go, and how it looks. */
export function Shell() {
  const [opened, setOpened] = useState(false);
  const address = useRouterState({ select: (state) => state.location.pathname });
  const places = [
    { to: paths.plans(), words: t('Kế hoạch'), also: '/nhiem-vu' },
    { to: paths.upload(), words: t('Nhập văn bản') },
    { to: paths.agencies(), words: t('Cơ quan') },
    { to: paths.findings(), words: t('Rà soát văn bản') },
    { to: paths.history(), words: t('Lịch sử') },
  ];
  const isHere = (place: { readonly to: string; readonly also?: string }) =>
    address.startsWith(place.to) || (place.also !== undefined && address.startsWith(place.also));
  return (
    <>
      <a className="skip" href="#noi-dung">
        {t('Đến nội dung chính')}
      </a>
      <header className="bar no-print">
        <PageLink to={paths.plans()} className="brand">
          <img src="/icon.svg" alt="" width={26} height={26} />
          Đôn Đốc
        </PageLink>
        <nav aria-label={t('Các trang')} className="places" data-opened={opened} id="cac-trang">
          {places.map((place) => (
            <PageLink
              key={place.to}
              to={place.to}
              className="place"
              aria-current={isHere(place) ? 'page' : undefined}
              onClick={() => setOpened(false)}
            >
              {place.words}
            </PageLink>
          ))}
        </nav>
        <div className="bar-end">
          <LocaleSwitch />
          <SchemeSwitch />
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
