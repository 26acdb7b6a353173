import type {
  Finding,
  ImportRow,
  Plan,
  PlanChange,
  PlanHeading,
  PlanImport,
  PlanRow,
} from '#contract/plan.ts';
import { isUnchanged } from '#domain/plan/document/diff-plans.ts';
import { proposeCorrections } from '#domain/plan/document/find-in-words.ts';
import type {
  Finding as DocumentFinding,
  PlanRow as DocumentRow,
} from '#domain/plan/document/plan-reading.ts';
import type { Draft, HeldImport, Replacement } from './draft-import.ts';
import type { listFindings, listHeadings, listPlans, RowRecord } from './plan.store.ts';
import type { listChanges } from './plan-change.store.ts';
import { isUndoable } from './undo-change.ts';

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
    year: plan.year,
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
    notes: row.notes as PlanRow['notes'],
    assignments: { lead: row.lead, coordinate: row.coordinate, oversee: row.oversee },
    findingCodes: row.finding_codes as PlanRow['findingCodes'],
  };
}

export function presentHeading({
  parent_id,
  kind,
  ...heading
}: Found<typeof listHeadings>[number]): PlanHeading {
  return { ...heading, parentId: parent_id, kind: kind as PlanHeading['kind'] };
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
  held: HeldImport,
  draft: Draft,
  findings: readonly DocumentFinding[],
): PlanImport {
  const { reading, rows, replaces } = draft;
  return {
    id: held.id,
    state: held.state as PlanImport['state'],
    file: { name: held.name, kind: held.kind, size: held.bytes.length },
    plan: reading.plan,
    planId: held.plan_id,
    rows: rows.map((row) => presentImportRow(row, draft)),
    findings: findings.map(({ row: _row, ...finding }) => finding as PlanImport['findings'][number]),
    receipt: {
      ...reading.receipt,
      repeated: [...reading.receipt.repeated],
      lost: [...reading.receipt.lost],
      rows: reading.rows.length,
      hiddenSheets: [...(reading.hiddenSheets ?? [])],
    },
    replaces: replaces === undefined ? null : presentReplacement(replaces),
    identical: held.state === 'confirmed' || (replaces !== undefined && isUnchanged(replaces.diff)),
  };
}

export function presentImportRow(row: DocumentRow, draft: Draft): ImportRow {
  const { parent: _parent, source: _source, origin: _origin, fields, ...shown } = row;
  const ofRow = <T extends { readonly key: string }>(list: readonly T[] | undefined) =>
    (list ?? []).filter(({ key }) => key === row.key);
  const words = draft.corrections.filter((correction) => correction.row === row.key);
  return {
    ...shown,
    source: fields,
    proposals: proposeCorrections(row),
    corrected: [...new Set(words.flatMap((correction) => Object.keys(correction.words)))],
    carried: ofRow(draft.replaces?.carried.carried).map(({ field }) => field),
    conflicts: ofRow(draft.replaces?.carried.conflicts).map(({ field, held }) => ({ field, held })),
    // Shapes of the domain are the same, only that their lists may not be written to.
  } as unknown as ImportRow;
}

function presentReplacement({ planId, title, revision, diff, carried }: Replacement) {
  const name = ({ key, code, name: words }: DocumentRow) => ({ key, code, name: words });
  return {
    planId,
    title,
    revision,
    removedByHand: carried.removedByHand.map(name),
    diff: {
      added: diff.added.map(name),
      removed: diff.removed.map(name),
      changed: diff.changed.map(({ after, fields, targets, moved }) => ({
        ...name(after),
        moved,
        fields: [...fields],
        targets: targets.map((change) => ({ ...change })),
      })),
      unchanged: diff.unchanged,
    },
  } as NonNullable<PlanImport['replaces']>;
}

type ChangeRecord = Awaited<ReturnType<typeof listChanges>>[number];

/** `latestId` is the newest change that still holds. */
export function presentChange(change: ChangeRecord, latestId: string | undefined): PlanChange {
  return {
    id: change.id,
    revision: change.revision,
    kind: change.kind as PlanChange['kind'],
    taskId: change.task_id,
    taskCode: change.task_code,
    isTaskHeld: change.task_held,
    importId: change.import_id,
    fields: change.fields as PlanChange['fields'],
    undoes: change.undoes_revision,
    undone: change.undone,
    undoable: change.id === latestId && isUndoable(change.kind),
    actor: change.actor,
    occurredAt: change.occurred_at.toISOString(),
  };
}
