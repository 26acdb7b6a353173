import type { PlainValue } from '#domain/audit/audit-entry.ts';
import { auditFieldWords, auditValueWords } from '#domain/audit/audit-words.ts';
import { compareValues } from '#domain/audit/compare-values.ts';
import { t } from '../i18n/translate.ts';

interface AlteredValuesProps {
  readonly before: unknown;
  readonly after: unknown;
  /** At most so many; left out, all. */
  readonly most?: number;
}

/** What an act altered: of each value what it was and what it became. */
export function AlteredValues({ before, after, most }: AlteredValuesProps) {
  const altered = compareValues(before as PlainValue, after as PlainValue);
  if (altered.length === 0) return null;
  const shown = altered.slice(0, most);
  return (
    <ul className="change-fields">
      {shown.map((value) => (
        <li key={value.field}>
          {value.field === '' ? null : <span className="dim">{auditFieldWords(value.field)}: </span>}
          {value.before === '' ? null : <del>{auditValueWords(value.field, value.before)}</del>}{' '}
          {value.after === '' ? null : <ins>{auditValueWords(value.field, value.after)}</ins>}
        </li>
      ))}
      {shown.length < altered.length ? (
        <li className="dim">{t('và {n} nữa', { n: altered.length - shown.length })}</li>
      ) : null}
    </ul>
  );
}
