import { useState } from 'react';
import type { ScheduleDerivation } from '#contract/plan/schedule.ts';
import { dayWithWhy } from '#domain/calendar/day-words.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';

/** How a day came about: the words, the counting, the days passed over, the rules. */
export function WhyThisDay({ derivation }: { readonly derivation: ScheduleDerivation }) {
  // A plan has hundreds of days, and few of them are asked about.
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {derivation.missing.length > 0 ? t('Vì sao chưa chắc ngày') : t('Vì sao là ngày này')}
      </summary>
      {isOpen ? <Counting derivation={derivation} /> : null}
    </details>
  );
}

function Counting({ derivation }: { readonly derivation: ScheduleDerivation }) {
  const { words, steps, skipped, madeUp, missing, rules } = derivation;
  return (
    <dl>
      <dt>{t('Lời văn')}</dt>
      <dd>{words === '' ? <span className="dim">{t('Không ghi')}</span> : <q>{words}</q>}</dd>
      {steps.length === 0 ? null : (
        <>
          <dt>{t('Cách tính')}</dt>
          {steps.map((step) => (
            <dd key={step}>{step}</dd>
          ))}
        </>
      )}
      <Passed words={t('Ngày nghỉ đã trừ')} days={skipped} />
      <Passed words={t('Ngày làm bù đã tính')} days={madeUp} />
      {missing.length === 0 ? null : (
        <>
          <dt>{t('Còn thiếu')}</dt>
          {missing.map((what) => (
            <dd key={what}>{what}</dd>
          ))}
        </>
      )}
      {rules.length === 0 ? null : (
        <>
          <dt>{t('Căn cứ')}</dt>
          {rules.map((rule) => (
            <dd key={rule.words}>
              {rule.words} <span className="dim">({rule.source})</span>
              {rule.verified ? null : <span className="dim"> – {t('chưa kiểm chứng')}</span>}
            </dd>
          ))}
        </>
      )}
    </dl>
  );
}

function Passed({ words, days }: { readonly words: string; readonly days: ScheduleDerivation['skipped'] }) {
  if (days.length === 0) return null;
  return (
    <>
      <dt>{words}</dt>
      <dd>{days.map(({ day, words: why }) => dayWithWhy(formatDay(day), why)).join(', ')}</dd>
    </>
  );
}
