import type { Reform } from '#contract/agency/reform.ts';
import { formatInstant } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { formatReformAct } from './reform-words.ts';

/** Lịch sử: who did what to a reform, and why where a reason was given. */
export function ReformActs({ acts }: { readonly acts: Reform['acts'] }) {
  return (
    <section aria-labelledby="lich-su">
      <h2 id="lich-su" className="section-title">
        {t('Lịch sử phương án')}
      </h2>
      <ol className="life">
        {acts.map((act) => (
          <li key={`${act.kind} ${act.occurredAt}`}>
            <span className="life-day dim">{formatInstant(act.occurredAt)}</span>
            <div>
              <strong>{formatReformAct(act.kind)}</strong> <span className="dim">{act.person.name}</span>
              {act.reason === null ? null : <p>{t('Lý do: {reason}', { reason: act.reason })}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
