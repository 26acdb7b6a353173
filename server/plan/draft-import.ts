import { type Carried, carryCorrections } from '#domain/plan/document/carry-corrections.ts';
import { diffPlans, type PlanDiff } from '#domain/plan/document/diff-plans.ts';
import { findAgencyFindings } from '#domain/plan/document/find-agency-findings.ts';
import { findFindings } from '#domain/plan/document/find-findings.ts';
import type { Finding, PlanReading, PlanRow } from '#domain/plan/document/plan-reading.ts';
import { yearOf } from '#domain/plan/document/plan-year.ts';
import { phraseReaders } from '#domain/plan/document/read-row.ts';
import { applyCorrections, type Correction } from '#domain/plan/edit/apply-corrections.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import type { Tx } from '../db/executor.ts';
import { type Deps, todayOf } from '../deps.ts';
import { findBaseImport, type findImport } from './import.store.ts';
import { listPlans } from './plan.store.ts';
import { listPlanRows } from './plan-rows.store.ts';

export type HeldImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** A document as it would become a plan: its reading, what is carried over from the plan it replaces, corrections. */
export interface Draft {
  readonly reading: PlanReading;
  readonly corrections: readonly Correction[];
  /** Rows after carrying over and correcting. */
  readonly rows: readonly PlanRow[];
  /** Only of a draft whose document is already a plan in force. */
  readonly replaces: Replacement | undefined;
}

export interface Replacement {
  readonly planId: string;
  readonly title: string;
  readonly revision: number;
  /** Rows of the plan as they are held; keys are ids of tasks. */
  readonly held: readonly PlanRow[];
  /** The same rows by the keys they have in the document. */
  readonly compared: readonly PlanRow[];
  readonly carried: Carried;
  readonly diff: PlanDiff<PlanRow>;
}

export async function getDraft(tx: Tx, held: HeldImport): Promise<Draft> {
  const reading = held.reading as PlanReading;
  const corrections = held.corrections as unknown as readonly Correction[];
  const read = phraseReaders(yearOf(reading.plan));
  const replaced =
    held.state === 'draft' ? await findReplaced(tx, held.replaces_plan_id, reading) : undefined;
  const rows = applyCorrections(replaced?.carried.rows ?? reading.rows, corrections, read);
  return {
    reading,
    corrections,
    rows,
    replaces: replaced === undefined ? undefined : { ...replaced, diff: diffPlans(replaced.compared, rows) },
  };
}

async function findReplaced(
  tx: Tx,
  planId: string | null,
  reading: PlanReading,
): Promise<Omit<Replacement, 'diff'> | undefined> {
  if (planId === null) return undefined;
  const [plan] = await listPlans(tx, planId);
  const base = await findBaseImport(tx, planId);
  if (plan === undefined || base === undefined) return undefined;
  const held = await listPlanRows(tx, planId);
  const compared = keyedByDocument(held);
  const carried = carryCorrections({
    read: (base.reading as PlanReading).rows,
    held: compared,
    document: reading.rows,
  });
  return { planId, title: plan.title, revision: plan.revision, held, compared, carried };
}

/** Rows with the keys they had in the document they came from, to compare with another reading of it. */
function keyedByDocument(rows: readonly PlanRow[]): readonly PlanRow[] {
  const keys = new Map(rows.map(({ key, origin }) => [key, origin ?? key]));
  return rows.map((row) => ({
    ...row,
    key: keys.get(row.key) ?? row.key,
    parentKey: row.parentKey === null ? null : (keys.get(row.parentKey) ?? row.parentKey),
  }));
}

/** Findings of a draft, those of agencies included, so that they can be set right before it is a plan. */
export async function findDraftFindings(
  tx: Tx,
  { reading, rows }: Draft,
  deps: Deps,
): Promise<readonly Finding[]> {
  const today = todayOf(deps);
  return [
    ...findFindings(rows, { asOf: today }, reading.plan.title),
    ...findAgencyFindings(rows, await loadDirectory(tx, deps), reading.plan.date ?? today),
  ];
}
