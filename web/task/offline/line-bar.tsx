import './offline.css';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { useLine } from '../../line.ts';
import { useOutbox, useWaiting } from './outbox-context.tsx';

const OutboxDialog = lazy(async () => ({ default: (await import('./outbox-dialog.tsx')).OutboxDialog }));

/** At the foot of every page, wherever it is scrolled to: whether there is a line, what waits to be sent, and what waits for the person. */
export function LineBar() {
  const isUp = useLine();
  const outbox = useOutbox();
  const waiting = useWaiting();
  const [isOpen, setOpen] = useState(false);
  const heldCount = waiting.filter(({ held }) => held !== null).length;
  const restCount = waiting.length - heldCount;
  const isShown = !isUp || waiting.length > 0;
  return (
    <>
      <div className="line no-print" data-shown={isShown} data-held={heldCount > 0}>
        <div role="status" aria-label={t('Đường truyền')} className="line-state">
          {isShown ? (
            <>
              <LineIcon isUp={isUp} isHeld={heldCount > 0} />
              <span className="line-words">{sayState({ isUp, heldCount, restCount })}</span>
              {waiting.length > 0 && !outbox.isKept() ? (
                <span>{t('Trình duyệt này không lưu được: đừng đóng trang trước khi gửi xong.')}</span>
              ) : null}
            </>
          ) : null}
        </div>
        {waiting.length > 0 ? (
          <div className="line-acts">
            <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
              {t('Xem việc chờ gửi')}
            </Button>
            {restCount > 0 ? (
              <Button size="compact-sm" variant="default" onClick={() => void outbox.sendNow()}>
                {t('Gửi ngay')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      {isOpen ? (
        <Suspense fallback={null}>
          <OutboxDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function LineIcon({ isUp, isHeld }: { readonly isUp: boolean; readonly isHeld: boolean }) {
  if (isHeld) return <IconAlertTriangle size={18} aria-hidden />;
  return isUp ? <IconCloudUp size={18} aria-hidden /> : <IconCloudOff size={18} aria-hidden />;
}

function sayState({
  isUp,
  heldCount,
  restCount,
}: {
  readonly isUp: boolean;
  readonly heldCount: number;
  readonly restCount: number;
}): string {
  const parts = [
    ...(isUp ? [] : [navigator.onLine ? t('Không kết nối được máy chủ') : t('Không có mạng')]),
    ...(restCount > 0 ? [t('{n} việc chờ gửi', { n: formatNumber(restCount) })] : []),
    ...(heldCount > 0 ? [t('{n} việc cần bạn xem lại', { n: formatNumber(heldCount) })] : []),
  ];
  const words = parts.join(' · ');
  if (!isUp && restCount + heldCount === 0)
    return `${words}. ${t('Vẫn xem được những gì đã mở; việc bạn ghi được giữ lại và tự gửi khi nối lại.')}`;
  return words;
}
