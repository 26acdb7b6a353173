import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { formatDay, formatNumber } from '../format.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/state.tsx';

export function PlansPage() {
  const plans = useQuery({ queryKey: ['plans'], queryFn: () => api.plan.list() });
  return (
    <Page
      title="Kế hoạch"
      actions={
        <Button component="a" href={paths.upload()}>
          Nhập văn bản
        </Button>
      }
    >
      <Loaded query={plans}>
        {(held) =>
          held.length === 0 ? (
            <Empty title="Chưa có kế hoạch nào">
              <Anchor href={paths.upload()}>Nhập văn bản kế hoạch đầu tiên</Anchor>
            </Empty>
          ) : (
            <table className="rows">
              <thead>
                <tr>
                  <th>Kế hoạch</th>
                  <th>Số, ngày</th>
                  <th>Nhiệm vụ</th>
                  <th>Phần việc</th>
                  <th>Cần xem lại</th>
                </tr>
              </thead>
              <tbody>
                {held.map((plan) => (
                  <tr key={plan.id}>
                    <td>
                      <Link to={paths.plan(plan.id)}>{plan.title}</Link>
                    </td>
                    <td data-label="Số, ngày">
                      {plan.number} {plan.issuedOn === null ? '' : `ngày ${formatDay(plan.issuedOn)}`}
                    </td>
                    <td data-label="Nhiệm vụ">{formatNumber(plan.counts.tasks)}</td>
                    <td data-label="Phần việc">
                      <Link to={paths.agencies(plan.id)}>{formatNumber(plan.counts.assignments)}</Link>
                    </td>
                    <td data-label="Cần xem lại">
                      <Link to={paths.findings(plan.id)}>{formatNumber(plan.counts.findings)}</Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Page>
  );
}
