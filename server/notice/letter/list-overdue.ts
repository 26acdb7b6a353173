import type { LetterStart, OverdueAgency } from '#contract/notice/letter.ts';
import { addWorkingDays } from '#domain/calendar/count-working-days.ts';
import { gatherOverdue } from '#domain/notice/letter/gather-overdue.ts';
import { ASKED_WORKING_DAYS, USUAL_RECIPIENTS } from '#domain/notice/letter/letter-words.ts';
import { proposeSymbol } from '#domain/notice/letter/propose-symbol.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { issuerOf } from './draft-letter.ts';
import { findLastDraft, findLastNumber, listUrgings } from './letter.store.ts';
import { loadOverdue, MOST_OVERDUE, type OverdueAsked } from './load-overdue.ts';

export interface Overdue {
  readonly today: string;
  readonly agencies: OverdueAgency[];
  /** There may be more than is shown. */
  readonly isCut: boolean;
  readonly start: LetterStart | null;
  readonly nextNumber: number | null;
}

/** What can be urged, by agency, and what a new letter begins with for who may issue one. */
export function listOverdue(deps: Deps, asked: OverdueAsked): Promise<Overdue> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const overdue = await loadOverdue(tx, deps, asked);
    const assignments = new Map(overdue.map(({ assignmentId, task }) => [task.dueItemId, assignmentId]));
    const urgings = Map.groupBy(await listUrgings(tx, [...assignments.keys()]), ({ dueItemId }) => dueItemId);
    const issuing = deps.decide('letter.issue');
    const agencies = gatherOverdue(overdue).map(({ tasks, ...agency }) => ({
      ...agency,
      items: tasks.map(({ plan, deliverable: _, ...task }) => ({
        ...task,
        assignmentId: assignments.get(task.dueItemId) ?? '',
        planId: plan.id,
        urged: urgings.get(task.dueItemId)?.length ?? 0,
        urgedOn: urgings.get(task.dueItemId)?.at(-1)?.issuedOn ?? null,
      })),
    }));
    return {
      today,
      agencies,
      isCut: overdue.length === MOST_OVERDUE,
      ...(issuing.ok ? await startOf(tx, issuing.value, today) : { start: null, nextNumber: null }),
    };
  });
}

async function startOf(tx: Tx, deps: Deps, today: string): Promise<Pick<Overdue, 'start' | 'nextNumber'>> {
  const { agencyId, agencyName } = issuerOf(deps);
  const last = await findLastDraft(tx, agencyId);
  const calendar = await loadCalendar(tx);
  return {
    nextNumber: (await findLastNumber(tx, agencyId, Number(today.slice(0, 4)))) + 1,
    start: {
      symbol: last?.symbol ?? proposeSymbol(agencyName),
      askBy: addWorkingDays(calendar, today, ASKED_WORKING_DAYS).day,
      signer: last?.signer ?? { authority: null, title: '', name: '' },
      recipients: [...(last?.recipients ?? USUAL_RECIPIENTS)],
      added: null,
    },
  };
}
