import type { AuditEntry } from '#contract/audit.ts';
import { auditActWords, auditSubjectWords } from '#domain/audit/audit-words.ts';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { AlteredValues } from './altered-values.tsx';
import type { AuditView } from './audit-view.ts';

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly onView: (changes: Partial<AuditView>) => void;
}

/** Of each entry when, who, what, to what, and what it altered; names follow one person or one thing. */
export function AuditTable({ entries, onView }: AuditTableProps) {
  return (
    <table className="rows audit-rows">
      <caption className="visually-hidden">{t('Các việc đã làm, mới nhất trước')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Lúc')}</th>
          <th scope="col">{t('Người')}</th>
          <th scope="col">{t('Việc')}</th>
          <th scope="col">{t('Thay đổi')}</th>
          <th scope="col">{t('Từ đâu')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td>
              <button
                type="button"
                className="link"
                onClick={() => onView({ entry: String(entry.seq) })}
                aria-label={t('{instant}: mở dòng {seq}', {
                  instant: formatInstant(entry.occurredAt),
                  seq: entry.seq,
                })}
              >
                {formatInstant(entry.occurredAt)}
              </button>
              <div className="dim small">{t('dòng {seq}', { seq: entry.seq })}</div>
            </td>
            <td data-label={t('Người')}>
              <Who entry={entry} onView={onView} />
            </td>
            <td data-label={t('Việc')}>
              {auditActWords(entry.act)} <Subject entry={entry} onView={onView} />
              {entry.reason === null ? null : (
                <div className="dim small">{t('Lý do: {reason}', { reason: entry.reason })}</div>
              )}
            </td>
            <td data-label={t('Thay đổi')}>
              <AlteredValues before={entry.before} after={entry.after} most={6} />
            </td>
            <td data-label={t('Từ đâu')} className="dim">
              {entry.address ?? t('máy chủ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PartProps {
  readonly entry: AuditEntry;
  readonly onView: (changes: Partial<AuditView>) => void;
}

export function Who({ entry, onView }: PartProps) {
  const { personId, personName, onBehalfOfName, postTitle, agencyName } = entry;
  const post = [postTitle, agencyName].filter((words) => words !== null).join(', ');
  return (
    <>
      {personId === null ? (
        personName
      ) : (
        <button
          type="button"
          className="link"
          onClick={() => onView({ person: personId, entry: undefined })}
          aria-label={t('Chỉ xem việc của {name}', { name: personName })}
        >
          {personName}
        </button>
      )}
      {onBehalfOfName === null ? null : ` ${t('(thay {name})', { name: onBehalfOfName })}`}
      {post === '' ? null : <div className="dim small">{post}</div>}
    </>
  );
}

export function Subject({ entry: { subject, personId }, onView }: PartProps) {
  if (subject.kind === 'person' && subject.id === personId) return null;
  const words = subject.words === '' ? auditSubjectWords(subject.kind) : subject.words;
  return (
    <button
      type="button"
      className="link"
      onClick={() => onView({ kind: subject.kind, thing: subject.id, entry: undefined })}
      aria-label={t('Chỉ xem việc trên {words}', { words })}
    >
      {words}
    </button>
  );
}
