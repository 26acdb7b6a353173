import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { withProvince } from '../db/executor.ts';
import { type Deps, LOCAL_ACTOR } from '../deps.ts';
import { findImport, insertPlanChange, updateImportState, updatePlanWithdrawn } from './import.store.ts';

/** Takes an import back: its plan is withdrawn (not deleted), and the plan it had replaced is in force again. */
export function undoImport(
  deps: Deps,
  importId: string,
): Promise<Result<{ importId: string; planId: string | null }>> {
  return withProvince(deps.db, deps.provinceId, async (tx) => {
    const held = await findImport(tx, importId, { lock: true });
    if (held === undefined) return refuse(refusal('not-found', { what: 'bản nhập này' }));
    if (held.state === 'undone') return refuse(refusal('import-already-undone'));
    const at = deps.now().toString();
    if (held.plan_id !== null) {
      await insertPlanChange(tx, deps.provinceId, {
        id: deps.newId(),
        planId: held.plan_id,
        kind: 'import-undone',
        actor: LOCAL_ACTOR,
        occurredAt: at,
      });
      await updatePlanWithdrawn(tx, held.plan_id, at);
      if (held.replaces_plan_id !== null) await updatePlanWithdrawn(tx, held.replaces_plan_id, null);
    }
    await updateImportState(tx, importId, { state: 'undone', planId: held.plan_id, at });
    return accept({ importId, planId: held.plan_id });
  });
}
