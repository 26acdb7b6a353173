import type { DueRow, WorkState } from '#contract/task/work.ts';
import type { WorkDeedKind } from '#domain/task/work/work-act.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';

export function formatState(state: WorkState): string {
  return {
    waiting: t('Chờ thực hiện'),
    doing: t('Đang thực hiện'),
    submitted: t('Chờ duyệt'),
    returned: t('Bị trả lại'),
    accepted: t('Đã duyệt'),
    closed: t('Kết thúc, không có kết quả'),
    'not-applicable': t('Không áp dụng'),
  }[state];
}

/** What was done, as the first words of a line of history. */
export function formatDeed(kind: string): string {
  const words: Readonly<Record<WorkDeedKind, string>> = {
    report: t('Báo cáo tiến độ'),
    submit: t('Nộp kết quả'),
    'take-back': t('Lấy lại kết quả'),
    accept: t('Duyệt kết quả'),
    return: t('Trả lại'),
    close: t('Kết thúc'),
    reopen: t('Mở lại'),
    'ask-not-applicable': t('Đề nghị không áp dụng'),
    'ask-extension': t('Xin gia hạn'),
    grant: t('Đồng ý đề nghị'),
    refuse: t('Không đồng ý đề nghị'),
    'move-due': t('Chuyển thời hạn'),
  };
  return kind in words ? words[kind as WorkDeedKind] : kind;
}

export function formatFlag(flag: string): string {
  const words: Readonly<Record<string, string>> = {
    copied: t('Chép lại báo cáo trước'),
    vague: t('Không có nội dung cụ thể'),
    jumped: t('Từ chưa làm đến xong ngay sát hạn'),
    backward: t('Kết quả giảm so với lần trước'),
    rebased: t('Tổng số khác lần trước'),
    late: t('Muộn hơn ngày đã hẹn báo'),
  };
  return words[flag] ?? flag;
}

/** What is to be done about a doubtful report. */
export function formatFlagRemedy(flag: string): string {
  const words: Readonly<Record<string, string>> = {
    copied: t('Hãy ghi điều mới kể từ lần trước.'),
    vague: t('Hãy ghi đã làm gì, với ai, ngày nào, còn lại gì.'),
    jumped: t('Hãy gắn tài liệu cho thấy kết quả.'),
    backward: t('Hãy ghi vì sao số đã làm giảm.'),
    rebased: t('Hãy ghi vì sao tổng số thay đổi.'),
    late: t('Hãy hẹn ngày báo sát hơn.'),
  };
  return words[flag] ?? '';
}

/** "còn 5 ngày làm việc", "quá hạn 3 ngày làm việc"; nothing where there is no day. */
export function formatDaysLeft({ workingDaysLeft: left }: Pick<DueRow, 'workingDaysLeft'>): string {
  if (left === null) return '';
  if (left < 0) return t('quá hạn {n} ngày làm việc', { n: formatNumber(-left) });
  return left === 0 ? t('hết hạn hôm nay') : t('còn {n} ngày làm việc', { n: formatNumber(left) });
}

/** "5/20 xã (25 %)", or the step; nothing where neither is known. */
export function formatProgress({ amount, step }: Pick<DueRow, 'amount' | 'step'>): string {
  if (amount !== null)
    return t('{done}/{whole} {unit} ({percent} %)', {
      done: formatNumber(amount.done),
      whole: formatNumber(amount.whole),
      unit: amount.unit,
      percent: formatNumber(Math.round((amount.done / amount.whole) * 100)),
    });
  return step ?? '';
}

export function formatDue(dueOn: string | null): string {
  return dueOn === null ? t('Không có ngày') : formatDay(dueOn);
}
