import type { Finding, Plan, PlanImport, PlanRow } from '#contract/plan.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import type { findImport } from './import.store.ts';
import type { listFindings, listPlans, RowRecord } from './plan.store.ts';

type Found<F extends (...args: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<F>>>;

export function presentPlan(plan: Found<typeof listPlans>[number]): Plan {
  const { areas, headings, tasks, assignments, findings } = plan;
  return {
    id: plan.id,
    number: plan.number,
    issuedOn: plan.issued_on,
    issuer: plan.issuer,
    title: plan.title,
    period: plan.period,
    revision: plan.revision,
    counts: { areas, headings, tasks, assignments, findings },
  };
}

export function presentRow(row: RowRecord): PlanRow {
  // What is stored as JSON was written by the domain from these same shapes, and the contract checks it on the way out.
  return {
    id: row.id,
    parentId: row.parent_id,
    kind: row.kind as PlanRow['kind'],
    depth: row.depth,
    code: row.code,
    name: row.name,
    deadline: row.deadline as PlanRow['deadline'],
    dueOn: row.due_on,
    leads: row.leads as PlanRow['leads'],
    coordinators: row.coordinators as PlanRow['coordinators'],
    deliverables: row.deliverables as string[],
    targets: row.targets as PlanRow['targets'],
    inherited: row.inherited as PlanRow['inherited'],
    assignments: { lead: row.lead, coordinate: row.coordinate, oversee: row.oversee },
    findingCodes: row.finding_codes as PlanRow['findingCodes'],
  };
}

export function presentFinding(finding: Found<typeof listFindings>[number]): Finding {
  return {
    id: finding.id,
    code: finding.code as Finding['code'],
    taskId: finding.task_id,
    taskCode: finding.task_code,
    taskName: finding.task_name,
    place: finding.place as Finding['place'],
    message: finding.message,
    remedy: finding.remedy,
  };
}

export function presentImport(
  held: Found<typeof findImport>,
  replaces: { id: string; title: string } | undefined,
): PlanImport {
  const reading = held.reading as PlanReading;
  return {
    id: held.id,
    state: held.state as PlanImport['state'],
    file: { name: held.name, kind: held.kind, size: held.bytes.length },
    plan: reading.plan,
    planId: held.plan_id,
    rows: reading.rows.map(
      ({ parent: _parent, source: _source, fields, ...row }) =>
        ({ ...row, source: fields }) as unknown as PlanImport['rows'][number],
    ),
    findings: reading.findings.map(({ row: _row, ...finding }) => finding as PlanImport['findings'][number]),
    receipt: {
      ...reading.receipt,
      repeated: [...reading.receipt.repeated],
      lost: [...reading.receipt.lost],
      rows: reading.rows.length,
    },
    replaces: replaces === undefined ? null : { planId: replaces.id, title: replaces.title },
    identical: held.state === 'confirmed',
  };
}
