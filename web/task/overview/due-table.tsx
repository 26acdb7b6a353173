import { useQuery } from '@tanstack/react-query';
import type { DueFilter } from '#contract/task/overview.ts';
import type { DueRow } from '#contract/task/work.ts';
import { OPEN_STATES } from '#domain/task/work/work-act.ts';
import { formatRole } from '../../agency/agency-words.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Pages } from '../../ui/pages.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { DueDay } from '../work/due-day.tsx';
import { StateChips } from '../work/state-chip.tsx';
import { dueRowsQuery, ROWS_PAGE } from './overview-queries.ts';

interface DueTableProps {
  readonly filter: DueFilter;
  readonly page: number;
  readonly onPage: (word: string | undefined) => void;
}

/** The rows a filter finds, soonest due first, a page at a time. */
export function DueTable({ filter, page, onPage }: DueTableProps) {
  const query = useQuery(dueRowsQuery(filter, page));
  return (
    <Loaded query={query}>
      {({ total, rows }) => (
        <>
          <p className="dim view-about" role="status">
            {t('{n} việc', { n: formatNumber(total) })}
          </p>
          {rows.length === 0 ? (
            <Empty title={t('Không có việc nào như vậy')} />
          ) : (
            <table className="rows due-rows">
              <thead>
                <tr>
                  <th scope="col" className="third">
                    {t('Việc')}
                  </th>
                  <th scope="col">{t('Cơ quan')}</th>
                  <th scope="col">{t('Hạn')}</th>
                  <th scope="col">{t('Trạng thái')}</th>
                  <th scope="col" className="fourth">
                    {t('Lời gần nhất')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          )}
          <Pages total={total} size={ROWS_PAGE} page={page} onPage={onPage} />
        </>
      )}
    </Loaded>
  );
}

function Row({ row }: { readonly row: DueRow }) {
  return (
    <tr>
      <td>
        <PageLink
          to={paths.part(row.assignmentId)}
          search={{ viec: row.id }}
        >{`${row.code}. ${row.name}`}</PageLink>
        <div className="dim small">{`${row.label} · ${formatRole(row.role)}`}</div>
      </td>
      <td data-label={t('Cơ quan')}>{row.agencyName}</td>
      <td data-label={t('Hạn')}>
        <DueDay item={row} isOpen={OPEN_STATES.includes(row.state)} />
      </td>
      <td data-label={t('Trạng thái')}>
        <StateChips item={row} />
      </td>
      <td data-label={t('Lời gần nhất')}>
        {row.lastText === null ? (
          <span className="dim">{t('Chưa có báo cáo')}</span>
        ) : (
          <>
            <div className="clamp said">{row.lastText}</div>
            <div className="dim small">
              {[
                ...(row.lastReportOn === null ? [] : [formatDay(row.lastReportOn)]),
                ...(row.evidenceCount === 0 ? [] : [t('{n} tài liệu', { n: row.evidenceCount })]),
              ].join(' · ')}
            </div>
          </>
        )}
        {row.blocker === null ? null : (
          <div className="small clamp">{t('Vướng: {words}', { words: row.blocker.words })}</div>
        )}
      </td>
    </tr>
  );
}
