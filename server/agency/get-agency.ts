import { type AgencyLife, holdsOn, type Lineage, nameOn } from '#domain/agency/history/agency-life.ts';
import type { KnownAgencies } from '#domain/agency/history/known-agencies.ts';
import { LANG_SON_GAPS } from '#domain/agency/history/lang-son.ts';
import { lifeOf } from '#domain/agency/history/life-of.ts';
import { pathTo, treeOn } from '#domain/agency/history/tree-on.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { namer, presentGap } from './agency.present.ts';
import { listWork } from './agency.store.ts';
import { loadAgencies } from './load-agencies.ts';

interface Asked {
  readonly agencyId: string;
  readonly planId?: string | undefined;
  readonly on?: string | undefined;
}

/** An agency: its life, where it stands in the tree on a day, and what it has to do. */
export function getAgency(deps: Deps, { agencyId, planId, on }: Asked) {
  return inScope(deps, async (tx) => {
    const known = await loadAgencies(tx, deps);
    const life = known.lives.get(agencyId);
    if (life === undefined) return refuse(refusal('not-found', { what: 'cơ quan này' }));
    const day = on ?? dayToShow(life, todayOf(deps));
    const named = namer(known.lives, day);
    return accept({
      ...presentLife(known, life, day),
      work: (await listWork(tx, agencyId, planId)).map((part) => ({
        planId: part.plan_id,
        planTitle: part.title,
        taskId: part.task_id,
        code: part.code,
        name: part.name,
        role: part.role as 'lead' | 'coordinate' | 'oversee',
        deadline: (part.deadline as { text: string }).text,
        dueOn: part.due_on,
        basis: part.basis,
        validFrom: part.valid_from,
        validTo: part.valid_to,
        takenOverFrom: part.from_agency_ids.map(named),
        passedTo: part.to_agency_id === null ? null : named(part.to_agency_id),
      })),
    });
  });
}

/** Today, or the last day of an agency that is no more, or the first of one that is yet to come. */
function dayToShow({ validFrom, validTo }: AgencyLife, today: string): string {
  if (validTo !== null && validTo < today) return validTo;
  return validFrom !== null && validFrom > today ? validFrom : today;
}

function presentLife({ lives, events }: KnownAgencies, life: AgencyLife, day: string) {
  const named = namer(lives, day);
  // Who came before or after is called as it was on the day one passed into the other.
  const relatives = (lineage: readonly Lineage[]) =>
    lineage.map(({ agencyId, on, eventId }) => ({ ...namer(lives, on)(agencyId), on, eventId }));
  const node = treeOn(lives, day).find((found) => found.life.id === life.id);
  return {
    id: life.id,
    name: nameOn(life, day),
    level: life.level,
    kind: life.kind,
    validFrom: life.validFrom,
    validTo: life.validTo,
    verified: life.verified,
    source: life.source,
    on: day,
    path: holdsOn(life, day) ? pathTo(lives, life.id, day).map(named) : [],
    children: (node?.childIds ?? []).map((id) => ({
      ...named(id),
      level: lives.get(id)?.level ?? life.level,
    })),
    names: life.names.map(({ shortNames, ...name }) => ({ ...name, shortNames: [...shortNames] })),
    codes: [...life.codes],
    parents: life.parents.map(({ parentId, ...span }) => ({
      parent: parentId === null ? null : namer(lives, span.validTo ?? day)(parentId),
      ...span,
    })),
    groups: [...life.groups],
    predecessors: relatives(life.predecessors),
    successors: relatives(life.successors),
    life: [...lifeOf(lives, events, life.id)],
    gaps: LANG_SON_GAPS.filter(({ agencyIds }) => agencyIds.includes(life.id)).map(presentGap),
  };
}
