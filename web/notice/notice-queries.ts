import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { NoticeGroup } from '#domain/notice/notice-rule.ts';
import { api } from '../api.ts';

export const NOTICE_PAGE = 50;
const LOOK_AGAIN_MS = 120_000;

/** How many reminders were not opened yet: the figure of the bell, looked after now and then. */
export const unreadQuery = queryOptions({
  queryKey: ['notice', 'unread'],
  queryFn: () => api.notice.count(),
  refetchInterval: LOOK_AGAIN_MS,
});

export function ownNoticesQuery(view: {
  readonly group: NoticeGroup | undefined;
  readonly unread: boolean;
  readonly page: number;
}) {
  return queryOptions({
    queryKey: ['kept', 'notice', view.group, view.unread, view.page],
    queryFn: () =>
      api.notice.mine({
        ...(view.group === undefined ? {} : { group: view.group }),
        ...(view.unread ? { unread: 'true' } : {}),
        limit: NOTICE_PAGE,
        offset: (view.page - 1) * NOTICE_PAGE,
      }),
    placeholderData: keepPreviousData,
  });
}

export const settingQuery = queryOptions({
  queryKey: ['notice', 'setting'],
  queryFn: () => api.notice.setting(),
});

export const rulesQuery = queryOptions({ queryKey: ['notice', 'rules'], queryFn: () => api.notice.rules() });

export const overviewQuery = queryOptions({
  queryKey: ['notice', 'overview'],
  queryFn: () => api.notice.overview(),
});
