import { Alert, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TaskDetail } from '#contract/task.ts';
import { api } from '../api.ts';
import { FINDING_WORDS, formatDay, formatNumber, formatTarget, ROLE_WORDS } from '../format.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/state.tsx';

const route = getRouteApi('/nhiem-vu/$taskId');

const FIELDS = [
  ['name', 'Nhiệm vụ'],
  ['deadline', 'Thời hạn'],
  ['leads', 'Chủ trì'],
  ['coordinators', 'Phối hợp'],
  ['deliverables', 'Sản phẩm'],
] as const;

export function TaskPage() {
  const { taskId } = route.useParams();
  const task = useQuery({ queryKey: ['task', taskId], queryFn: () => api.task.get({ taskId }) });
  return (
    <Page title={task.data === undefined ? 'Nhiệm vụ' : `${task.data.row.code} ${task.data.row.name}`}>
      <Loaded query={task}>
        {(held) => (
          <>
            <Where held={held} />
            <Findings held={held} />
            <Understanding held={held} />
            <Parts held={held} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Where({ held }: { readonly held: TaskDetail }) {
  return (
    <Group gap="md" className="no-print">
      <Link to={paths.plan(held.planId)}>
        ← {held.path.map(({ code, name }) => `${code} ${name}`).join(' › ') || held.planTitle}
      </Link>
      {held.previousId === null ? null : <Link to={paths.task(held.previousId)}>Nhiệm vụ trước</Link>}
      {held.nextId === null ? null : <Link to={paths.task(held.nextId)}>Nhiệm vụ sau</Link>}
    </Group>
  );
}

function Findings({ held }: { readonly held: TaskDetail }) {
  return held.findings.map((finding) => (
    <Alert
      key={finding.id}
      color="yellow"
      variant="light"
      title={FINDING_WORDS[finding.code] ?? finding.code}
    >
      {finding.message} {finding.remedy}
    </Alert>
  ));
}

function Understanding({ held }: { readonly held: TaskDetail }) {
  const { row } = held;
  const understood = {
    name: row.name,
    deadline: row.dueOn === null ? row.deadline.text : `${row.deadline.text} (hạn ${formatDay(row.dueOn)})`,
    leads: row.leads.map(({ text }) => text).join('\n'),
    coordinators: [...row.coordinators, ...row.leads.flatMap(({ coordinators }) => coordinators ?? [])]
      .map(({ text }) => text)
      .join('\n'),
    deliverables: [
      ...row.deliverables,
      ...row.targets.map((target) => `Chỉ tiêu: ${formatTarget(target)}`),
    ].join('\n'),
  };
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        Cách hiểu và lời văn gốc
      </Title>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">Mục</th>
            <th scope="col">Cách hiểu</th>
            <th scope="col">Trong văn bản</th>
            <th scope="col">Chỗ</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map(([field, label]) => (
            <tr key={field}>
              <td>{label}</td>
              <td style={{ whiteSpace: 'pre-wrap' }}>
                {understood[field]}
                {row.inherited.includes(field) ? ' (lấy từ mục cha)' : ''}
              </td>
              <td className="source" data-label="Trong văn bản">
                {held.source[field]?.text ?? ''}
              </td>
              <td data-label="Chỗ">{(held.source[field]?.places ?? []).map(formatPlace).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {held.file === null ? null : (
        <Text size="sm" mt="xs">
          Văn bản gốc: <a href={paths.sourceFile(held.file.importId)}>{held.file.name}</a>
        </Text>
      )}
    </section>
  );
}

function formatPlace(place: NonNullable<TaskDetail['source']['name']>['places'][number]): string {
  const parts = [
    place.page === undefined ? '' : `trang ${place.page}`,
    place.line === undefined ? '' : `dòng ${place.line}`,
    place.cell === undefined ? '' : `ô ${place.cell}`,
    place.table === undefined ? '' : `bảng ${place.table}`,
    place.row === undefined ? '' : `hàng ${place.row}`,
    place.column === undefined ? '' : `cột ${place.column}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function Parts({ held }: { readonly held: TaskDetail }) {
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        Phần việc ({formatNumber(held.assignments.length)})
      </Title>
      <table className="rows">
        <tbody>
          {held.assignments.map((part) => (
            <tr key={part.id}>
              <td>
                <Link to={paths.agency(part.agencyId)}>{part.agencyName}</Link>
              </td>
              <td data-label="Vai trò">{ROLE_WORDS[part.role]}</td>
              <td className="source" data-label="Lời văn">
                {part.basis}
              </td>
              <td data-label="Ghi chú">
                {part.endedOn === null
                  ? ''
                  : `Kết thúc ${formatDay(part.endedOn)}; kế thừa: ${part.successors.map(({ name }) => name).join('; ')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
