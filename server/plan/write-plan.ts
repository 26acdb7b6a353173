import { expandRow } from '#domain/plan/document/expand-row.ts';
import { atRow, findFindings, findRowFindings } from '#domain/plan/document/find-findings.ts';
import { findNumbering } from '#domain/plan/document/find-numbering.ts';
import { FINDING_CODES, type FindingCode } from '#domain/plan/document/finding-codes.ts';
import type { Finding, PlanRow } from '#domain/plan/document/plan-reading.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import type { Tx } from '../db/executor.ts';
import { type Deps, todayOf } from '../deps.ts';
import { removeTasks, saveAssignments, saveFindings, saveTasks } from './plan-rows.store.ts';
import { syncSchedule } from './schedule/sync-schedule.ts';

export interface WrittenPlan {
  readonly id: string;
  readonly title: string;
  /** Agencies are those of the day the plan was issued; without a date, of today. */
  readonly issuedOn: string | null;
}

interface Change {
  /** The whole plan in order, keys being ids of tasks. */
  readonly rows: readonly PlanRow[];
  readonly touched: readonly PlanRow[];
  readonly removedIds: readonly string[];
}

const NUMBERING: readonly FindingCode[] = ['numbering-gap', 'numbering-doubled'];

/** Stores changed rows with the parts of agencies and the findings that follow from them. */
export async function writePlanRows(tx: Tx, deps: Deps, plan: WrittenPlan, change: Change): Promise<void> {
  const taskIds = change.touched.map(({ key }) => key);
  await removeTasks(tx, change.removedIds);
  await saveTasks(tx, deps.provinceId, plan.id, {
    rows: change.touched,
    order: change.rows.map(({ key }) => key),
  });
  const { parts, problems } = await expandRows(tx, deps, plan, change.touched);
  await saveAssignments(tx, deps, plan.id, { taskIds, parts });
  const findings = [
    ...findRowFindings(change.touched, { asOf: today(deps) }),
    ...findNumbering(change.rows),
    ...problems,
  ];
  await saveFindings(tx, deps, plan.id, { taskIds, codes: NUMBERING }, findings.map(stored));
  await syncSchedule(tx, deps, plan.id, { taskIds: [...taskIds, ...change.removedIds] });
}

/** The same for a plan written whole, with the findings of its title. */
export async function writeWholePlan(
  tx: Tx,
  deps: Deps,
  plan: WrittenPlan,
  change: Omit<Change, 'touched'>,
): Promise<{ readonly assignments: number }> {
  const taskIds = change.rows.map(({ key }) => key);
  await removeTasks(tx, change.removedIds);
  await saveTasks(tx, deps.provinceId, plan.id, { rows: change.rows, order: taskIds });
  const { parts, problems } = await expandRows(tx, deps, plan, change.rows);
  await saveAssignments(tx, deps, plan.id, { taskIds, parts });
  const findings = [...findFindings(change.rows, { asOf: today(deps) }, plan.title), ...problems];
  await saveFindings(tx, deps, plan.id, { taskIds, codes: FINDING_CODES }, findings.map(stored));
  await syncSchedule(tx, deps, plan.id);
  return { assignments: parts.length };
}

async function expandRows(tx: Tx, deps: Deps, plan: WrittenPlan, rows: readonly PlanRow[]) {
  const directory = await loadDirectory(tx, deps);
  const day = plan.issuedOn ?? today(deps);
  const expanded = rows.map((row) => ({ row, ...expandRow(row, directory, day) }));
  return {
    parts: expanded.flatMap(({ row, parts }) => parts.map((part) => ({ taskId: row.key, ...part }))),
    problems: expanded.flatMap(({ row, problems }) =>
      problems.map(({ code, message, remedy }) => atRow(row, { code, message, remedy })),
    ),
  };
}

function today(deps: Deps): string {
  return todayOf(deps);
}

function stored({ rowKey, code, message, remedy, place }: Finding) {
  return { taskId: rowKey, code, message, remedy, place };
}
