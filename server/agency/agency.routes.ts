import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import { getAgency } from './get-agency.ts';

export function agencyRoutes() {
  return {
    list: os.agency.list.use(may('agency.read')).handler(async ({ context: { deps } }) =>
      deps.directory.map(({ successors: _successors, ...agency }) => ({
        ...agency,
        shortNames: [...agency.shortNames],
      })),
    ),
    get: os.agency.get
      .use(may('agency.read'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await getAgency(deps, input.agencyId, input.planId)),
      ),
  };
}
