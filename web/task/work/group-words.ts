import type { WorkGroup } from '#domain/task/work/my-work.ts';
import { t } from '../../i18n/translate.ts';

export function formatGroup(group: WorkGroup): string {
  return {
    late: t('Quá hạn'),
    today: t('Hôm nay'),
    week: t('Trong tuần này'),
    review: t('Chờ tôi duyệt'),
    later: t('Sau tuần này'),
    undated: t('Chưa có ngày'),
    'handed-in': t('Đã nộp, chờ duyệt'),
  }[group];
}
