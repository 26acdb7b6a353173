import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ImportRow, PlanImport } from '#contract/plan.ts';
import { api, explainFailure } from '../api.ts';
import { formatNumber, formatTarget } from '../format.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/state.tsx';

const route = getRouteApi('/nhap/$importId');

export function ImportPage() {
  const { importId } = route.useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const held = useQuery({ queryKey: ['import', importId], queryFn: () => api.plan.import.get({ importId }) });
  const confirm = useMutation({
    mutationFn: () => api.plan.import.confirm({ importId }),
    onSuccess: async ({ planId }) => {
      await queries.invalidateQueries();
      await navigate({ to: paths.plan(planId) });
    },
  });
  const undo = useMutation({
    mutationFn: () => api.plan.import.undo({ importId }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const failure = confirm.error ?? undo.error;
  return (
    <Page
      title="Xem lại trước khi xác nhận"
      actions={
        <>
          <Button variant="default" component="a" href={paths.sourceFile(importId)}>
            Tải văn bản gốc
          </Button>
          {held.data?.state === 'undone' ? null : (
            <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
              Hủy bản nhập
            </Button>
          )}
          {held.data?.state === 'draft' ? (
            <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
              Xác nhận
            </Button>
          ) : null}
        </>
      }
    >
      {failure === null ? null : (
        <Alert color="red" role="alert">
          {explainFailure(failure)}
        </Alert>
      )}
      <Loaded query={held}>
        {(read) => (
          <>
            <Summary read={read} />
            <Understanding
              rows={[...read.rows].sort((a, b) => Number(b.doubts.length > 0) - Number(a.doubts.length > 0))}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Summary({ read }: { readonly read: PlanImport }) {
  const { receipt } = read;
  const count = (kind: string) => formatNumber(read.rows.filter((row) => row.kind === kind).length);
  return (
    <>
      {read.state === 'undone' ? <Alert color="gray">Bản nhập này đã được hủy.</Alert> : null}
      {read.state === 'confirmed' ? (
        <Alert color="teal">Văn bản này đã được xác nhận; nhập lại không thay đổi gì.</Alert>
      ) : null}
      {read.replaces !== null && read.state === 'draft' ? (
        <Alert color="yellow">Xác nhận sẽ thay kế hoạch đang có: {read.replaces.title}</Alert>
      ) : null}
      <Text fw={600}>{read.plan.title}</Text>
      <Text size="sm">
        {count('area')} lĩnh vực, {count('heading')} mục, {count('task')} nhiệm vụ. Biên nhận:{' '}
        {formatNumber(receipt.words)} từ, giữ {formatNumber(receipt.kept)}, đầu bảng{' '}
        {formatNumber(receipt.header)}, mã thừa {formatNumber(receipt.markup)}, in lặp qua trang{' '}
        {formatNumber(receipt.repeated.length)} chỗ, mất {formatNumber(receipt.lost.length)}.
      </Text>
    </>
  );
}

function Understanding({ rows }: { readonly rows: readonly ImportRow[] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">Mã</th>
          <th scope="col">Trong văn bản</th>
          <th scope="col">Cách hiểu</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.kind === 'task' ? undefined : 'group'}>
            <td>{row.code}</td>
            <td className="source" data-label="Trong văn bản">
              {Object.values(row.source)
                .map((field) => field.text)
                .join('\n')}
            </td>
            <td data-label="Cách hiểu">
              <Reading row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reading({ row }: { readonly row: ImportRow }) {
  const agencies = (cells: ImportRow['coordinators']) =>
    cells
      .flatMap(({ reading }) => reading.map(({ name, kind }) => (kind === 'group' ? `${name} (nhóm)` : name)))
      .join(', ');
  if (row.kind !== 'task') return <Text size="sm">{row.name}</Text>;
  return (
    <>
      <Group gap={4}>
        {row.doubts.map((doubt) => (
          <Badge key={doubt.reason} color="yellow" variant="light" tt="none">
            {doubt.reason}
          </Badge>
        ))}
      </Group>
      <Text size="sm" fw={600}>
        {row.name}
      </Text>
      <Text size="sm">Thời hạn: {row.deadline.text === '' ? 'không ghi' : row.deadline.text}</Text>
      <Text size="sm">Chủ trì: {agencies(row.leads)}</Text>
      <Text size="sm">Phối hợp: {agencies(row.coordinators)}</Text>
      <Text size="sm">Chỉ tiêu: {row.targets.map(formatTarget).join('; ')}</Text>
    </>
  );
}
