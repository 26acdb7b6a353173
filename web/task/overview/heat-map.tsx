import { useQuery } from '@tanstack/react-query';
import type { DueFilter } from '#contract/task/overview.ts';
import { NO_AREA } from '#domain/task/work/due-view.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Loaded } from '../../ui/state.tsx';
import { type Heat, heatQuery } from './overview-queries.ts';
import type { OverviewView } from './overview-view.ts';

interface HeatMapProps {
  readonly filter: DueFilter;
  readonly to: string;
  readonly address: OverviewView;
}

/** How much of what is due each agency handed in by its day, area by area: the share tints, the figures say. */
export function HeatMap({ filter, to, address }: HeatMapProps) {
  const query = useQuery(heatQuery(filter));
  return <Loaded query={query}>{(heat) => <Squares heat={heat} to={to} address={address} />}</Loaded>;
}

function Squares({ heat, to, address }: Omit<HeatMapProps, 'filter'> & { readonly heat: Heat }) {
  const squares = new Map(heat.squares.map((square) => [`${square.agencyId} ${square.areaId}`, square]));
  return (
    <>
      <p className="dim view-about">
        {t('Mỗi ô: số việc nộp đúng hạn / số việc đã đến hạn. Ô trống là chưa có việc nào đến hạn.')}
      </p>
      <ul className="legend" aria-label={t('Chú giải')}>
        {[
          [100, t('tất cả đúng hạn')],
          [80, t('từ 80 %')],
          [50, t('từ 50 %')],
          [0, t('dưới 50 %')],
        ].map(([share, words]) => (
          <li key={share}>
            <span className="day-mark heat" data-heat={share} aria-hidden />
            {words}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <section className="heat-scroll" tabIndex={0} aria-label={t('Bản đồ cơ quan × lĩnh vực')}>
        <table className="heat-map">
          <thead>
            <tr>
              <th scope="col">{t('Cơ quan')}</th>
              {heat.areas.map(({ id, code, name }) => (
                <th key={id ?? ''} scope="col" title={name}>
                  {code === '' ? name : code}
                  <span className="visually-hidden"> {name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.agencies.map((agency) => (
              <tr key={agency.id}>
                <th scope="row">{agency.name}</th>
                {heat.areas.map((area) => (
                  <Square
                    key={area.id ?? ''}
                    square={squares.get(`${agency.id} ${area.id}`)}
                    words={`${agency.name}, ${area.name}`}
                    to={to}
                    search={{
                      ...address,
                      agency: agency.id,
                      area: area.id ?? NO_AREA,
                      tab: 'rows',
                      view: 'due',
                    }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Square({
  square,
  words,
  to,
  search,
}: {
  readonly square: Heat['squares'][number] | undefined;
  readonly words: string;
  readonly to: string;
  readonly search: OverviewView;
}) {
  if (square === undefined) return <td />;
  if (square.due === 0)
    return (
      <td className="dim" title={t('{words}: {n} việc, chưa việc nào đến hạn', { words, n: square.total })}>
        –
      </td>
    );
  const share = (square.inTime / square.due) * 100;
  const tint = share >= 100 ? 100 : share >= 80 ? 80 : share >= 50 ? 50 : 0;
  return (
    <td className="heat" data-heat={tint}>
      <PageLink
        to={to}
        search={{ ...search }}
        aria-label={t('{in}/{due} việc đúng hạn: {words}', {
          words,
          in: formatNumber(square.inTime),
          due: formatNumber(square.due),
        })}
      >
        {`${formatNumber(square.inTime)}/${formatNumber(square.due)}`}
      </PageLink>
    </td>
  );
}
