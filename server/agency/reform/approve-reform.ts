import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import type { ReformMover } from '../reform-mover.ts';
import { changeReform } from './change-reform.ts';
import { findProblems } from './gather-moves.ts';

/** A second person, who had no hand in the draft, approves it just as it was seen. */
export function approveReform(
  deps: Deps,
  movers: readonly ReformMover[],
  { reformId, revision }: { readonly reformId: string; readonly revision: number },
): Promise<Result<{ revision: number }>> {
  return changeReform(
    deps,
    { reformId, revision, act: 'reform.approve', kind: 'approved' },
    async (tx, held) => {
      const problems = await findProblems(tx, deps, movers, held);
      return problems.length > 0
        ? refuse(...problems)
        : accept({ change: { state: 'approved', approverId: deps.acting.actor?.personId ?? null } });
    },
  );
}
