import { LANG_SON_GAPS } from '#domain/agency/history/lang-son.ts';
import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import { presentGap } from './agency.present.ts';
import { getAgency } from './get-agency.ts';
import { getTree } from './get-tree.ts';
import { listAgencies } from './list-agencies.ts';
import { type ReformParts, reformRoutes } from './reform/reform.routes.ts';

export function agencyRoutes(reforms: ReformParts) {
  return {
    list: os.agency.list
      .use(may('agency.read'))
      .handler(({ input, context: { deps } }) => listAgencies(deps, input)),
    tree: os.agency.tree
      .use(may('agency.read'))
      .handler(({ input, context: { deps } }) => getTree(deps, input.on)),
    get: os.agency.get
      .use(may('agency.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getAgency(deps, input))),
    reform: reformRoutes(reforms),
    gaps: os.agency.gaps.use(may('agency.read')).handler(() => LANG_SON_GAPS.map(presentGap)),
  };
}
