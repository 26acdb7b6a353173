import type { PlanDiff, PlanImport } from '#contract/plan.ts';
import type { TaskField } from '#contract/reading.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { FIELDS, formatField } from './field-words.ts';
import { formatTargetFully } from './target-words.ts';

interface ReviewDiffProps {
  readonly replaces: NonNullable<PlanImport['replaces']>;
  readonly onRow: (row: string) => void;
}

/** What the document changes in the plan it replaces, by task and by target. */
export function ReviewDiff({ replaces: { diff, removedByHand }, onRow }: ReviewDiffProps) {
  return (
    <section aria-labelledby="khac-gi" className="diff">
      <h2 id="khac-gi" className="section-title">
        {t('Khác gì với kế hoạch đang có')}
      </h2>
      <dl className="figures">
        <Figure words={t('Thêm')} value={diff.added.length} />
        <Figure words={t('Bỏ')} value={diff.removed.length} />
        <Figure words={t('Thay đổi')} value={diff.changed.length} />
        <Figure words={t('Giữ nguyên')} value={diff.unchanged} />
      </dl>
      <ul className="changes">
        {diff.changed.map((change) => (
          <li key={change.key} className="change">
            <button type="button" className="link" onClick={() => onRow(change.key)}>
              {change.code}. {change.name}
            </button>
            <ChangedFields change={change} />
          </li>
        ))}
        {diff.added.map(({ key, code, name }) => (
          <li key={key} className="change">
            <strong>{t('Thêm')}</strong>{' '}
            <button type="button" className="link" onClick={() => onRow(key)}>
              {code}. {name}
            </button>
          </li>
        ))}
        {diff.removed.map(({ key, code, name }) => (
          <li key={key} className="change">
            <strong>{t('Bỏ')}</strong> <del>{`${code}. ${name}`}</del>
          </li>
        ))}
        {removedByHand.map(({ key, code, name }) => (
          <li key={key} className="change dim">
            {t('Đã bỏ bằng tay trước đây, nay vẫn để ngoài:')} {`${code}. ${name}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figure({ words, value }: { readonly words: string; readonly value: number }) {
  return (
    <div className="figure">
      <dt>{words}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

function ChangedFields({ change }: { readonly change: PlanDiff['changed'][number] }) {
  return (
    <ul className="change-fields">
      {change.moved ? <li>{t('Chuyển sang mục khác')}</li> : null}
      {change.fields.map(({ field, before, after }) => (
        <li key={field}>
          <span className="dim">{formatAnyField(field)}:</span> <del>{before}</del> <ins>{after}</ins>
        </li>
      ))}
      {change.targets.map(({ before, after }) => (
        <li key={JSON.stringify([before, after])}>
          <span className="dim">{t('Chỉ tiêu')}:</span>{' '}
          {before === undefined ? null : <del>{formatTargetFully(before)}</del>}{' '}
          {after === undefined ? null : <ins>{formatTargetFully(after)}</ins>}
        </li>
      ))}
    </ul>
  );
}

export function formatAnyField(field: string): string {
  if (field === 'targets') return t('Chỉ tiêu');
  return FIELDS.includes(field as TaskField) ? formatField(field as TaskField) : t('Loại');
}
