import type { DecidedProposal } from '#contract/plan/schedule.ts';
import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { type Refusal, refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { deriveAccepted, itemKey, refuseDay } from '#domain/plan/schedule/decide-day.ts';
import type { MilestoneProposal, ScheduleItem } from '#domain/plan/schedule/schedule-item.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Tx } from '../../db/executor.ts';
import { actorId, type Deps, inScope } from '../../deps.ts';
import { namePlan } from '../audit-values.ts';
import { lockPlan } from '../plan-rows.store.ts';
import { moveDueItems, syncDueItems } from './due-item.store.ts';
import { frameOf, type LoadedSchedule, type LoadedTask, loadSchedule } from './load-schedule.ts';
import {
  type HeldItem,
  insertScheduleItems,
  removeScheduleItems,
  updateScheduleItems,
} from './schedule.store.ts';

interface DecideInput {
  readonly planId: string;
  readonly decision: 'accept' | 'decline';
  readonly reason?: string | undefined;
  readonly proposals: readonly DecidedProposal[];
}

/** A proposal as it is computed now, what of it is held already, and what becomes of it. */
interface Decided {
  readonly task: LoadedTask;
  readonly proposal: MilestoneProposal;
  readonly held: HeldItem | undefined;
  readonly item: ScheduleItem;
}

/** Accepts or declines proposals, all of them or none; what is accepted falls due from now on. */
export function decideProposals(deps: Deps, input: DecideInput): Promise<Result<{ decided: number }>> {
  return inScope(deps, async (tx) => {
    const plan = await lockPlan(tx, input.planId);
    const taskIds = [...new Set(input.proposals.map(({ taskId }) => taskId))];
    const loaded = await loadSchedule(tx, input.planId, taskIds);
    if (plan === undefined || loaded === undefined)
      return refuse(refusal('not-found', { what: 'kế hoạch này' }));
    const matched = matchAll(input, loaded);
    if (!matched.ok) return matched;
    const decided = matched.value;
    if (input.decision === 'accept') await acceptAll(tx, deps, plan.id, decided);
    else await declineAll(tx, deps, { planId: plan.id, reason: input.reason ?? null }, decided);
    await appendAudit(tx, deps, {
      act: `schedule.${input.decision}`,
      subject: { kind: 'plan', id: plan.id, words: namePlan(plan) },
      after: { items: decided.map(({ task, item }) => `${task.code} ${item.label} ${item.dueOn ?? ''}`) },
      ...(input.reason === undefined || input.reason === '' ? {} : { reason: input.reason }),
    });
    return accept({ decided: decided.length });
  });
}

/** Each proposal as it stands now; everything that is not as it was seen, or does not fit, is refused together. */
function matchAll({ decision, proposals }: DecideInput, loaded: LoadedSchedule): Result<readonly Decided[]> {
  const tasks = new Map(loaded.tasks.map((task) => [task.id, task]));
  const decided = new Map<string, Decided>();
  const refusals: Refusal[] = [];
  for (const asked of proposals) {
    const task = tasks.get(asked.taskId);
    const key = itemKey(asked);
    const proposal = task?.proposals.find((one) => itemKey(one) === key);
    if (task === undefined || proposal?.dueOn !== asked.proposedOn) {
      refusals.push(refusal('schedule-changed', { task: task?.code ?? '', label: asked.label }));
      continue;
    }
    const why = decision === 'accept' ? refuseEdit(asked, task, loaded) : undefined;
    if (why !== undefined) refusals.push(why);
    decided.set(`${task.id} ${key}`, {
      task,
      proposal,
      held: [...task.standing, ...task.removed].find((item) => itemKey(item) === key),
      item: acceptedItem(asked, proposal, loaded.calendar),
    });
  }
  return refusals.length > 0 ? refuse(...refusals) : accept([...decided.values()]);
}

function refuseEdit(
  { dueOn, proposedOn, reason = '', kind, label }: DecidedProposal,
  task: LoadedTask,
  { plan, calendar }: LoadedSchedule,
): Refusal | undefined {
  if (dueOn === undefined || dueOn === proposedOn) return undefined;
  if (reason === '') return refusal('schedule-reason-missing', { label });
  return refuseDay(dueOn, frameOf(task, plan, kind), calendar);
}

function acceptedItem(
  { dueOn, proposedOn, reason = '' }: DecidedProposal,
  proposal: MilestoneProposal,
  calendar: WorkCalendar,
): ScheduleItem {
  const { kind, label, startsOn } = proposal;
  // A day that cannot be is refused before anything is stored.
  if (dueOn === undefined || dueOn === proposedOn || reason === '')
    return {
      kind,
      label,
      startsOn,
      dueOn: proposedOn,
      derivation: deriveAccepted(proposal, undefined, calendar),
    };
  return {
    kind,
    label,
    startsOn: startsOn !== null && startsOn > dueOn ? null : startsOn,
    dueOn,
    derivation: deriveAccepted(proposal, { day: dueOn, reason }, calendar),
  };
}

async function acceptAll(tx: Tx, deps: Deps, planId: string, decided: readonly Decided[]): Promise<void> {
  const by = commonOf(deps, planId);
  const written = ({ task, item }: Decided, id: string) => ({
    id,
    taskId: task.id,
    item,
    origin: 'accepted',
  });
  await insertScheduleItems(
    tx,
    by,
    decided.filter(({ held }) => held === undefined).map((one) => written(one, deps.newId())),
  );
  const known = decided.flatMap((one) => (one.held === undefined ? [] : [{ ...one, held: one.held }]));
  await updateScheduleItems(
    tx,
    known.map((one) => written(one, one.held.id)),
    by,
  );
  const moves = known
    .map(({ held, item }) => ({ scheduleItemId: held.id, from: held.due_on, to: item.dueOn }))
    .filter(({ from, to }) => from !== to);
  await moveDueItems(tx, deps, moves, 'Mốc thời hạn đề xuất được chấp nhận');
  await syncDueItems(tx, deps, { planId, taskIds: decided.map(({ task }) => task.id) });
}

/** What is not wanted is kept as an item that was taken away, so that it is not proposed as new again. */
async function declineAll(
  tx: Tx,
  deps: Deps,
  { planId, reason }: { readonly planId: string; readonly reason: string | null },
  decided: readonly Decided[],
): Promise<void> {
  const by = commonOf(deps, planId);
  const made = decided
    .filter(({ held }) => held === undefined || held.retired_at === null)
    .map(({ task, item }) => ({ id: deps.newId(), taskId: task.id, item, origin: 'accepted' }));
  await insertScheduleItems(tx, by, made);
  await removeScheduleItems(
    tx,
    by,
    made.map(({ id }) => ({ id, reason })),
  );
}

function commonOf(deps: Deps, planId: string) {
  return { provinceId: deps.provinceId, planId, at: deps.now().toString(), authorId: actorId(deps) };
}
