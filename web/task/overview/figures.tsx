import type { DueView } from '#domain/task/work/due-view.ts';
import { formatNumber } from '../../i18n/format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import type { Room } from './overview-queries.ts';
import type { OverviewView } from './overview-view.ts';
import { explainView, formatView } from './view-words.ts';

interface FiguresProps {
  readonly counts: Room['counts'];
  readonly views: readonly DueView[];
  readonly to: string;
  readonly address: OverviewView;
}

const BAD: readonly DueView[] = ['late', 'silent', 'stuck', 'unproved'];

/** Figures that each open to the rows they count. */
export function Figures({ counts, views, to, address }: FiguresProps) {
  return (
    <ul className="figures">
      {views.map((view) => (
        <li key={view}>
          <PageLink
            to={to}
            search={{ ...address, tab: 'rows', view, page: undefined }}
            className="figure"
            aria-current={address.view === view && address.tab === 'rows' ? 'true' : undefined}
          >
            <strong data-bad={BAD.includes(view) && (counts[view] ?? 0) > 0}>
              {formatNumber(counts[view] ?? 0)}
            </strong>
            <span>{formatView(view)}</span>
            <span className="dim small">{explainView(view)}</span>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
