import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { describePatch } from '#domain/plan/edit/describe-patch.ts';
import { applyPatch } from '#domain/plan/edit/plan-patch.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../db/executor.ts';
import { actorId, actorName, type Deps, inScope } from '../deps.ts';
import { comparePatch, namePlan } from './audit-values.ts';
import { writePatch } from './edit-plan.ts';
import { updateImportState } from './import.store.ts';
import { updatePlanMeta } from './plan.store.ts';
import { type ChangeSide, findLatestChange, insertPlanChange } from './plan-change.store.ts';
import { type LockedPlan, listPlanRows, lockPlan } from './plan-rows.store.ts';
import { writeWholePlan } from './write-plan.ts';

/** Takes back the newest change of a plan that still holds; the undoing is itself in the history. */
export function undoChange(
  deps: Deps,
  { planId, revision }: { readonly planId: string; readonly revision: number },
): Promise<Result<{ revision: number }>> {
  return inScope(deps, async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (plan === undefined) return refuse(refusal('not-found', { what: 'kế hoạch này' }));
    if (plan.revision !== revision) return refuse(refusal('plan-changed'));
    const change = await findLatestChange(tx, planId);
    if (change === undefined || !isUndoable(change.kind)) return refuse(refusal('nothing-to-undo'));
    const undone = await takeBack(tx, deps, plan, change);
    const [before, after] = [change.before as ChangeSide, change.after as ChangeSide];
    await appendAudit(tx, deps, {
      act: 'plan.undo',
      subject: { kind: 'plan', id: planId, words: namePlan(plan) },
      ...comparePatch({ before: after.rows, after: before.rows }, change.task_id),
    });
    return accept({ revision: undone });
  });
}

export function isUndoable(kind: string): boolean {
  return kind.startsWith('task-') || kind === 'reimported';
}

type Change = NonNullable<Awaited<ReturnType<typeof findLatestChange>>>;

export async function takeBack(tx: Tx, deps: Deps, plan: LockedPlan, change: Change): Promise<number> {
  const [before, after] = [change.before as ChangeSide, change.after as ChangeSide];
  const patch = { before: after.rows, after: before.rows };
  const rows = applyPatch(await listPlanRows(tx, plan.id), patch);
  const at = deps.now().toString();
  const meta = before.meta;
  if (meta !== undefined) await updatePlanMeta(tx, plan.id, meta);
  if (meta === undefined) await writePatch(tx, deps, plan, { rows, patch });
  else {
    const kept = new Set(rows.map(({ key }) => key));
    const removedIds = patch.before.map(({ row }) => row.key).filter((key) => !kept.has(key));
    const held = { id: plan.id, title: meta.title, issuedOn: meta.date };
    await writeWholePlan(tx, deps, held, { rows, removedIds });
  }
  if (after.importId !== undefined)
    await updateImportState(tx, after.importId, { state: 'undone', planId: plan.id, at });
  return insertPlanChange(tx, deps.provinceId, {
    id: deps.newId(),
    planId: plan.id,
    kind: 'undone',
    actor: actorName(deps),
    personId: actorId(deps),
    occurredAt: at,
    taskId: change.task_id ?? undefined,
    taskCode: change.task_code ?? undefined,
    before: after,
    after: before,
    fields: change.kind === 'reimported' ? [] : describePatch(patch),
    undoes: change.id,
  });
}
