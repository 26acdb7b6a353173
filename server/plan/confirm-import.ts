import type { Agency } from '#domain/agency/agency.ts';
import { expandAssignments } from '#domain/agency/expand-assignments.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import type { PlanReading, PlanRow } from '#domain/plan/document/plan-reading.ts';
import { withProvince } from '../db/executor.ts';
import { type Deps, LOCAL_ACTOR } from '../deps.ts';
import { findImport, insertPlanChange, updateImportState, updatePlanWithdrawn } from './import.store.ts';
import {
  insertAssignments,
  insertFindings,
  insertPlan,
  insertTasks,
  type NewFinding,
  type NewTask,
} from './plan.store.ts';

export interface Confirmed {
  readonly planId: string;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/** The draft becomes a living plan, all in one transaction; confirming again changes nothing. */
export function confirmImport(deps: Deps, importId: string): Promise<Result<Confirmed>> {
  return withProvince(deps.db, deps.provinceId, async (tx) => {
    const held = await findImport(tx, importId, { lock: true });
    if (held === undefined) return refuse(refusal('not-found', { what: 'bản nhập này' }));
    if (held.state === 'undone') return refuse(refusal('import-already-undone'));
    if (held.plan_id !== null) return accept({ planId: held.plan_id, created: 0, changed: 0, removed: 0 });
    const reading = held.reading as PlanReading;
    const planId = deps.newId();
    const at = deps.now().toString();
    const { tasks, findings } = preparePlan(reading, deps);
    await insertPlan(tx, deps.provinceId, { id: planId, meta: reading.plan, recordedAt: at });
    await insertTasks(tx, deps.provinceId, planId, tasks);
    const assignments = await insertAssignments(tx, deps.provinceId, planId, tasks, deps.newId);
    await insertFindings(tx, deps.provinceId, planId, findings, deps.newId);
    if (held.replaces_plan_id !== null) await updatePlanWithdrawn(tx, held.replaces_plan_id, at);
    await updateImportState(tx, importId, { state: 'confirmed', planId, at });
    await insertPlanChange(tx, deps.provinceId, {
      id: deps.newId(),
      planId,
      kind: 'imported',
      actor: LOCAL_ACTOR,
      occurredAt: at,
      after: { importId, rows: tasks.length, assignments },
    });
    return accept({ planId, created: tasks.length, changed: 0, removed: 0 });
  });
}

/** Agencies are those of the day the plan was issued; without a date, of the day it is read. */
function preparePlan(
  reading: PlanReading,
  deps: Deps,
): { tasks: readonly NewTask[]; findings: readonly NewFinding[] } {
  const day = reading.plan.date ?? deps.now().toString().slice(0, 10);
  const ids = new Map(reading.rows.map((row) => [row.key, deps.newId()]));
  const expanded = reading.rows.map((row) => ({ row, ...expandRow(row, deps.directory, day) }));
  const idOf = (key: string | null) => (key === null ? null : (ids.get(key) ?? null));
  return {
    tasks: expanded.map(({ row, parts }, ord) => ({
      id: ids.get(row.key) ?? deps.newId(),
      parentId: idOf(row.parentKey),
      ord,
      row,
      parts,
    })),
    findings: [
      ...reading.findings.map(({ rowKey, code, message, remedy, place }) => ({
        taskId: idOf(rowKey),
        code,
        message,
        remedy,
        place,
      })),
      ...expanded.flatMap(({ row, problems }) =>
        problems.map(({ code, message, remedy }) => ({
          taskId: idOf(row.key),
          code,
          message,
          remedy,
          place: row.source,
        })),
      ),
    ],
  };
}

function expandRow(row: PlanRow, directory: readonly Agency[], day: string) {
  if (row.kind !== 'task') return { parts: [], problems: [] };
  const ownCoordinators = row.leads.flatMap(({ coordinators }) => coordinators ?? []);
  return expandAssignments(
    { leads: row.leads, coordinators: [...row.coordinators, ...ownCoordinators] },
    directory,
    day,
  );
}
