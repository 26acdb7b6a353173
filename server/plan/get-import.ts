import type { PlanImport } from '#contract/plan.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../deps.ts';
import { findDraftFindings, getDraft } from './draft-import.ts';
import { findImport } from './import.store.ts';
import { presentImport } from './plan.present.ts';

/** An import with its source and how it was understood, what it would change, and what needs attention in it. */
export function getImport(deps: Deps, importId: string): Promise<Result<PlanImport>> {
  return inScope(deps, async (tx) => {
    const held = await findImport(tx, importId);
    if (held === undefined) return refuse(refusal('not-found', { what: 'bản nhập này' }));
    const draft = await getDraft(tx, held);
    return accept(presentImport(held, draft, await findDraftFindings(tx, draft, deps)));
  });
}
