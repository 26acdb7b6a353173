import { accept, type Result } from '#domain/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import { changeReform } from './change-reform.ts';

/** Back to its author, with the reason; an approval is void by it. */
export function returnReform(
  deps: Deps,
  input: { readonly reformId: string; readonly revision: number; readonly reason: string },
): Promise<Result<{ revision: number }>> {
  return changeReform(deps, { ...input, act: 'reform.return', kind: 'returned' }, async () =>
    accept({ change: { state: 'draft', approverId: null } }),
  );
}
