import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { useAccess } from '../session.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { unreadQuery } from './notice-queries.ts';

const MOST_SHOWN = 99;

/** The way to one's reminders, with the number of those not opened yet. */
export function Bell() {
  const mayRead = useAccess('notice.own').allowed;
  const { data } = useQuery({ ...unreadQuery, enabled: mayRead });
  if (!mayRead) return null;
  const unread = data?.unread ?? 0;
  const shown = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
  return (
    <PageLink
      to={paths.reminders()}
      className="bell"
      aria-label={unread === 0 ? t('Lời nhắc') : t('Lời nhắc: {n} chưa đọc', { n: shown })}
    >
      <IconBell size={18} aria-hidden />
      {unread === 0 ? null : (
        <span className="bell-count" aria-hidden>
          {shown}
        </span>
      )}
    </PageLink>
  );
}
