import { holdsOn, nameOn } from '#domain/agency/history/agency-life.ts';
import { computeEffects } from '#domain/agency/reform/compute-effects.ts';
import { completeEvents } from '#domain/agency/reform/draft-event.ts';
import { itemKey, type NewOwner, ownerOf } from '#domain/agency/reform/new-owner.ts';
import type { ReformEffects } from '#domain/agency/reform/reform-effects.ts';
import { type Refusal, refusal } from '#domain/kernel/refusal.ts';
import { type Result, refuse } from '#domain/kernel/result.ts';
import type { Tx } from '../../db/executor.ts';
import type { Deps } from '../../deps.ts';
import { loadAgencies } from '../load-agencies.ts';
import type { MovedItem, ReformMover } from '../reform-mover.ts';
import type { HeldReform } from './reform.store.ts';

export interface GatheredItem extends MovedItem {
  readonly key: string;
  readonly mover: string;
  readonly owner: NewOwner | null;
  readonly chosen: boolean;
}

/** What the drafted events do to the agencies as they are now; or why they cannot be. */
export async function effectsOf(tx: Tx, deps: Deps, held: HeldReform): Promise<Result<ReformEffects>> {
  const { events } = await loadAgencies(tx, deps);
  if (held.events.length === 0) return refuse(refusal('reform-empty'));
  return computeEffects(events, completeEvents(held.events, held));
}

/** Everything the movers would move, each with who goes on with it. */
export async function gatherMoves(
  tx: Tx,
  deps: Deps,
  movers: readonly ReformMover[],
  held: HeldReform,
  effects: ReformEffects,
): Promise<readonly GatheredItem[]> {
  const gathered: GatheredItem[] = [];
  for (const mover of movers)
    for (const item of await mover.preview(tx, deps, { reformId: held.id, effects })) {
      const key = itemKey(mover.name, item.id);
      gathered.push({
        ...item,
        key,
        mover: mover.name,
        owner: item.choosable ? ownerOf(effects, held.choices, { ...item, mover: mover.name }) : null,
        chosen: held.choices.byItem[key] !== undefined || held.choices.byAgency[item.agencyId] !== undefined,
      });
    }
  return gathered;
}

/** What must be chosen before the reform may go on: an owner for each thing, who exists on the day. */
export function findChoiceProblems(
  items: readonly GatheredItem[],
  { ended, after }: ReformEffects,
): readonly Refusal[] {
  return ended.flatMap((agency) => {
    const own = items.filter((item) => item.agencyId === agency.agencyId && item.choosable);
    const open = own.filter(({ owner }) => owner === null);
    const gone = new Set(
      own.flatMap(({ owner }) =>
        owner?.kind === 'agency' && !existsIn(after, owner.agencyId, agency.on) ? [owner.agencyId] : [],
      ),
    );
    const [first] = open;
    return [
      ...(first === undefined
        ? []
        : [
            refusal('reform-owner-missing', {
              agency: agency.name,
              count: open.length,
              item: first.words,
            }),
          ]),
      ...[...gone].map((id) =>
        refusal('reform-owner-ended', {
          agency: agency.name,
          owner: nameIn(after, id, agency.on),
          day: agency.on.split('-').reverse().join('/'),
        }),
      ),
    ];
  });
}

function existsIn(lives: ReformEffects['after'], id: string, day: string): boolean {
  const life = lives.get(id);
  return life !== undefined && holdsOn(life, day);
}

function nameIn(lives: ReformEffects['after'], id: string, day: string): string {
  const life = lives.get(id);
  return life === undefined ? id : nameOn(life, day);
}

/** Why a reform may not go on yet, all at once. */
export async function findProblems(
  tx: Tx,
  deps: Deps,
  movers: readonly ReformMover[],
  held: HeldReform,
): Promise<readonly Refusal[]> {
  const effects = await effectsOf(tx, deps, held);
  if (!effects.ok) return effects.refusals;
  return findChoiceProblems(await gatherMoves(tx, deps, movers, held, effects.value), effects.value);
}
