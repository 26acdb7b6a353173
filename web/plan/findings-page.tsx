import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { FINDING_WORDS, formatNumber } from '../format.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/state.tsx';

const route = getRouteApi('/ke-hoach/$planId/ra-soat');

export function FindingsPage() {
  const { planId } = route.useParams();
  const findings = useQuery({ queryKey: ['findings', planId], queryFn: () => api.plan.findings({ planId }) });
  return (
    <Page title="Rà soát văn bản">
      <Link to={paths.plan(planId)}>← Kế hoạch</Link>
      <Loaded query={findings}>
        {(found) =>
          found.length === 0 ? (
            <Empty title="Không có điều gì cần xem lại" />
          ) : (
            <Stack gap="lg">
              {[...Map.groupBy(found, ({ code }) => code)].map(([code, members]) => (
                <section key={code}>
                  <Title order={2} size="h5" mb="xs">
                    {FINDING_WORDS[code] ?? code} ({formatNumber(members.length)})
                  </Title>
                  <table className="rows">
                    <tbody>
                      {members.map((finding) => (
                        <tr key={finding.id}>
                          <td>
                            {finding.taskId === null ? (
                              ''
                            ) : (
                              <Link to={paths.task(finding.taskId)}>{finding.taskCode}</Link>
                            )}
                          </td>
                          <td>{finding.message}</td>
                          <td data-label="Nên làm">{finding.remedy}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
