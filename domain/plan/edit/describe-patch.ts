import { presentField } from '../document/diff-plans.ts';
import type { PlanRow, TaskField } from '../document/plan-reading.ts';
import type { PlanPatch } from './plan-patch.ts';

/** One field a change altered, in words: what the history shows. */
export interface FieldWords {
  readonly code: string;
  readonly name: string;
  readonly field: TaskField;
  readonly before: string;
  readonly after: string;
}

const FIELDS = ['code', 'name', 'deadline', 'leads', 'coordinators', 'deliverables'] as const;

/** Every field a patch altered; of a row new or gone, those that have words. */
export function describePatch({ before, after }: PlanPatch): readonly FieldWords[] {
  const held = new Map(before.map(({ row }) => [row.key, row]));
  const found = new Map(after.map(({ row }) => [row.key, row]));
  return [...new Set([...held.keys(), ...found.keys()])].flatMap((key) =>
    compare(held.get(key), found.get(key)),
  );
}

function compare(before: PlanRow | undefined, after: PlanRow | undefined): readonly FieldWords[] {
  const row = after ?? before;
  if (row === undefined) return [];
  return FIELDS.flatMap((field) => {
    const words = {
      before: before === undefined ? '' : presentField(before, field),
      after: after === undefined ? '' : presentField(after, field),
    };
    return words.before === words.after ? [] : [{ code: row.code, name: row.name, field, ...words }];
  });
}
