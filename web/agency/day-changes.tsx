import { useQuery } from '@tanstack/react-query';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../ui/page-link.tsx';
import { type AgencyTree, everyAgencyQuery } from './agency-queries.ts';
import { dayBefore } from './agency-words.ts';

/** What began and what ended on the day of the tree, where it is a day of change. */
export function DayChanges({ tree }: { readonly tree: AgencyTree }) {
  const every = useQuery(everyAgencyQuery);
  const day = tree.days.find((one) => one.day === tree.on);
  if (day === undefined) return null;
  const last = dayBefore(day.day);
  const ended = (every.data ?? []).filter(({ validTo }) => validTo === last);
  const founded = tree.agencies.filter(({ validFrom }) => validFrom === day.day);
  return (
    <section className="notice" aria-label={t('Thay đổi ngày {day}', { day: formatDay(day.day) })}>
      <div className="notice-body">
        <p>
          <strong>{t('Thay đổi ngày {day}', { day: formatDay(day.day) })}</strong>
          {day.words === '' ? null : <>: {day.words}</>}
        </p>
        <Names words={t('{n} cơ quan mới', { n: formatNumber(founded.length) })} agencies={founded} />
        <Names
          words={t('{n} cơ quan kết thúc hết ngày {day}', {
            n: formatNumber(ended.length),
            day: formatDay(last),
          })}
          agencies={ended}
        />
      </div>
    </section>
  );
}

interface NamesProps {
  readonly words: string;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

function Names({ words, agencies }: NamesProps) {
  if (agencies.length === 0) return null;
  return (
    <details>
      <summary>{words}</summary>
      <ul className="agency-list">
        {agencies.map(({ id, name }) => (
          <li key={id}>
            <PageLink to={paths.agency(id)}>{name}</PageLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
