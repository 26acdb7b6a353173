import { foldEvents } from '#domain/agency/history/fold-events.ts';
import { computeEffects } from '#domain/agency/reform/compute-effects.ts';
import { completeEvents } from '#domain/agency/reform/draft-event.ts';
import { refusal, refusalSentence } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import { insertReversals, lockAgencies, raiseRevision, saveLives } from '../agency-history.store.ts';
import { loadAgencies } from '../load-agencies.ts';
import type { ReformMover } from '../reform-mover.ts';
import { changeReform } from './change-reform.ts';
import { findMoved } from './reform.store.ts';

/**
 * Takes an applied reform back whole, in one transaction. Refused, with the list, where something was done since
 * that stands on it: later events, or later acts on what it moved.
 */
export function reverseReform(
  deps: Deps,
  movers: readonly ReformMover[],
  input: { readonly reformId: string; readonly revision: number; readonly reason: string },
): Promise<Result<{ revision: number }>> {
  return changeReform(
    deps,
    { ...input, act: 'reform.reverse', kind: 'reversed' },
    async (tx, held, acting) => {
      await lockAgencies(tx, deps.provinceId);
      const own = new Set(held.events.map(({ id }) => id));
      const rest = (await loadAgencies(tx, deps)).events.filter(({ id }) => !own.has(id));
      const without = foldEvents(rest);
      if (!without.ok)
        return refuse(
          ...without.refusals.map((why) => refusal('reform-has-later', { what: refusalSentence(why) })),
        );
      const effects = computeEffects(rest, completeEvents(held.events, held));
      if (!effects.ok) throw new Error('an applied reform no longer folds');
      const work = { reformId: held.id, effects: effects.value };
      const moved = await findMoved(tx, held.id);
      const later: string[] = [];
      for (const mover of movers) later.push(...(await mover.listLater(tx, acting, work, moved[mover.name])));
      if (later.length > 0) return refuse(...later.map((what) => refusal('reform-has-later', { what })));
      for (const mover of movers.toReversed()) await mover.reverse(tx, acting, work, moved[mover.name]);
      const at = deps.now().toString();
      await insertReversals(tx, deps.provinceId, { reformId: held.id, recordedAt: at });
      await saveLives(tx, deps.provinceId, without.value);
      await raiseRevision(tx);
      return accept({ change: { state: 'reversed', reversedAt: at } });
    },
  );
}
