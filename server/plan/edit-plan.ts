import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { PlanRow } from '#domain/plan/document/plan-reading.ts';
import { type PhraseReaders, phraseReaders } from '#domain/plan/document/read-row.ts';
import { describePatch } from '#domain/plan/edit/describe-patch.ts';
import type { Edited } from '#domain/plan/edit/edit-plan.ts';
import type { PlanPatch } from '#domain/plan/edit/plan-patch.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../db/executor.ts';
import { actorId, actorName, type Deps, inScope } from '../deps.ts';
import { comparePatch, nameRow } from './audit-values.ts';
import { type ChangeKind, insertPlanChange } from './plan-change.store.ts';
import { type LockedPlan, listPlanRows, lockPlan } from './plan-rows.store.ts';
import { writePlanRows } from './write-plan.ts';

/** What each kind of edit is called in the audit. */
const AUDITED = {
  'task-created': 'task.create',
  'task-updated': 'task.update',
  'task-moved': 'task.move',
  'task-removed': 'task.remove',
} as const satisfies Partial<Record<ChangeKind, string>>;

export interface EditAct {
  readonly planId: string;
  /** Revision of the plan the person saw; another one in the meantime is refused, not overwritten. */
  readonly revision: number;
  readonly kind: keyof typeof AUDITED;
  readonly taskId: string;
  readonly decide: (rows: readonly PlanRow[], read: PhraseReaders) => Result<Edited>;
}

/** One act on a living plan, all in one transaction: decided, stored with what follows from it, and in the history. */
export function editPlan(deps: Deps, act: EditAct): Promise<Result<{ revision: number }>> {
  return inScope(deps, async (tx) => {
    const plan = await lockPlan(tx, act.planId);
    if (plan === undefined) return refuse(refusal('not-found', { what: 'kế hoạch này' }));
    if (plan.revision !== act.revision) return refuse(refusal('plan-changed'));
    const decided = act.decide(await listPlanRows(tx, act.planId), phraseReaders(plan.year ?? undefined));
    if (!decided.ok) return decided;
    const { rows, patch } = decided.value;
    if (patch.before.length + patch.after.length === 0) return accept({ revision: plan.revision });
    await writePatch(tx, deps, plan, { rows, patch });
    const row = [...patch.after, ...patch.before].find((placed) => placed.row.key === act.taskId)?.row;
    const revision = await insertPlanChange(tx, deps.provinceId, {
      id: deps.newId(),
      planId: act.planId,
      kind: act.kind,
      actor: actorName(deps),
      personId: actorId(deps),
      occurredAt: deps.now().toString(),
      taskId: act.taskId,
      taskCode: row?.code,
      before: { rows: patch.before },
      after: { rows: patch.after },
      fields: describePatch(patch),
    });
    await appendAudit(tx, deps, {
      act: AUDITED[act.kind],
      subject: { kind: 'task', id: act.taskId, words: nameRow(row) },
      ...comparePatch(patch, act.taskId),
    });
    return accept({ revision });
  });
}

export function writePatch(
  tx: Tx,
  deps: Deps,
  plan: LockedPlan,
  { rows, patch }: { readonly rows: readonly PlanRow[]; readonly patch: PlanPatch },
): Promise<void> {
  const kept = new Set(patch.after.map(({ row }) => row.key));
  return writePlanRows(
    tx,
    deps,
    { id: plan.id, title: plan.title, issuedOn: plan.issued_on },
    {
      rows,
      touched: patch.after.map(({ row }) => row),
      removedIds: patch.before.map(({ row }) => row.key).filter((key) => !kept.has(key)),
    },
  );
}
