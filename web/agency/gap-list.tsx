import { useQuery } from '@tanstack/react-query';
import type { AgencyGap } from '#contract/agency.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { everyAgencyQuery, gapsQuery } from './agency-queries.ts';
import { formatSpan } from './agency-words.ts';

/** Còn thiếu: everything about the agencies that is not known, of all days. */
export function AllGaps() {
  const gaps = useQuery(gapsQuery);
  return (
    <section aria-labelledby="con-thieu">
      <h2 id="con-thieu" className="section-title">
        {t('Còn thiếu, cần bổ sung')}
      </h2>
      <p className="dim view-about">
        {t('Những điều chưa có nguồn thì để trống và ghi ở đây, không điền phỏng đoán.')}
      </p>
      <Loaded query={gaps}>
        {(loaded) =>
          loaded.length === 0 ? <Empty title={t('Không còn thiếu gì')} /> : <GapTable gaps={loaded} />
        }
      </Loaded>
    </section>
  );
}

/** What is not known of the agencies on the day of the tree. */
export function GapNotice({ gaps, on }: { readonly gaps: readonly AgencyGap[]; readonly on: string }) {
  if (gaps.length === 0) return null;
  return (
    <details className="gap-notice">
      <summary>
        {t('Còn thiếu, cần bổ sung về ngày {day} ({n})', {
          day: formatDay(on),
          n: formatNumber(gaps.length),
        })}
      </summary>
      <GapTable gaps={gaps} />
    </details>
  );
}

export function GapTable({ gaps }: { readonly gaps: readonly AgencyGap[] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col" className="fourth">
            {t('Điều chưa biết')}
          </th>
          <th scope="col" className="fourth">
            {t('Vì sao')}
          </th>
          <th scope="col" className="narrow">
            {t('Thời gian')}
          </th>
          <th scope="col" className="fifth">
            {t('Cơ quan')}
          </th>
          <th scope="col" className="fifth">
            {t('Nguồn đã đọc')}
          </th>
        </tr>
      </thead>
      <tbody>
        {gaps.map((gap) => (
          <tr key={gap.id}>
            <td>{gap.what}</td>
            <td data-label={t('Vì sao')}>{gap.why}</td>
            <td data-label={t('Thời gian')}>{formatPeriod(gap)}</td>
            <td data-label={t('Cơ quan')}>
              <GapAgencies gap={gap} />
            </td>
            <td data-label={t('Nguồn đã đọc')} className="dim small">
              {gap.source}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function formatPeriod({ from, to }: AgencyGap): string {
  if (from === null && to === null) return t('mọi lúc');
  if (from !== null && from === to) return t('ngày {day}', { day: formatDay(from) });
  return formatSpan({ validFrom: from, validTo: to });
}

const SHOWN = 3;

function GapAgencies({ gap: { agencyIds, count } }: { readonly gap: AgencyGap }) {
  const every = useQuery(everyAgencyQuery).data ?? [];
  const names = agencyIds.flatMap((id) => every.filter((agency) => agency.id === id));
  if (names.length === 0)
    return count === null ? null : <span>{t('{n} cơ quan', { n: formatNumber(count) })}</span>;
  const links = names.map(({ id, name }) => (
    <li key={id}>
      <PageLink to={paths.agency(id)}>{name}</PageLink>
    </li>
  ));
  if (names.length <= SHOWN) return <ul className="plain links">{links}</ul>;
  return (
    <details>
      <summary>{t('{n} cơ quan', { n: formatNumber(names.length) })}</summary>
      <ul className="plain links">{links}</ul>
    </details>
  );
}
