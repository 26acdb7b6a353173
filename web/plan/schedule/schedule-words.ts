import type { ScheduleItem, ScheduleProposal } from '#contract/plan/schedule.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';

export function formatOrigin(origin: ScheduleItem['origin']): string {
  return {
    document: t('theo văn bản'),
    accepted: t('đề xuất đã chấp nhận'),
    entered: t('chủ trì kế hoạch ấn định'),
  }[origin];
}

export function formatGround(ground: ScheduleProposal['ground']): string {
  return {
    report: t('Kỳ báo cáo'),
    scoring: t('Tự chấm Chỉ số CCHC'),
    product: t('Thời gian làm sản phẩm'),
    year: t('Năm của kế hoạch'),
  }[ground];
}

/** "còn 5 ngày làm việc", "hôm nay", "quá 3 ngày làm việc". */
export function formatDaysLeft(days: number): string {
  if (days === 0) return t('hôm nay');
  return days > 0
    ? t('còn {n} ngày làm việc', { n: formatNumber(days) })
    : t('đã qua {n} ngày làm việc', { n: formatNumber(-days) });
}
