import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import type { PlanRow } from '#contract/plan.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../ui/page-link.tsx';
import { PLAN_COLUMNS, type PlanColumn } from './plan-columns.tsx';
import { rowsQuery, WINDOW } from './plan-queries.ts';
import { listFilters, type PlanView } from './plan-view.ts';

interface PlanTableProps {
  readonly planId: string;
  readonly view: PlanView;
  /** Rows of the whole answer. */
  readonly total: number;
  readonly onView: (changes: Partial<PlanView>) => void;
}

/** The tree of a plan. Only the rows in sight are drawn, and only their windows are asked for. */
export function PlanTable({ planId, view, total, onView }: PlanTableProps) {
  const hidden = new Set((view.hide ?? '').split(','));
  const columns = PLAN_COLUMNS.filter(({ id }) => !hidden.has(id));
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // The place of the table in the document is known only once it is drawn.
  useLayoutEffect(() => {
    const measured = body.current === null ? 0 : body.current.getBoundingClientRect().top + window.scrollY;
    setTop((known) => (Math.abs(known - measured) < 1 ? known : measured));
  });
  const virtual = useWindowVirtualizer({
    count: total,
    estimateSize: () => 76,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => index,
  });
  const items = virtual.getVirtualItems();
  const findRow = useWindows(planId, view, items);
  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    <table
      className="plan-table"
      style={tracks}
      aria-rowcount={total + 1}
      aria-label={t('Các nhiệm vụ của kế hoạch')}
    >
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} view={view} onView={onView} />
          ))}
        </tr>
      </thead>
      <tbody ref={body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <Row
            key={item.key}
            item={item}
            row={findRow(item.index)}
            columns={columns}
            offset={top}
            measure={virtual.measureElement}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The loaded row at an index of the whole answer, asking for the windows in sight. */
function useWindows(planId: string, view: PlanView, items: readonly VirtualItem[]) {
  const first = Math.floor((items[0]?.index ?? 0) / WINDOW);
  const last = Math.floor((items.at(-1)?.index ?? 0) / WINDOW);
  const windows = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const filter = listFilters(view);
  const answers = useQueries({ queries: windows.map((window) => rowsQuery(planId, filter, window)) });
  return (index: number): PlanRow | undefined =>
    answers[Math.floor(index / WINDOW) - first]?.data?.rows[index % WINDOW];
}

interface HeaderCellProps extends Pick<PlanTableProps, 'view' | 'onView'> {
  readonly column: PlanColumn;
}

function HeaderCell({ column, view, onView }: HeaderCellProps) {
  const { sort, words } = column;
  if (sort === undefined) return <th scope="col">{words()}</th>;
  const isSorted = (view.sort ?? 'order') === sort;
  const isDown = isSorted && view.descending === true;
  return (
    <th scope="col" aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="sort"
        onClick={() =>
          onView({
            sort: sort === 'order' && (isDown || !isSorted) ? undefined : sort,
            descending: isSorted && !isDown ? true : undefined,
          })
        }
      >
        {words()}
        {isSorted ? (
          isDown ? (
            <IconArrowDown size={13} aria-hidden />
          ) : (
            <IconArrowUp size={13} aria-hidden />
          )
        ) : null}
      </button>
    </th>
  );
}

interface RowProps {
  readonly item: VirtualItem;
  readonly row: PlanRow | undefined;
  readonly columns: readonly PlanColumn[];
  readonly offset: number;
  readonly measure: (element: HTMLElement | null) => void;
}

function Row({ item, row, columns, offset, measure }: RowProps) {
  const place = { transform: `translateY(${item.start - offset}px)` };
  const frame = { 'data-index': item.index, 'aria-rowindex': item.index + 2, style: place };
  if (row === undefined)
    return (
      <tr {...frame} className="plan-row waiting" aria-busy>
        <td className="whole">{t('Đang tải dòng {n}', { n: item.index + 1 })}</td>
      </tr>
    );
  if (row.kind !== 'task')
    return (
      <tr {...frame} ref={measure} className={`plan-row group-${row.kind}`} data-depth={row.depth}>
        <th scope="rowgroup" colSpan={columns.length} className="whole">
          <PageLink to={paths.task(row.id)} className="task-name">
            <span className="code">{row.code}</span> {row.name}
          </PageLink>
        </th>
      </tr>
    );
  return (
    <tr {...frame} ref={measure} className="plan-row" data-depth={row.depth}>
      {columns.map((column) => (
        <td key={column.id} data-column={column.id} data-label={column.words()} data-number={column.isNumber}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  );
}
