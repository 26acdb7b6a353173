import { useQuery } from '@tanstack/react-query';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { type FoundAgency, foundAgenciesQuery } from './agency-queries.ts';
import { formatLevel, formatSpan, holdsOn } from './agency-words.ts';

/** The agencies that ever bore a name with the words, each with whether it was there on the day. */
export function FoundAgencies({ search, on }: { readonly search: string; readonly on: string }) {
  const found = useQuery(foundAgenciesQuery(search));
  return (
    <Loaded query={found}>
      {(agencies) => (
        <>
          <p className="dim view-about" role="status">
            {t('{n} cơ quan', { n: formatNumber(agencies.length) })}
          </p>
          {agencies.length === 0 ? (
            <Empty title={t('Không có cơ quan nào như vậy')}>
              <span className="dim">
                {t('Tìm trong mọi tên gọi từ trước đến nay, kể cả cơ quan đã kết thúc.')}
              </span>
            </Empty>
          ) : (
            <FoundTable agencies={agencies} on={on} />
          )}
        </>
      )}
    </Loaded>
  );
}

function FoundTable({ agencies, on }: { readonly agencies: readonly FoundAgency[]; readonly on: string }) {
  const there = t('Vào ngày {day}', { day: formatDay(on) });
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('Cơ quan')}</th>
          <th scope="col">{t('Cấp')}</th>
          <th scope="col">{t('Hoạt động')}</th>
          <th scope="col">{there}</th>
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr key={agency.id}>
            <td>
              <PageLink to={paths.agency(agency.id)} search={holdsOn(agency, on) ? { ngay: on } : {}}>
                {agency.name}
              </PageLink>
              {agency.found === null ? null : (
                <div className="dim small">{t('Tìm thấy theo tên: {name}', { name: agency.found })}</div>
              )}
            </td>
            <td data-label={t('Cấp')}>{formatLevel(agency.level)}</td>
            <td data-label={t('Hoạt động')}>{formatSpan(agency)}</td>
            <td data-label={there}>
              <Standing agency={agency} on={on} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ agency, on }: { readonly agency: FoundAgency; readonly on: string }) {
  if (holdsOn(agency, on)) return <Chip tone="accent">{t('đang hoạt động')}</Chip>;
  return agency.validTo !== null && agency.validTo < on ? (
    <Chip tone="warn">{t('đã kết thúc')}</Chip>
  ) : (
    <Chip>{t('chưa thành lập')}</Chip>
  );
}
