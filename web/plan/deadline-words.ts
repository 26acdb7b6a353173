import { Deadline } from '#contract/reading.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

export const DEADLINE_KINDS: readonly Deadline['kind'][] = Deadline.shape.kind.options;

export function formatDeadlineKind(kind: Deadline['kind']): string {
  return {
    year: t('Trong một năm'),
    quarter: t('Trong một quý'),
    month: t('Trong một tháng'),
    date: t('Một ngày cụ thể'),
    range: t('Một khoảng thời gian'),
    recurring: t('Định kỳ'),
    continuous: t('Thường xuyên'),
    by_external_plan: t('Theo văn bản khác'),
    relative_days: t('Một số ngày trước hoặc sau'),
    relative_working_days: t('Một số ngày làm việc trước hoặc sau'),
    relative_event: t('Theo một sự kiện'),
    multi: t('Nhiều thời hạn'),
    fragment: t('Lời văn bị cắt'),
    none: t('Không có thời hạn'),
  }[kind];
}

function formatFrequency(frequency: string): string {
  const words: Record<string, string> = {
    yearly: t('hằng năm'),
    half_yearly: t('6 tháng một lần'),
    quarterly: t('hằng quý'),
    monthly: t('hằng tháng'),
    weekly: t('hằng tuần'),
  };
  return words[frequency] ?? '';
}

/** How a deadline was read: its kind and the days it comes to. */
export function formatDeadline(deadline: Deadline): string {
  const { kind, start, end, n, anchor } = deadline;
  if (deadline.parts !== undefined && deadline.parts.length > 0)
    return deadline.parts.map((part) => formatDeadline(part)).join('; ');
  const words = [formatDeadlineKind(kind)];
  if (kind === 'recurring' && deadline.recurrence !== undefined)
    words.push(formatFrequency(deadline.recurrence.freq));
  if (n !== undefined)
    words.push(
      `${formatNumber(n)} ${deadline.direction === 'before' ? t('ngày trước') : t('ngày sau')}${anchor === undefined ? '' : ` ${anchor}`}`,
    );
  else if (anchor !== undefined) words.push(anchor);
  if (start !== undefined && end !== undefined && start !== end)
    words.push(`${formatDay(start)} – ${formatDay(end)}`);
  else if (end !== undefined)
    words.push(deadline.endExclusive === true ? t('trước {day}', { day: formatDay(end) }) : formatDay(end));
  else if (start !== undefined) words.push(t('từ {day}', { day: formatDay(start) }));
  return words.filter((part) => part !== '').join(' · ');
}
