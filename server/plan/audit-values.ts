import type { PlainValue } from '#domain/audit/audit-entry.ts';
import { presentField } from '#domain/plan/document/diff-plans.ts';
import type { PlanMeta, PlanRow } from '#domain/plan/document/plan-reading.ts';
import type { PlanPatch } from '#domain/plan/edit/plan-patch.ts';

const FIELDS = ['code', 'name', 'deadline', 'leads', 'coordinators', 'deliverables'] as const;
const LONGEST_NAME = 300;

type Values = Readonly<Record<string, PlainValue>>;

export interface AuditSides {
  readonly before?: Values;
  readonly after?: Values;
}

/** A row as the audit names it. */
export function nameRow(row: PlanRow | undefined): string {
  return row === undefined ? '' : cut(`${row.code} ${row.name}`.trim());
}

/** A plan document as the audit names it. */
export function namePlan({ number, title }: Pick<PlanMeta, 'number' | 'title'>): string {
  return cut(number === null ? title : `${number}: ${title}`);
}

function cut(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
}

/** What differs between two states of one row; of a row new or gone, all that has words. */
export function compareRow(before: PlanRow | undefined, after: PlanRow | undefined): AuditSides {
  const [held, found] = [valuesOf(before), valuesOf(after)];
  const differing = Object.keys({ ...held, ...found }).filter((field) => held?.[field] !== found?.[field]);
  const pick = (values: Values) =>
    Object.fromEntries(
      differing.flatMap((field) => (field in values ? [[field, values[field] ?? null]] : [])),
    );
  return {
    ...(held === undefined ? {} : { before: pick(held) }),
    ...(found === undefined ? {} : { after: pick(found) }),
  };
}

/** What a change did to the row it was about; of the rows that followed along, how many. */
export function comparePatch({ before, after }: PlanPatch, taskId: string | null): AuditSides {
  const find = (side: PlanPatch['before']) => side.find(({ row }) => row.key === taskId)?.row;
  const touched = new Set([...before, ...after].map(({ row }) => row.key));
  const others = touched.size - (taskId !== null && touched.has(taskId) ? 1 : 0);
  const sides = compareRow(find(before), find(after));
  return others === 0 ? sides : { ...sides, after: { ...sides.after, others } };
}

function valuesOf(row: PlanRow | undefined): Values | undefined {
  if (row === undefined) return undefined;
  const words = FIELDS.map((field) => [field, presentField(row, field)] as const);
  return Object.fromEntries(
    [...words, ['parent', row.parent ?? ''] as const].filter(([, written]) => written !== ''),
  );
}
