import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Plan, PlanRow } from '#contract/plan.ts';
import type { TaskField } from '#contract/reading.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Loaded } from '../ui/state.tsx';
import { allRowsQuery, planQuery } from './plan-queries.ts';

/** The whole plan as its document shows it, on A4 landscape. */
export function PrintPage() {
  const { planId = '' } = useParams({ strict: false });
  const plan = useQuery(planQuery(planId));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    allRowsQuery(planId),
  );
  // Windows follow one another until the plan is whole: the printer is outside React.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const rows = data?.pages.flatMap((page) => page.rows);
  const isWhole = rows !== undefined && !hasNextPage;
  return (
    <Page
      title={t('Bản in')}
      about={
        <span className="no-print">
          <PageLink to={paths.plan(planId)}>{t('Về kế hoạch')}</PageLink>
        </span>
      }
      actions={
        <Button
          disabled={!isWhole}
          onClick={() => window.print()}
          leftSection={<IconPrinter size={16} aria-hidden />}
        >
          {isWhole ? t('In') : t('Đang tải đủ các dòng')}
        </Button>
      }
    >
      <Loaded query={plan}>
        {(loaded) => (
          <Loaded query={{ data: isWhole ? rows : undefined, error, refetch }}>
            {(all) => <Sheet plan={loaded} rows={all} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

/** Column words of such plans, as the document has them; they are not translated. */
const HEADERS = [
  'STT',
  'Nhiệm vụ cụ thể',
  'Tiến độ',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Kết quả/sản phẩm',
];

function Sheet({ plan, rows }: { readonly plan: Plan; readonly rows: readonly PlanRow[] }) {
  const others = [...new Set(rows.flatMap(({ notes }) => notes.map(({ header }) => header)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide sheet is scrolled by keyboard on a narrow screen
    <section className="sheet" lang="vi" aria-label={t('Bản in')} tabIndex={0}>
      <p className="sheet-title">
        <strong>{plan.title}</strong>
        {plan.number === null ? null : (
          <>
            <br />
            <em>
              (Kèm theo Kế hoạch số {plan.number}
              {plan.issuedOn === null ? '' : ` ngày ${formatDay(plan.issuedOn)}`}
              {plan.issuer === null ? '' : ` của ${plan.issuer}`})
            </em>
          </>
        )}
      </p>
      <table>
        <thead>
          <tr>
            {[...HEADERS, ...others].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetRow key={row.id} row={row} others={others} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SheetRow({ row, others }: { readonly row: PlanRow; readonly others: readonly string[] }) {
  // What was taken over from the heading above stands there, and nowhere else in the document.
  const own = (field: TaskField, lines: readonly string[]) =>
    row.inherited.includes(field) ? '' : lines.join('\n');
  const number = row.kind === 'area' ? row.code : row.code.replace(/^[^.]+\./, '');
  const [first, ...further] = row.leads;
  const second = further.filter(({ coordinators }) => coordinators !== undefined && coordinators.length > 0);
  const together = [first, ...further.filter((lead) => !second.includes(lead))].flatMap((lead) =>
    lead === undefined ? [] : [lead],
  );
  const coordinators = [...row.coordinators, ...(first?.coordinators ?? [])].map(({ text }) => text);
  return (
    <>
      <tr className={`sheet-${row.kind}`}>
        <td>{number}</td>
        <td>{row.name}</td>
        <td>{own('deadline', [row.deadline.text])}</td>
        <td>
          {own(
            'leads',
            together.map(({ text }) => text),
          )}
        </td>
        <td>{own('coordinators', coordinators)}</td>
        <td>{own('deliverables', row.deliverables)}</td>
        {others.map((header) => (
          <td key={header}>
            {row.notes
              .filter((note) => note.header === header)
              .map(({ text }) => text)
              .join('\n')}
          </td>
        ))}
      </tr>
      {second.map((lead) => (
        <tr key={lead.text}>
          <td />
          <td />
          <td />
          <td>{lead.text}</td>
          <td>{(lead.coordinators ?? []).map(({ text }) => text).join('\n')}</td>
          <td />
          {others.map((header) => (
            <td key={header} />
          ))}
        </tr>
      ))}
    </>
  );
}
