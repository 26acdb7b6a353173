import { countWorkingDays } from '#domain/calendar/count-working-days.ts';
import type { OverdueOfAgency } from '#domain/notice/letter/gather-overdue.ts';
import type { OverdueTask, PlanNamed } from '#domain/notice/letter/letter-draft.ts';
import { isShouted, quietTitle } from '#domain/plan/document/quiet-title.ts';
import { type ScheduleDerivation, WHOLE } from '#domain/plan/schedule/schedule-item.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import { type Deps, todayOf } from '../../deps.ts';
import { type DueRecord, listDueRecords } from '../../task/work/due-row.store.ts';
import { listDeliverables, listPlansNamed, listWordsOfPlans } from './letter.store.ts';

/** Pieces of work shown or urged at once; a page holds no more. */
export const MOST_OVERDUE = 10_000;

export interface OverdueAsked {
  readonly planId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly dueItemIds?: readonly string[] | undefined;
}

export interface OverdueHeld extends OverdueOfAgency {
  readonly assignmentId: string;
}

/** What is overdue today, with all a letter says of it. */
export async function loadOverdue(
  tx: Tx,
  deps: Deps,
  { planId, agencyId, dueItemIds }: OverdueAsked,
): Promise<readonly OverdueHeld[]> {
  const today = todayOf(deps);
  const calendar = await loadCalendar(tx);
  const records = await listDueRecords(
    tx,
    {
      view: 'late',
      planId,
      agencyIds: agencyId === undefined ? undefined : [agencyId],
      itemIds: dueItemIds,
    },
    { today, limit: MOST_OVERDUE },
  );
  const named = await namePlans(tx, [...new Set(records.map(({ plan_id }) => plan_id))]);
  const deliverables = await listDeliverables(tx, [...new Set(records.map(({ task_id }) => task_id))]);
  return records.flatMap((record) => {
    const plan = named.get(record.plan_id);
    const { due_on: dueOn } = record;
    if (plan === undefined || dueOn === null) return [];
    const daysLate = countWorkingDays(calendar, dueOn, today);
    const deliverable = (deliverables.get(record.task_id) ?? []).join('; ');
    const task = taskOf(record, { plan, dueOn, daysLate, deliverable });
    return [
      {
        agencyId: record.agency_id,
        agencyName: record.agency_name,
        assignmentId: record.assignment_id,
        task,
      },
    ];
  });
}

/** Plans as the middle of a sentence names them. */
async function namePlans(tx: Tx, planIds: readonly string[]): Promise<ReadonlyMap<string, PlanNamed>> {
  const plans = await listPlansNamed(tx, planIds);
  const shouted = plans.filter(({ title }) => isShouted(title)).map(({ id }) => id);
  const said = shouted.length === 0 ? undefined : await listWordsOfPlans(tx, shouted);
  return new Map(
    plans.map(({ id, number, issued_on: issuedOn, issuer, title }) => [
      id,
      { id, number, issuedOn, issuer, title: quietTitle(title, said?.get(id) ?? []) },
    ]),
  );
}

function taskOf(
  record: DueRecord,
  counted: Pick<OverdueTask, 'plan' | 'dueOn' | 'daysLate' | 'deliverable'>,
): OverdueTask {
  return {
    ...counted,
    dueItemId: record.id,
    taskId: record.task_id,
    code: record.code,
    name: record.name,
    label: record.label === WHOLE ? null : record.label,
    role: record.role,
    basis: (record.derivation as ScheduleDerivation).words,
    state: record.state,
    lastReportOn: record.last_report_on,
  };
}
