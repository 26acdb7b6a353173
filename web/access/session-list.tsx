import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenSession } from '#contract/session.ts';
import { api, explainFailure } from '../api.ts';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';
import { Failure, Loaded } from '../ui/state.tsx';
import { formatDevice } from './device-words.ts';

/** Where one is signed in, and the way to end each. */
export function SessionList() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api.account.sessions() });
  const end = useMutation({
    mutationFn: (sessionId: string | null) => api.account.endSession({ sessionId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <section aria-labelledby="phien">
      <h2 id="phien">{t('Các phiên đăng nhập')}</h2>
      <Stack gap="sm">
        {end.error === null ? null : (
          <Failure title={t('Chưa kết thúc được')} sentences={explainFailure(end.error)} />
        )}
        <Loaded query={sessions}>
          {(found) => (
            <>
              <SessionTable sessions={found} onEnd={(id) => end.mutate(id)} />
              {found.length > 1 ? (
                <div>
                  <Button variant="default" loading={end.isPending} onClick={() => end.mutate(null)}>
                    {t('Kết thúc mọi phiên khác')}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </Loaded>
      </Stack>
    </section>
  );
}

function SessionTable({
  sessions,
  onEnd,
}: {
  readonly sessions: readonly OpenSession[];
  readonly onEnd: (id: string) => void;
}) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('Thiết bị')}</th>
          <th scope="col">{t('Địa chỉ mạng')}</th>
          <th scope="col">{t('Bắt đầu')}</th>
          <th scope="col">{t('Gần nhất')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('Thao tác')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <td>{formatDevice(session.device)}</td>
            <td data-label={t('Địa chỉ mạng')}>{session.address ?? '–'}</td>
            <td data-label={t('Bắt đầu')}>{formatInstant(session.createdAt)}</td>
            <td data-label={t('Gần nhất')}>{formatInstant(session.lastSeenAt)}</td>
            <td>
              {session.current ? (
                <Chip tone="accent">{t('phiên này')}</Chip>
              ) : (
                <Button size="compact-sm" variant="default" onClick={() => onEnd(session.id)}>
                  {t('Kết thúc')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
