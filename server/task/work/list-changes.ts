import type { DueRow, WorkAct } from '#contract/task/work.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { presentDue } from './due-row.present.ts';
import { listDueRecords } from './due-row.store.ts';
import { presentAct } from './work.present.ts';
import { listActs } from './work.store.ts';

/** What was done to an item after the last act somebody saw, beside where it stands now. */
export function listChanges(
  deps: Deps,
  { dueItemId, after }: { readonly dueItemId: string; readonly after: number },
): Promise<Result<{ item: DueRow; acts: WorkAct[] }>> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const [record] = await listDueRecords(tx, { itemIds: [dueItemId] }, { today });
    if (record === undefined) return refuse(refusal('not-found', { what: 'việc này' }));
    return accept({
      item: presentDue(record, { today, calendar: await loadCalendar(tx) }),
      acts: (await listActs(tx, [dueItemId], { after })).map(presentAct),
    });
  });
}
