import { clean } from '../../kernel/text.ts';
import type { Target } from '../target/target.ts';
import { type ComparedRow, matchRows } from './match-rows.ts';
import type { AgencyCell, LeadCell, TaskField } from './plan-reading.ts';

// What a document changes in a plan already held, by task and by target.

export interface FieldChange {
  readonly field: TaskField | 'kind';
  readonly before: string;
  readonly after: string;
}

/** A target that came, went (no `after`) or changed. */
export interface TargetChange {
  readonly before?: Target;
  readonly after?: Target;
}

export interface RowChange<Row> {
  readonly before: Row;
  readonly after: Row;
  readonly fields: readonly FieldChange[];
  readonly targets: readonly TargetChange[];
  /** True where the row stands below another row than before. */
  readonly moved: boolean;
}

export interface PlanDiff<Row> {
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
  readonly changed: readonly RowChange<Row>[];
  readonly unchanged: number;
}

export function diffPlans<Row extends ComparedRow>(
  before: readonly Row[],
  after: readonly Row[],
): PlanDiff<Row> {
  const matches = matchRows(before, after);
  const held = new Set(matches.map((match) => match.before.key));
  const found = new Map(matches.map((match) => [match.after.key, match.before]));
  const newKeys = new Map(matches.map((match) => [match.before.key, match.after.key]));
  const changed: RowChange<Row>[] = [];
  for (const row of after) {
    const old = found.get(row.key);
    if (old === undefined) continue;
    const fields = compareFields(old, row);
    const targets = compareTargets(old.targets, row.targets);
    const moved = (old.parentKey === null ? null : newKeys.get(old.parentKey)) !== row.parentKey;
    if (fields.length > 0 || targets.length > 0 || moved)
      changed.push({ before: old, after: row, fields, targets, moved });
  }
  return {
    added: after.filter(({ key }) => !found.has(key)),
    removed: before.filter(({ key }) => !held.has(key)),
    changed,
    unchanged: matches.length - changed.length,
  };
}

/** True where a document says exactly what the plan already holds. */
export function isUnchanged(diff: PlanDiff<unknown>): boolean {
  return diff.added.length + diff.removed.length + diff.changed.length === 0;
}

const FIELDS: readonly (TaskField | 'kind')[] = [
  'code',
  'kind',
  'name',
  'deadline',
  'leads',
  'coordinators',
  'deliverables',
];

function compareFields(before: ComparedRow, after: ComparedRow): readonly FieldChange[] {
  return FIELDS.flatMap((field) => {
    const change = { field, before: presentField(before, field), after: presentField(after, field) };
    return change.before === change.after ? [] : [change];
  });
}

/** A field in the words of the document, to compare and to show. */
export function presentField(row: ComparedRow, field: TaskField | 'kind'): string {
  switch (field) {
    case 'code':
    case 'kind':
    case 'name':
      return clean(row[field]);
    case 'deadline':
      return clean(row.deadline.text);
    case 'leads':
      return row.leads.map(leadWords).join('\n');
    case 'coordinators':
      return cellWords(row.coordinators);
    case 'deliverables':
      return row.deliverables.map(clean).join('\n');
  }
}

function cellWords(cells: readonly AgencyCell[]): string {
  return cells.map(({ text }) => clean(text)).join('\n');
}

function leadWords({ text, coordinators = [] }: LeadCell): string {
  return coordinators.length === 0 ? clean(text) : `${clean(text)} (phối hợp: ${cellWords(coordinators)})`;
}

/** Equal targets pair first, then those of one subject and unit, then what is left in order of the document. */
function compareTargets(before: readonly Target[], after: readonly Target[]): readonly TargetChange[] {
  const left = [...before];
  const right = [...after];
  const changes: TargetChange[] = [];
  const pairBy = (key: (target: Target) => string, isChange: boolean) => {
    for (const one of [...left]) {
      const at = right.findIndex((target) => key(target) === key(one));
      const other = right[at];
      if (other === undefined) continue;
      right.splice(at, 1);
      left.splice(left.indexOf(one), 1);
      if (isChange) changes.push({ before: one, after: other });
    }
  };
  pairBy(canonical, false);
  pairBy(({ subject = '', unit = '' }) => `${clean(subject)} ${clean(unit)}`, true);
  for (const one of left) changes.push({ before: one });
  for (const other of right) changes.push({ after: other });
  return changes;
}

function canonical(target: Target): string {
  return JSON.stringify(Object.entries(target).sort(([one], [other]) => (one < other ? -1 : 1)));
}
