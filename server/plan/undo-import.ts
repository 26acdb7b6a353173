import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../db/executor.ts';
import { actorId, actorName, type Deps, inScope } from '../deps.ts';
import { namePlan } from './audit-values.ts';
import type { HeldImport } from './draft-import.ts';
import { findBaseImport, findImport, updateImportState, updatePlanWithdrawn } from './import.store.ts';
import { type ChangeSide, findLatestChange, insertPlanChange } from './plan-change.store.ts';
import { lockPlan } from './plan-rows.store.ts';
import { syncSchedule } from './schedule/sync-schedule.ts';
import { takeBack } from './undo-change.ts';

type Undone = Result<{ importId: string; planId: string | null }>;

/**
 * Takes an import back. A plan it made is withdrawn (not deleted); a plan it changed stands again as it did before,
 * unless it was changed since.
 */
export function undoImport(deps: Deps, importId: string): Promise<Undone> {
  return inScope(deps, async (tx) => {
    const held = await findImport(tx, importId, { lock: true });
    if (held === undefined) return refuse(refusal('not-found', { what: 'bản nhập này' }));
    if (held.state === 'undone') return refuse(refusal('import-already-undone'));
    if (held.plan_id === null) {
      await updateImportState(tx, importId, { state: 'undone', planId: null, at: deps.now().toString() });
      await appendUndone(tx, deps, held);
      return accept({ importId, planId: null });
    }
    const undone =
      held.plan_id === held.replaces_plan_id
        ? await undoReplacing(tx, deps, held, held.plan_id)
        : await withdraw(tx, deps, held, held.plan_id);
    if (undone.ok) await appendUndone(tx, deps, held);
    return undone;
  });
}

function appendUndone(tx: Tx, deps: Deps, held: HeldImport): Promise<void> {
  return appendAudit(tx, deps, {
    act: 'import.undo',
    subject: { kind: 'import', id: held.id, words: namePlan((held.reading as PlanReading).plan) },
    before: { state: held.state },
    after: { state: 'undone' },
  });
}

async function undoReplacing(tx: Tx, deps: Deps, held: HeldImport, planId: string): Promise<Undone> {
  const plan = await lockPlan(tx, planId);
  const latest = await findLatestChange(tx, planId);
  const isLatest = (latest?.after as ChangeSide | null)?.importId === held.id;
  if (plan === undefined || latest === undefined || !isLatest)
    return refuse(refusal('import-has-later-changes'));
  await takeBack(tx, deps, plan, latest);
  return accept({ importId: held.id, planId });
}

async function withdraw(tx: Tx, deps: Deps, held: HeldImport, planId: string): Promise<Undone> {
  const base = await findBaseImport(tx, planId);
  if (base?.id !== held.id) return refuse(refusal('import-has-later-changes'));
  const at = deps.now().toString();
  await insertPlanChange(tx, deps.provinceId, {
    id: deps.newId(),
    planId,
    kind: 'import-undone',
    actor: actorName(deps),
    personId: actorId(deps),
    occurredAt: at,
  });
  await updatePlanWithdrawn(tx, planId, at);
  await syncSchedule(tx, deps, planId);
  // Until a new version changed the plan itself, it made another one and withdrew the old.
  if (held.replaces_plan_id !== null) {
    await updatePlanWithdrawn(tx, held.replaces_plan_id, null);
    await syncSchedule(tx, deps, held.replaces_plan_id);
  }
  await updateImportState(tx, held.id, { state: 'undone', planId, at });
  return accept({ importId: held.id, planId });
}
