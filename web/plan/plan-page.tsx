import { Anchor, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanRow } from '#contract/plan.ts';
import { api } from '../api.ts';
import { FINDING_WORDS, formatNumber, formatTarget } from '../format.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/state.tsx';

const route = getRouteApi('/ke-hoach/$planId');
const WINDOW = 500;

export function PlanPage() {
  const { planId } = route.useParams();
  const view = route.useSearch();
  const [shown, setShown] = useState(WINDOW);
  const plan = useQuery({ queryKey: ['plan', planId], queryFn: () => api.plan.get({ planId }) });
  const rows = useQuery({
    queryKey: ['rows', planId, view, shown],
    queryFn: () => listRows(planId, view, shown),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={plan.data?.title ?? 'Kế hoạch'}
      actions={
        <>
          <Button component="a" variant="default" size="xs" href={paths.exportDocx(planId)}>
            Tải Word
          </Button>
          <Button component="a" variant="default" size="xs" href={paths.exportXlsx(planId)}>
            Tải Excel
          </Button>
          <Button variant="default" size="xs" onClick={() => window.print()}>
            In
          </Button>
        </>
      }
    >
      <Group gap="md" className="no-print">
        <Link to={paths.agencies(planId)}>Theo cơ quan</Link>
        <Link to={paths.findings(planId)}>
          Rà soát văn bản ({formatNumber(plan.data?.counts.findings ?? 0)})
        </Link>
      </Group>
      <Filters planId={planId} />
      <Loaded query={rows}>
        {({ total, rows: found }) =>
          found.length === 0 ? (
            <Empty title="Không có nhiệm vụ nào khớp">
              <Anchor href={paths.plan(planId)}>Bỏ các điều kiện lọc</Anchor>
            </Empty>
          ) : (
            <>
              <Text size="sm" c="dimmed" role="status">
                {formatNumber(found.filter(({ kind }) => kind === 'task').length)} nhiệm vụ
              </Text>
              <Rows rows={found} />
              {found.length < total ? (
                <Button variant="default" onClick={() => setShown(shown + WINDOW)}>
                  Hiện thêm ({formatNumber(total - found.length)})
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

async function listRows(planId: string, view: ReturnType<typeof route.useSearch>, shown: number) {
  const { q, ...filter } = view;
  const windows = await Promise.all(
    Array.from({ length: Math.ceil(shown / WINDOW) }, (_, at) =>
      api.plan.rows({
        ...(filter as object),
        ...(q === undefined ? {} : { search: q }),
        planId,
        offset: at * WINDOW,
        limit: WINDOW,
      }),
    ),
  );
  return { total: windows[0]?.total ?? 0, rows: windows.flatMap((window) => window.rows) };
}

const DEADLINES = [
  { value: 'year', label: 'Trong năm' },
  { value: 'quarter', label: 'Theo quý' },
  { value: 'month', label: 'Theo tháng' },
  { value: 'date', label: 'Ngày cụ thể' },
  { value: 'continuous', label: 'Thường xuyên' },
  { value: 'by_external_plan', label: 'Theo kế hoạch khác' },
  { value: 'none', label: 'Không có thời hạn' },
];

function Filters({ planId }: { readonly planId: string }) {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const agencies = useQuery({
    queryKey: ['plan-agencies', planId],
    queryFn: () => api.plan.agencies({ planId }),
  });
  const change = (part: Partial<typeof view>) =>
    navigate({
      // The router's types are not registered, so it cannot know what this route's search may hold.
      search: Object.fromEntries(
        Object.entries({ ...view, ...part }).filter(([, value]) => value !== undefined && value !== ''),
      ) as never,
      replace: true,
    });
  const search = useDebouncedCallback((q: string) => change({ q }), 250);
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <TextInput
        label="Tìm"
        placeholder="không cần gõ dấu"
        defaultValue={view.q ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <Select
        label="Cơ quan"
        placeholder="Tất cả"
        searchable
        clearable
        value={view.agency ?? null}
        data={(agencies.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(agency) => change({ agency: agency ?? undefined })}
      />
      <Select
        label="Vai trò"
        placeholder="Tất cả"
        clearable
        value={view.role ?? null}
        data={[
          { value: 'lead', label: 'Chủ trì' },
          { value: 'coordinate', label: 'Phối hợp' },
          { value: 'oversee', label: 'Theo dõi' },
        ]}
        onChange={(role) =>
          change({ role: role === 'lead' || role === 'coordinate' || role === 'oversee' ? role : undefined })
        }
      />
      <Select
        label="Thời hạn"
        placeholder="Tất cả"
        clearable
        value={view.deadline ?? null}
        data={DEADLINES}
        onChange={(deadline) => change({ deadline: deadline ?? undefined })}
      />
      <Select
        label="Cần xem lại"
        placeholder="Tất cả"
        clearable
        value={view.finding ?? null}
        data={Object.entries(FINDING_WORDS).map(([value, label]) => ({ value, label }))}
        onChange={(finding) => change({ finding: finding ?? undefined })}
      />
    </Group>
  );
}

function Rows({ rows }: { readonly rows: readonly PlanRow[] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">STT</th>
          <th scope="col">Nhiệm vụ</th>
          <th scope="col">Thời hạn</th>
          <th scope="col">Chủ trì</th>
          <th scope="col">Phối hợp</th>
          <th scope="col">Sản phẩm</th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col">Phần việc</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === 'task' ? <TaskRow key={row.id} row={row} /> : <GroupRow key={row.id} row={row} />,
        )}
      </tbody>
    </table>
  );
}

function GroupRow({ row }: { readonly row: PlanRow }) {
  return (
    <tr className="group">
      <td>{row.code}</td>
      <td>{row.name}</td>
      <td colSpan={6}>{row.deadline.text}</td>
    </tr>
  );
}

function TaskRow({ row }: { readonly row: PlanRow }) {
  const { lead, coordinate, oversee } = row.assignments;
  return (
    <tr>
      <td>{row.code}</td>
      <td>
        <Link to={paths.task(row.id)}>{row.name}</Link>
      </td>
      <td data-label="Thời hạn">{row.deadline.text}</td>
      <td data-label="Chủ trì">{row.leads.map(({ text }) => text).join('; ')}</td>
      <td data-label="Phối hợp">{row.coordinators.map(({ text }) => text).join('; ')}</td>
      <td data-label="Sản phẩm">{row.deliverables.join('; ')}</td>
      <td data-label="Chỉ tiêu">{row.targets.map(formatTarget).join('; ')}</td>
      <td data-label="Phần việc">{formatNumber(lead + coordinate + oversee)}</td>
    </tr>
  );
}
