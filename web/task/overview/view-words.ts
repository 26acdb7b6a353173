import { type DueView, SOON_DAYS } from '#domain/task/work/due-view.ts';
import { DAYS_BEFORE_DUE, DAYS_BETWEEN_REPORTS } from '#domain/task/work/silence.ts';
import { t } from '../../i18n/translate.ts';

export function formatView(view: DueView): string {
  return {
    open: t('Còn phải làm'),
    soon: t('Sắp đến hạn'),
    late: t('Quá hạn'),
    silent: t('Chưa báo cáo'),
    stuck: t('Đang vướng'),
    unproved: t('Thiếu tài liệu'),
    returned: t('Bị trả lại'),
    submitted: t('Chờ duyệt'),
    asked: t('Có đề nghị'),
    finished: t('Đã xong'),
    due: t('Đã đến hạn'),
    'in-time': t('Đúng hạn'),
  }[view];
}

/** What a view counts, in one sentence. */
export function explainView(view: DueView): string {
  return {
    open: t('Chờ thực hiện, đang thực hiện hoặc bị trả lại.'),
    soon: t('Đến hạn trong {n} ngày tới và chưa nộp.', { n: SOON_DAYS }),
    late: t('Đã qua ngày đến hạn và chưa nộp.'),
    silent: t(
      'Đã quá ngày hẹn báo tiếp, {between} ngày chưa có báo cáo, hoặc còn {before} ngày đến hạn mà chưa báo lần nào.',
      {
        between: DAYS_BETWEEN_REPORTS,
        before: DAYS_BEFORE_DUE,
      },
    ),
    stuck: t('Cơ quan báo đang chờ người khác.'),
    unproved: t('Đã nộp hoặc đã duyệt mà chưa có tài liệu nào.'),
    returned: t('Người duyệt trả lại để bổ sung.'),
    submitted: t('Đã nộp, chưa có quyết định.'),
    asked: t('Xin gia hạn hoặc đề nghị không áp dụng, chưa có quyết định.'),
    finished: t('Đã duyệt, kết thúc hoặc không áp dụng.'),
    due: t('Đã qua ngày đến hạn, hoặc đã duyệt trước hạn.'),
    'in-time': t('Trong số đã đến hạn, nộp chậm nhất vào ngày đến hạn.'),
  }[view];
}
