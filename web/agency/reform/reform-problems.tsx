import { IconAlertTriangle } from '@tabler/icons-react';
import type { Reform } from '#contract/agency/reform.ts';
import { t } from '../../i18n/translate.ts';

/** Everything that keeps a reform from being submitted, all at once. */
export function ProblemNotice({ problems }: { readonly problems: Reform['problems'] }) {
  if (problems.length === 0) return null;
  return (
    <section className="notice notice-warn" aria-label={t('Còn phải xử lý')}>
      <IconAlertTriangle aria-hidden size={20} />
      <div className="notice-body">
        <p>
          <strong>{t('Chưa trình duyệt được, còn phải xử lý:')}</strong>
        </p>
        <ul className="problem-list">
          {problems.map(({ code, message, eventId }) => (
            <li key={`${code} ${eventId} ${message}`}>{message}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
