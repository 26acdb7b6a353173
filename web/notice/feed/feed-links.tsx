import { Button, Code, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeadlineFeed } from '#contract/notice/feed.ts';
import { api, explainFailure } from '../../api.ts';
import { formatInstant } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { useAccess, useSignedIn } from '../../session.tsx';
import { Failure, Loaded } from '../../ui/state.tsx';

const KEY = ['feeds'];

/** Links by which a calendar program reads one's deadlines: made, seen to be read, and revoked. */
export function FeedLinks() {
  const { allowed } = useAccess('feed.own');
  if (!allowed) return null;
  return (
    <section aria-labelledby="lich-thoi-han">
      <h2 id="lich-thoi-han">{t('Thời hạn trong phần mềm lịch')}</h2>
      <Stack gap="sm">
        <p className="dim">
          {t(
            'Mỗi đường dẫn để phần mềm lịch (Outlook, Google, điện thoại) tự lấy thời hạn. Ai có đường dẫn đều xem được, nên chỉ giữ cho mình; hủy lúc nào cũng được.',
          )}
        </p>
        <NewFeed />
        <Feeds />
      </Stack>
    </section>
  );
}

function NewFeed() {
  const queries = useQueryClient();
  const { posts } = useSignedIn();
  const create = useMutation({
    mutationFn: (agencyId: string | null) => api.feed.create({ agencyId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const agencies = new Map(
    posts
      .filter(({ role }) => role !== 'administrator')
      .map(({ agencyId, agencyName }) => [agencyId, agencyName]),
  );
  return (
    <>
      <Group gap="xs">
        <Button variant="default" loading={create.isPending} onClick={() => create.mutate(null)}>
          {t('Tạo đường dẫn cho việc của tôi')}
        </Button>
        {[...agencies].map(([id, name]) => (
          <Button
            key={id}
            variant="default"
            loading={create.isPending && create.variables === id}
            onClick={() => create.mutate(id)}
          >
            {t('Tạo đường dẫn cho việc của {agency}', { agency: name })}
          </Button>
        ))}
      </Group>
      {create.error === null ? null : (
        <Failure title={t('Không lưu được')} sentences={explainFailure(create.error)} />
      )}
      {create.data === undefined ? null : <Address path={create.data.address} />}
    </>
  );
}

/** The link, shown this once. */
function Address({ path }: { readonly path: string }) {
  const address = `${window.location.origin}${path}`;
  const copy = useMutation({ mutationFn: () => navigator.clipboard.writeText(address) });
  return (
    <div className="notice" role="status">
      <div className="notice-body">
        <strong>{t('Đường dẫn chỉ hiện một lần này')}</strong>
        <Code className="one-time-link">{address}</Code>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => copy.mutate()}>
            {copy.isSuccess ? t('Đã sao chép') : t('Sao chép')}
          </Button>
          <a className="button-link" href={address.replace(/^https?:/, 'webcal:')}>
            {t('Mở bằng phần mềm lịch')}
          </a>
        </Group>
        {copy.error === null ? null : (
          <p>{t('Trình duyệt không cho sao chép; hãy bôi đen đường dẫn rồi sao chép.')}</p>
        )}
      </div>
    </div>
  );
}

function Feeds() {
  const queries = useQueryClient();
  const feeds = useQuery({ queryKey: KEY, queryFn: () => api.feed.list() });
  const revoke = useMutation({
    mutationFn: (feedId: string) => api.feed.revoke({ feedId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <>
      {revoke.error === null ? null : (
        <Failure title={t('Không lưu được')} sentences={explainFailure(revoke.error)} />
      )}
      <Loaded query={feeds}>
        {(held) =>
          held.feeds.length === 0 ? (
            <p className="dim">{t('Chưa có đường dẫn nào.')}</p>
          ) : (
            <FeedTable feeds={held.feeds} onRevoke={(id) => revoke.mutate(id)} />
          )
        }
      </Loaded>
    </>
  );
}

function FeedTable({
  feeds,
  onRevoke,
}: {
  readonly feeds: readonly DeadlineFeed[];
  readonly onRevoke: (id: string) => void;
}) {
  return (
    <table className="rows" aria-label={t('Thời hạn trong phần mềm lịch')}>
      <thead>
        <tr>
          <th scope="col">{t('Thời hạn của')}</th>
          <th scope="col">{t('Tạo lúc')}</th>
          <th scope="col">{t('Được đọc gần nhất')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('Thao tác')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {feeds.map(({ id, agency, createdAt, lastReadAt }) => (
          <tr key={id}>
            <td>{agency?.name ?? t('Việc của tôi')}</td>
            <td data-label={t('Tạo lúc')}>{formatInstant(createdAt)}</td>
            <td data-label={t('Được đọc gần nhất')}>
              {lastReadAt === null ? t('chưa lần nào') : formatInstant(lastReadAt)}
            </td>
            <td>
              <Button size="compact-sm" variant="default" onClick={() => onRevoke(id)}>
                {t('Hủy đường dẫn')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
