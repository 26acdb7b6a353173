import type { OverdueAgency, OverdueTask } from './letter-draft.ts';

/** A piece of overdue work and whose it is. */
export interface OverdueOfAgency {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly task: OverdueTask;
}

/** Overdue work by agency: agencies in Vietnamese order, of each the longest overdue first. */
export function gatherOverdue(held: readonly OverdueOfAgency[]): readonly OverdueAgency[] {
  const agencies = new Map<string, { agencyName: string; tasks: OverdueTask[] }>();
  for (const { agencyId, agencyName, task } of held) {
    const found = agencies.get(agencyId);
    if (found === undefined) agencies.set(agencyId, { agencyName, tasks: [task] });
    else found.tasks.push(task);
  }
  return [...agencies]
    .map(([agencyId, { agencyName, tasks }]) => ({
      agencyId,
      agencyName,
      tasks: tasks.toSorted((a, b) => b.daysLate - a.daysLate || compare(a.code, b.code)),
    }))
    .toSorted((a, b) => compare(a.agencyName, b.agencyName));
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'vi', { numeric: true });
}
