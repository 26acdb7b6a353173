import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnNotice } from '#contract/notice.ts';
import { NOTICE_GROUPS } from '#domain/notice/notice-rule.ts';
import { api } from '../api.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Pages, pageOf } from '../ui/pages.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { Views } from '../ui/views.tsx';
import { groupName, ruleName } from './notice-names.ts';
import { NOTICE_PAGE, ownNoticesQuery, unreadQuery } from './notice-queries.ts';
import { SettingDialog } from './setting-dialog.tsx';

interface RemindersAddress {
  readonly nhom?: string | undefined;
  readonly doc?: string | undefined;
  readonly trang?: string | undefined;
}

/** Nhắc việc: everything one was reminded of, why, and the way to do it. */
export function RemindersPage() {
  const [address, setAddress] = useAddress<RemindersAddress>();
  const queries = useQueryClient();
  const [isChoosing, setIsChoosing] = useState(false);
  const group = NOTICE_GROUPS.find((one) => one === address.nhom);
  const unread = address.doc === 'chua';
  const page = pageOf(address.trang);
  const query = useQuery(ownNoticesQuery({ group, unread, page }));
  const markRead = useMutation({
    mutationFn: (ids?: readonly string[]) => api.notice.markRead(ids === undefined ? {} : { ids: [...ids] }),
    onSuccess: (counted) => {
      queries.setQueryData(unreadQuery.queryKey, counted);
      void queries.invalidateQueries({ queryKey: ['kept', 'notice'] });
    },
  });
  return (
    <Page
      title={t('Nhắc việc')}
      about={t('Mỗi lời nhắc nói vì sao hôm nay và vì sao là bạn; bấm vào để làm ngay.')}
      actions={
        <>
          <Button
            variant="default"
            disabled={query.data === undefined || query.data.unread === 0}
            loading={markRead.isPending}
            onClick={() => markRead.mutate(undefined)}
          >
            {t('Đánh dấu đã đọc tất cả')}
          </Button>
          <Button variant="default" onClick={() => setIsChoosing(true)}>
            {t('Cách nhận')}
          </Button>
        </>
      }
    >
      <Filters nhom={group} doc={unread ? 'chua' : undefined} />
      <Loaded query={query}>
        {({ total, notices }) => (
          <Stack gap="md">
            {notices.length === 0 ? (
              <Empty title={unread ? t('Bạn đã đọc mọi lời nhắc.') : t('Chưa có lời nhắc nào.')} />
            ) : (
              <Notices notices={notices} onOpen={(id) => markRead.mutate([id])} />
            )}
            <Pages total={total} size={NOTICE_PAGE} page={page} onPage={(trang) => setAddress({ trang })} />
          </Stack>
        )}
      </Loaded>
      {isChoosing ? <SettingDialog onClose={() => setIsChoosing(false)} /> : null}
    </Page>
  );
}

function Filters({ nhom, doc }: Pick<RemindersAddress, 'nhom' | 'doc'>) {
  const groups = [
    { value: undefined, words: t('Tất cả') },
    ...NOTICE_GROUPS.map((value) => ({ value, words: groupName(value) })),
  ];
  return (
    <Views label={t('Loại lời nhắc')}>
      {groups.map(({ value, words }) => (
        <PageLink
          key={words}
          to={paths.reminders()}
          search={{ nhom: value, doc }}
          className="place"
          aria-current={value === nhom ? 'page' : undefined}
        >
          {words}
        </PageLink>
      ))}
      <PageLink
        to={paths.reminders()}
        search={{ nhom, doc: doc === undefined ? 'chua' : undefined }}
        className="place"
        aria-current={doc === undefined ? undefined : 'true'}
      >
        {t('Chỉ chưa đọc')}
      </PageLink>
    </Views>
  );
}

function Notices({
  notices,
  onOpen,
}: {
  readonly notices: readonly OwnNotice[];
  readonly onOpen: (id: string) => void;
}) {
  const days = Map.groupBy(notices, ({ plannedOn }) => plannedOn);
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={formatDay(day)}>
      <h2 className="section-title">{formatDay(day)}</h2>
      <ul className="reminders">
        {ofDay.map((notice) => (
          <li key={notice.id} className="reminder" data-read={notice.read}>
            <div className="reminder-words">
              <PageLink
                to={notice.link}
                className="link"
                onClick={() => (notice.read ? undefined : onOpen(notice.id))}
              >
                {notice.words}
              </PageLink>
              <Text size="sm" c="dimmed">
                {notice.reason}
              </Text>
              <Group gap={6}>
                <Chip tone={notice.group === 'late' && !notice.done ? 'warn' : 'plain'}>
                  {ruleName(notice.rule)}
                </Chip>
                {notice.done ? <Chip tone="accent">{t('đã xong')}</Chip> : null}
                {notice.read ? null : <Chip>{t('chưa đọc')}</Chip>}
              </Group>
            </div>
            {notice.read ? null : (
              <Button
                variant="subtle"
                size="xs"
                className="no-print"
                aria-label={t('Đánh dấu đã đọc: {words}', { words: notice.words })}
                onClick={() => onOpen(notice.id)}
              >
                {t('Đã đọc')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}
