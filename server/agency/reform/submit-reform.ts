import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import type { ReformMover } from '../reform-mover.ts';
import { changeReform } from './change-reform.ts';
import { findProblems } from './gather-moves.ts';

/** Lays a draft before whoever approves it; it must be coherent, with an owner for everything it moves. */
export function submitReform(
  deps: Deps,
  movers: readonly ReformMover[],
  { reformId, revision }: { readonly reformId: string; readonly revision: number },
): Promise<Result<{ revision: number }>> {
  return changeReform(
    deps,
    { reformId, revision, act: 'reform.draft', kind: 'submitted' },
    async (tx, held) => {
      const problems = await findProblems(tx, deps, movers, held);
      return problems.length > 0 ? refuse(...problems) : accept({ change: { state: 'submitted' } });
    },
  );
}
