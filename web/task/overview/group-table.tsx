import type { DueView } from '#domain/task/work/due-view.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { PageLink } from '../../ui/page-link.tsx';
import type { Room } from './overview-queries.ts';
import type { OverviewView } from './overview-view.ts';
import { formatView } from './view-words.ts';

const VIEWS = ['open', 'soon', 'late', 'silent', 'stuck', 'submitted', 'unproved', 'finished'] as const;

interface Line {
  readonly key: string;
  readonly name: string;
  readonly counts: Room['counts'];
  readonly search: OverviewView;
}

interface GroupTableProps {
  readonly head: string;
  readonly lines: readonly Line[];
  readonly to: string;
  readonly address: OverviewView;
}

/** How the work stands by area or by agency; every figure opens to its rows. */
export function GroupTable({ head, lines, to, address }: GroupTableProps) {
  return (
    <table className="rows group-rows">
      <thead>
        <tr>
          <th scope="col" className="third">
            {head}
          </th>
          <th scope="col" className="number">
            {t('Tất cả')}
          </th>
          {VIEWS.map((view) => (
            <th key={view} scope="col" className="number">
              {formatView(view)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, counts, search }) => (
          <tr key={key}>
            <td>
              <PageLink to={to} search={{ ...address, ...search, tab: 'rows', view: undefined }}>
                {name}
              </PageLink>
            </td>
            <td className="number" data-label={t('Tất cả')}>
              {formatNumber(counts.total)}
            </td>
            {VIEWS.map((view) => (
              <td key={view} className="number" data-label={formatView(view)}>
                <Count
                  view={view}
                  n={counts[view] ?? 0}
                  of={name}
                  to={to}
                  search={{ ...address, ...search }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({
  view,
  n,
  of,
  to,
  search,
}: {
  readonly view: DueView;
  readonly n: number;
  readonly of: string;
  readonly to: string;
  readonly search: OverviewView;
}) {
  if (n === 0) return <span className="dim">0</span>;
  return (
    <PageLink
      to={to}
      search={{ ...search, tab: 'rows', view, page: undefined }}
      className={view === 'late' ? 'late' : 'count'}
      aria-label={`${of}: ${formatNumber(n)} ${formatView(view)}`}
    >
      {formatNumber(n)}
    </PageLink>
  );
}
