import { gapsOn } from '#domain/agency/history/agency-gap.ts';
import { LANG_SON_GAPS } from '#domain/agency/history/lang-son.ts';
import { listChangeDays } from '#domain/agency/history/life-of.ts';
import { treeOn } from '#domain/agency/history/tree-on.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { presentGap, presentNode } from './agency.present.ts';
import { loadAgencies } from './load-agencies.ts';

/** The tree of agencies on a day, what is not known of that day, and the days on which something changes. */
export async function getTree(deps: Deps, on: string = todayOf(deps)) {
  const { lives, events } = await inScope(deps, (tx) => loadAgencies(tx, deps));
  return {
    on,
    agencies: treeOn(lives, on).map((node) => presentNode(node, on)),
    days: [...listChangeDays(lives, events)],
    gaps: gapsOn(LANG_SON_GAPS, on).map(presentGap),
  };
}
