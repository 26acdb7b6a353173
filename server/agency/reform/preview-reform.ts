import type { ReformPreview } from '#contract/agency/reform.ts';
import { dayBefore, holdsOn, nameOn } from '#domain/agency/history/agency-life.ts';
import { proposeOwner } from '#domain/agency/reform/new-owner.ts';
import type { ReformEffects } from '#domain/agency/reform/reform-effects.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../../deps.ts';
import type { ReformMover } from '../reform-mover.ts';
import { effectsOf, type GatheredItem, gatherMoves } from './gather-moves.ts';
import { findReform, type HeldReform } from './reform.store.ts';

interface Asked {
  readonly reformId: string;
  readonly agencyId?: string | undefined;
  readonly mover?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** What a reform that is not applied yet would move, with who goes on with each thing; things without owner first. */
export function previewReform(
  deps: Deps,
  movers: readonly ReformMover[],
  { reformId, agencyId, mover, offset, limit }: Asked,
): Promise<Result<ReformPreview>> {
  return inScope(deps, async (tx) => {
    const held = await findReform(tx, reformId, { lock: false });
    if (held === undefined) return refuse(refusal('not-found', { what: 'phương án này' }));
    const allowed = deps.decide('reform.preview', { state: held.state });
    if (!allowed.ok) return allowed;
    const found = await effectsOf(tx, deps, held);
    if (!found.ok) return found;
    const effects = found.value;
    const items = await gatherMoves(tx, deps, movers, held, effects);
    const shown = items
      .filter(
        (item) =>
          (agencyId === undefined || item.agencyId === agencyId) &&
          (mover === undefined || item.mover === mover),
      )
      .toSorted((a, b) => Number(isMissing(b)) - Number(isMissing(a)));
    return accept({
      ended: presentEnded(effects, items, held),
      founded: effects.foundedIds.map((id) => ({
        ...named(effects, id, held.effectiveOn),
        level: effects.after.get(id)?.level ?? '',
      })),
      movers: movers.map(({ name, words }) => {
        const own = items.filter((item) => item.mover === name);
        return {
          name,
          words,
          total: sum(own),
          later: sum(own.filter(({ later }) => later)),
          missing: own.filter(isMissing).length,
        };
      }),
      items: shown.slice(offset, offset + limit),
      total: shown.length,
      owners: [...effects.after.values()]
        .filter((life) => holdsOn(life, held.effectiveOn))
        .map((life) => ({ id: life.id, name: nameOn(life, held.effectiveOn), level: life.level })),
    });
  });
}

function presentEnded(
  effects: ReformEffects,
  items: readonly GatheredItem[],
  { choices }: HeldReform,
): ReformPreview['ended'] {
  return effects.ended.map((agency) => {
    const own = items.filter((item) => item.agencyId === agency.agencyId);
    const byMover = Map.groupBy(own, (item) => item.mover);
    return {
      agencyId: agency.agencyId,
      name: agency.name,
      level: agency.level,
      endsOn: dayBefore(agency.on),
      heirs: agency.heirIds.map((id) => named(effects, id, agency.on)),
      proposal: proposeOwner(agency),
      choice: choices.byAgency[agency.agencyId] ?? null,
      counts: Object.fromEntries([...byMover].map(([name, held]) => [name, sum(held)])),
      missing: own.filter(isMissing).length,
    };
  });
}

function isMissing({ choosable, owner }: GatheredItem): boolean {
  return choosable && owner === null;
}

function sum(items: readonly GatheredItem[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}

function named({ after }: ReformEffects, id: string, day: string) {
  const life = after.get(id);
  return { id, name: life === undefined ? id : nameOn(life, day) };
}
