import type { DueRow } from '#contract/task/work.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { formatDaysLeft, formatDue } from './work-words.ts';

/** The day, what is left until then or when it was handed in, and behind a disclosure why that day. */
export function DueDay({ item, isOpen = true }: { readonly item: DueRow; readonly isOpen?: boolean }) {
  const isLate = isOpen && item.workingDaysLeft !== null && item.workingDaysLeft < 0;
  return (
    <>
      <strong className="nowrap">{formatDue(item.dueOn)}</strong>
      {isOpen && item.dueOn !== null ? (
        <div className={isLate ? 'late' : 'dim'}>{formatDaysLeft(item)}</div>
      ) : null}
      {item.state === 'submitted' && item.submittedOn !== null ? (
        <div className={isAfter(item) ? 'late' : 'dim'}>
          {isAfter(item)
            ? t('nộp {day}, sau hạn', { day: formatDay(item.submittedOn) })
            : t('nộp {day}', { day: formatDay(item.submittedOn) })}
        </div>
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

function isAfter({ dueOn, submittedOn }: DueRow): boolean {
  return dueOn !== null && submittedOn !== null && submittedOn > dueOn;
}
