import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import type { AgencyDetail } from './agency-queries.ts';
import { Checked } from './checked.tsx';

type Happening = AgencyDetail['life'][number];

/** Quá trình: what happened to an agency, oldest first, each with the paper it rests on. */
export function AgencyLife({ agency: { life } }: { readonly agency: AgencyDetail }) {
  return (
    <section aria-labelledby="qua-trinh">
      <h2 id="qua-trinh" className="section-title">
        {t('Quá trình')}
      </h2>
      {life.length === 0 ? (
        <p className="dim">{t('Chưa ghi sự kiện nào.')}</p>
      ) : (
        <ol className="life">
          {life.map((happening) => (
            <li key={happening.eventId}>
              <strong className="life-day">
                {happening.on === null ? t('chưa rõ ngày') : formatDay(happening.on)}
              </strong>
              <div>
                <p>{happening.words}</p>
                <p className="dim small">
                  {formatPaper(happening)} <Checked verified={happening.verified} />{' '}
                  {happening.confidence === 'A' ? null : formatConfidence(happening.confidence)}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The decision with its date, and whence that is known where it is more than the decision itself. */
function formatPaper({ decision: { number, date, title }, source }: Happening): string {
  const named = [number, title].filter((part) => part !== null).join(' – ');
  const dated = date === null ? named : t('{paper} ngày {day}', { paper: named, day: formatDay(date) });
  if (named === '') return t('Nguồn: {source}', { source });
  return `${dated}. ${t('Nguồn: {source}', { source })}`;
}

function formatConfidence(confidence: 'B' | 'C'): string {
  return confidence === 'B' ? t('(độ tin cậy vừa)') : t('(độ tin cậy thấp)');
}
