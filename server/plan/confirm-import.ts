import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { matchRows } from '#domain/plan/document/match-rows.ts';
import type { PlanMeta, PlanRow } from '#domain/plan/document/plan-reading.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../db/executor.ts';
import { actorId, actorName, type Deps, inScope } from '../deps.ts';
import { namePlan } from './audit-values.ts';
import { type Draft, getDraft, type Replacement } from './draft-import.ts';
import { findImport, updateImportState } from './import.store.ts';
import { insertPlan, updatePlanMeta } from './plan.store.ts';
import { insertPlanChange } from './plan-change.store.ts';
import { type LockedPlan, lockPlan } from './plan-rows.store.ts';
import { writeWholePlan } from './write-plan.ts';

export interface Confirmed {
  readonly planId: string;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * The draft becomes a living plan, or the new state of the plan it replaces, all in one transaction; confirming
 * again changes nothing. `revision` is that of the replaced plan the person saw.
 */
export function confirmImport(deps: Deps, importId: string, revision?: number): Promise<Result<Confirmed>> {
  return inScope(deps, async (tx) => {
    const held = await findImport(tx, importId, { lock: true });
    if (held === undefined) return refuse(refusal('not-found', { what: 'bản nhập này' }));
    if (held.state === 'undone') return refuse(refusal('import-already-undone'));
    if (held.plan_id !== null) return accept({ planId: held.plan_id, created: 0, changed: 0, removed: 0 });
    const plan = held.replaces_plan_id === null ? undefined : await lockPlan(tx, held.replaces_plan_id);
    if (plan !== undefined && revision !== undefined && plan.revision !== revision)
      return refuse(refusal('plan-changed'));
    const draft = await getDraft(tx, held);
    const confirmed =
      plan === undefined || draft.replaces === undefined
        ? await createPlan(tx, deps, importId, draft)
        : await replacePlan(tx, deps, importId, { plan, draft, replaces: draft.replaces });
    await appendAudit(tx, deps, {
      act: 'import.confirm',
      subject: { kind: 'import', id: importId, words: namePlan(draft.reading.plan) },
      before: { state: held.state },
      after: { state: 'confirmed', ...confirmed },
    });
    return accept(confirmed);
  });
}

async function createPlan(tx: Tx, deps: Deps, importId: string, draft: Draft): Promise<Confirmed> {
  const planId = deps.newId();
  const at = deps.now().toString();
  const meta = draft.reading.plan;
  await insertPlan(tx, deps.provinceId, { id: planId, meta, recordedAt: at });
  const ids = new Map(draft.rows.map(({ key }) => [key, deps.newId()]));
  const rows = asTasks(draft, (key) => ids.get(key) ?? key);
  await writeWholePlan(
    tx,
    deps,
    { id: planId, title: meta.title, issuedOn: meta.date },
    { rows, removedIds: [] },
  );
  await updateImportState(tx, importId, { state: 'confirmed', planId, at });
  await insertPlanChange(tx, deps.provinceId, {
    id: deps.newId(),
    planId,
    kind: 'imported',
    actor: actorName(deps),
    personId: actorId(deps),
    occurredAt: at,
    after: { importId },
  });
  return { planId, created: rows.length, changed: 0, removed: 0 };
}

/** Tasks that stay keep their identity, so that what hangs on them stays. */
async function replacePlan(
  tx: Tx,
  deps: Deps,
  importId: string,
  { plan, draft, replaces }: { plan: LockedPlan; draft: Draft; replaces: Replacement },
): Promise<Confirmed> {
  const at = deps.now().toString();
  const meta = draft.reading.plan;
  const ids = findIds(replaces, draft.rows, deps.newId);
  const rows = asTasks(draft, (key) => ids.get(key) ?? key);
  const kept = new Set(rows.map(({ key }) => key));
  const removedIds = replaces.held.map(({ key }) => key).filter((id) => !kept.has(id));
  await updatePlanMeta(tx, plan.id, meta);
  await writeWholePlan(
    tx,
    deps,
    { id: plan.id, title: meta.title, issuedOn: meta.date },
    { rows, removedIds },
  );
  await updateImportState(tx, importId, { state: 'confirmed', planId: plan.id, at });
  const placed = (state: readonly PlanRow[]) => state.map((row, place) => ({ at: place, row }));
  await insertPlanChange(tx, deps.provinceId, {
    id: deps.newId(),
    planId: plan.id,
    kind: 'reimported',
    actor: actorName(deps),
    personId: actorId(deps),
    occurredAt: at,
    before: { rows: placed(replaces.held), meta: metaOf(plan) },
    after: { rows: placed(rows), meta, importId },
  });
  const { added, changed, removed } = replaces.diff;
  return { planId: plan.id, created: added.length, changed: changed.length, removed: removed.length };
}

/** Of each row the task it is: the one held before, or a new one. */
function findIds(
  { held, compared }: Replacement,
  rows: readonly PlanRow[],
  newId: () => string,
): ReadonlyMap<string, string> {
  const taskIds = new Map(compared.map((row, at) => [row.key, held[at]?.key]));
  const known = matchRows(compared, rows).map(
    ({ before, after }) => [after.key, taskIds.get(before.key)] as const,
  );
  const found = new Map(known.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
  return new Map(rows.map(({ key }) => [key, found.get(key) ?? newId()]));
}

function asTasks({ reading, rows }: Draft, idOf: (key: string) => string): readonly PlanRow[] {
  const read = new Set(reading.rows.map(({ key }) => key));
  return rows.map(({ origin: _origin, ...row }) => ({
    ...row,
    ...(read.has(row.key) ? { origin: row.key } : {}),
    key: idOf(row.key),
    parentKey: row.parentKey === null ? null : idOf(row.parentKey),
    doubts: [],
  }));
}

function metaOf({ number, issued_on, issuer, title, period }: LockedPlan): PlanMeta {
  return { number, date: issued_on, issuer, title, period };
}
