import type { ProgressItem } from '#domain/task/table/read-progress-table.ts';
import { DEEDS, WORK_STATE_WORDS } from '#domain/task/work/decide-deed.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import { type Deps, todayOf } from '../../deps.ts';
import { presentDue } from '../work/due-row.present.ts';
import { listDueRecords } from '../work/due-row.store.ts';

export interface HeldProgress extends ProgressItem {
  readonly state: string;
}

/** What falls due of the agencies the person may report for, in the order of the plan, as the table has it. */
export async function loadProgressItems(tx: Tx, deps: Deps): Promise<readonly HeldProgress[]> {
  const posts = deps.acting.actor?.posts ?? [];
  const agencyIds = [...new Set(posts.flatMap((post) => post.agencyIds))].filter(
    (id) => deps.decide('work.report', { agencyIds: [id] }).ok,
  );
  if (agencyIds.length === 0) return [];
  const today = todayOf(deps);
  const calendar = await loadCalendar(tx);
  const records = await listDueRecords(tx, { agencyIds }, { today });
  return records.map((record) => {
    const due = presentDue(record, { today, calendar });
    return {
      dueItemId: due.id,
      seq: due.seq,
      code: due.code,
      name: due.name,
      label: due.label,
      agencyId: due.agencyId,
      agencyName: due.agencyName,
      dueOn: due.dueOn,
      text: due.lastText,
      amount: due.amount,
      step: due.step,
      blocker: due.blocker,
      nextOn: due.nextOn,
      state: WORK_STATE_WORDS[due.state],
      barred: DEEDS.report.states.includes(due.state)
        ? null
        : `việc này đang "${WORK_STATE_WORDS[due.state]}" nên không báo cáo tiến độ được.`,
    };
  });
}
