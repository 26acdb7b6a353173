import { t } from '../../i18n/translate.ts';

/** What takes a reform on. */
export type Step = 'submit' | 'approve' | 'return' | 'apply' | 'reverse';

export function formatStep(step: Step): string {
  return {
    submit: t('Trình duyệt'),
    approve: t('Duyệt'),
    return: t('Trả lại để sửa'),
    apply: t('Thực hiện'),
    reverse: t('Đảo lại'),
  }[step];
}
