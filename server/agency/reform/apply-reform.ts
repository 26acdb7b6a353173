import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import { insertEvents, lockAgencies, raiseRevision, saveLives } from '../agency-history.store.ts';
import type { ReformMover } from '../reform-mover.ts';
import { changeReform } from './change-reform.ts';
import { effectsOf, findChoiceProblems, gatherMoves } from './gather-moves.ts';

/** Puts an approved reform in force, all in one transaction: its events, and everything they take elsewhere. */
export async function applyReform(
  deps: Deps,
  movers: readonly ReformMover[],
  { reformId, revision }: { readonly reformId: string; readonly revision: number },
): Promise<Result<{ revision: number; moved: Record<string, number> }>> {
  const counts: Record<string, number> = {};
  const applied = await changeReform(
    deps,
    { reformId, revision, act: 'reform.apply', kind: 'applied' },
    async (tx, held, acting) => {
      await lockAgencies(tx, deps.provinceId);
      const found = await effectsOf(tx, acting, held);
      if (!found.ok) return found;
      const effects = found.value;
      const items = await gatherMoves(tx, acting, movers, held, effects);
      const problems = findChoiceProblems(items, effects);
      if (problems.length > 0) return refuse(...problems);
      const at = deps.now().toString();
      await insertEvents(tx, deps.provinceId, { events: effects.events, reformId, recordedAt: at });
      await saveLives(tx, deps.provinceId, effects.after);
      const moved: Record<string, unknown> = {};
      for (const mover of movers) {
        moved[mover.name] = await mover.apply(tx, acting, { reformId, effects }, held.choices);
        counts[mover.name] = items
          .filter((item) => item.mover === mover.name)
          .reduce((sum, { count }) => sum + count, 0);
      }
      // Last: nobody may fold what is not committed yet.
      await raiseRevision(tx);
      return accept({
        change: { state: 'applied', appliedAt: at },
        moved,
        after: { state: 'applied', moved: counts },
      });
    },
  );
  return applied.ok ? accept({ ...applied.value, moved: counts }) : applied;
}
