import type { Part, PartItem } from '#contract/task/work.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { DEEDS } from '#domain/task/work/decide-deed.ts';
import { foldWork } from '#domain/task/work/fold-work.ts';
import { productSteps } from '#domain/task/work/product-steps.ts';
import type { WorkDeedKind } from '#domain/task/work/work-act.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { findTaskPlan, getRow, listAssignments } from '../task.store.ts';
import { reviewersOf } from './act-on-item.ts';
import { listComments } from './comment.store.ts';
import { presentDue } from './due-row.present.ts';
import { type DueRecord, listDueRecords } from './due-row.store.ts';
import { presentAct } from './work.present.ts';
import { asWorkAct, findPartTask, listActs } from './work.store.ts';

/** One part of a task: what falls due, what was done, what is said, and what the person who asks may do. */
export function getPart(deps: Deps, assignmentId: string): Promise<Result<Part>> {
  return inScope(deps, async (tx) => {
    const taskId = await findPartTask(tx, assignmentId);
    const plan = taskId === undefined ? undefined : await findTaskPlan(tx, taskId);
    const row = taskId === undefined ? undefined : (await getRow(tx, taskId)).rows[0];
    const parts = taskId === undefined ? [] : await listAssignments(tx, taskId);
    const own = parts.find(({ id }) => id === assignmentId);
    if (plan === undefined || row === undefined || own === undefined)
      return refuse(refusal('not-found', { what: 'phần việc này' }));
    const today = todayOf(deps);
    const calendar = await loadCalendar(tx);
    const records = await listDueRecords(tx, { assignmentId }, { today });
    const acts = Map.groupBy(
      await listActs(
        tx,
        records.map(({ id }) => id),
      ),
      ({ due_item_id }) => due_item_id,
    );
    const reviewers = await reviewersOf(tx, { role: own.role, task_id: row.id });
    const items: PartItem[] = [];
    for (const record of records) {
      const done = acts.get(record.id) ?? [];
      const fold = foldWork(done.map(asWorkAct), record.due_on);
      items.push({
        ...presentDue(record, { today, calendar }),
        may: mayOf(deps, record, { reviewers, askedBy: fold.askedBy }),
        askedDueOn: fold.askedDueOn,
        acts: done.toReversed().map(presentAct),
      });
    }
    const deliverables = row.deliverables as readonly string[];
    return accept({
      id: own.id,
      agencyId: own.agency_id,
      agencyName: own.name,
      role: own.role as Part['role'],
      basis: own.basis,
      holder: own.holder_id === null ? null : { personId: own.holder_id, name: own.holder_name },
      task: {
        id: row.id,
        planId: plan.plan_id,
        planTitle: plan.title,
        code: row.code,
        name: row.name,
        deadlineText: (row.deadline as { readonly text: string }).text,
        deliverables: [...deliverables],
      },
      steps: [...productSteps(deliverables)],
      items,
      others: parts
        .filter(({ id, to_agency_id }) => id !== own.id && to_agency_id === null)
        .map(({ id, agency_id, name, role }) => ({
          id,
          agencyId: agency_id,
          agencyName: name,
          role: role as Part['role'],
        })),
      comments: [...(await listComments(tx, row.id))],
    });
  });
}

/** What may be done to an item now by the person who asks, by the tables the acts themselves decide by. */
function mayOf(
  deps: Deps,
  record: DueRecord,
  { reviewers, askedBy }: { readonly reviewers: readonly string[]; readonly askedBy: string | null },
): PartItem['may'] {
  const stands = (kind: WorkDeedKind) => DEEDS[kind].states.includes(record.state);
  const agency = deps.decide('work.report', { agencyIds: [record.agency_id] }).ok;
  const reviews = (authorId: string | null) =>
    deps.decide('work.review', { agencyIds: reviewers, authorId }).ok;
  const owner = deps.decide('work.close').ok;
  return {
    report: agency && stands('report'),
    submit: agency && stands('submit'),
    takeBack: agency && stands('take-back'),
    review: stands('accept') && reviews(record.submitted_by),
    close: owner && stands('close'),
    reopen: owner && stands('reopen'),
    ask: agency && stands('ask-extension') && record.asked === null,
    decide: record.asked !== null && stands('grant') && reviews(askedBy),
  };
}
