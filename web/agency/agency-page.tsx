import { Alert, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { formatDay, formatNumber, ROLE_WORDS } from '../format.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/state.tsx';

const route = getRouteApi('/co-quan/$agencyId');

export function AgencyPage() {
  const { agencyId } = route.useParams();
  const agency = useQuery({ queryKey: ['agency', agencyId], queryFn: () => api.agency.get({ agencyId }) });
  return (
    <Page title={agency.data?.name ?? 'Cơ quan'}>
      <Loaded query={agency}>
        {(held) => (
          <>
            {held.validTo === null ? null : (
              <Alert color="yellow">
                Kết thúc hoạt động sau ngày {formatDay(held.validTo)}. Kế thừa:{' '}
                {held.successors.map(({ name }) => name).join('; ')}
              </Alert>
            )}
            <Text size="sm" c="dimmed">
              Nguồn: {held.source}
              {held.verified ? '' : ' (chưa kiểm chứng)'}
            </Text>
            {held.work.length === 0 ? <Empty title="Chưa có phần việc nào" /> : null}
            {(['lead', 'coordinate', 'oversee'] as const).map((role) => {
              const parts = held.work.filter((part) => part.role === role);
              return parts.length === 0 ? null : (
                <section key={role}>
                  <Title order={2} size="h5" mb="xs">
                    {ROLE_WORDS[role]} ({formatNumber(parts.length)})
                  </Title>
                  <table className="rows">
                    <tbody>
                      {parts.map((part) => (
                        <tr key={part.taskId}>
                          <td>{part.code}</td>
                          <td>
                            <Link to={paths.task(part.taskId)}>{part.name}</Link>
                          </td>
                          <td data-label="Thời hạn">{part.deadline}</td>
                          <td data-label="Lời văn" className="source">
                            {part.basis}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              );
            })}
          </>
        )}
      </Loaded>
    </Page>
  );
}
