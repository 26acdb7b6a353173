import type { DueRow } from '#contract/task/work.ts';
import { t } from '../../i18n/translate.ts';
import { formatDaysLeft, formatDue } from './work-words.ts';

/** The day, what is left until then, and behind a disclosure why that day. */
export function DueDay({ item, isOpen = true }: { readonly item: DueRow; readonly isOpen?: boolean }) {
  const isLate = isOpen && item.workingDaysLeft !== null && item.workingDaysLeft < 0;
  return (
    <>
      <strong className="nowrap">{formatDue(item.dueOn)}</strong>
      {isOpen && item.dueOn !== null ? (
        <div className={isLate ? 'late' : 'dim'}>{formatDaysLeft(item)}</div>
      ) : null}
      <details className="why no-print">
        <summary>
          {item.dueOn === null ? t('Vì sao không có ngày') : t('Vì sao ngày này')}
          <span className="visually-hidden">{`: ${item.code} ${item.label}`}</span>
        </summary>
        <ul>
          {item.deadlineText === '' ? null : (
            <li>
              {t('Văn bản ghi:')} <q>{item.deadlineText}</q>
            </li>
          )}
          {item.why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
