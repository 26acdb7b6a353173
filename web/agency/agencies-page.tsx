import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { formatDay, formatNumber } from '../format.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/state.tsx';

const route = getRouteApi('/ke-hoach/$planId/co-quan');

export function AgenciesPage() {
  const { planId } = route.useParams();
  const agencies = useQuery({
    queryKey: ['plan-agencies', planId],
    queryFn: () => api.plan.agencies({ planId }),
  });
  return (
    <Page title="Theo cơ quan">
      <Link to={paths.plan(planId)}>← Kế hoạch</Link>
      <Loaded query={agencies}>
        {(found) => (
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">Cơ quan</th>
                <th scope="col">Chủ trì</th>
                <th scope="col">Phối hợp</th>
                <th scope="col">Theo dõi</th>
                <th scope="col">Hoạt động đến</th>
              </tr>
            </thead>
            <tbody>
              {found.map((agency) => (
                <tr key={agency.id}>
                  <td>
                    <Link to={paths.agency(agency.id)}>{agency.name}</Link>
                  </td>
                  <td data-label="Chủ trì">{formatNumber(agency.assignments.lead)}</td>
                  <td data-label="Phối hợp">{formatNumber(agency.assignments.coordinate)}</td>
                  <td data-label="Theo dõi">{formatNumber(agency.assignments.oversee)}</td>
                  <td data-label="Hoạt động đến">
                    {agency.validTo === null ? '' : formatDay(agency.validTo)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Page>
  );
}
