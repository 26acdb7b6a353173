import { isDeepStrictEqual } from 'node:util';
import type { WorkDone } from '#contract/task/work.ts';
import { countWorkingDays } from '#domain/calendar/count-working-days.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { DEEDS, decideDeed } from '#domain/task/work/decide-deed.ts';
import { foldWork, type WorkFold } from '#domain/task/work/fold-work.ts';
import { handInDay, lastOpenedOn } from '#domain/task/work/hand-in-day.ts';
import type { Blocker, WorkAct, WorkDeed } from '#domain/task/work/work-act.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import { type AuditWords, appendAudit } from '../../audit/append-audit.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import { actorId, actorName, type Deps, inScope, todayOf } from '../../deps.ts';
import {
  asWorkAct,
  insertAct,
  isDueItem,
  type LockedItem,
  listActs,
  listLeadAgencies,
  lockDueItem,
  saveFold,
} from './work.store.ts';
import { tellWork } from './work-news.ts';

/** What every act on a due item carries. */
export interface ActInput {
  readonly dueItemId: string;
  /** Made where the act was written: sent twice, it is stored once. */
  readonly id: string;
  /** Number of acts its author had seen. */
  readonly seen: number;
  /** Day it speaks of (ISO date); today where left out. */
  readonly occurredOn?: string | undefined;
}

/** Does one deed to a due item. */
export function actOnItem(deps: Deps, input: ActInput, deed: WorkDeed): Promise<Result<WorkDone>> {
  return inScope(deps, async (tx) => {
    const acted = await storeAct(tx, deps, input, deed);
    if (!acted.ok) return acted;
    if (acted.value.audit !== undefined) await appendAudit(tx, acted.value.deps, acted.value.audit);
    return accept(acted.value.done);
  });
}

export interface StoredAct {
  readonly done: WorkDone;
  /** Acting in the post that allowed it. */
  readonly deps: Deps;
  /** For the audit, which comes last in a transaction; undefined where the act was stored before. */
  readonly audit: AuditWords | undefined;
}

/**
 * Stores one act and where the item stands then, in the transaction given. Nothing is stored where it is refused;
 * an act of somebody else that its author had not seen refuses it, so that nobody's words are passed over.
 */
export async function storeAct(
  tx: Tx,
  deps: Deps,
  input: ActInput,
  deed: WorkDeed,
): Promise<Result<StoredAct>> {
  const item = await lockDueItem(tx, input.dueItemId);
  if (item === undefined) return refuse(refusal('not-found', { what: 'việc này' }));
  const records = await listActs(tx, [item.id]);
  const acts = records.map(asWorkAct);
  const fold = foldWork(acts, item.due_on);
  const earlier = records.find(({ id }) => id === input.id);
  if (earlier !== undefined) {
    const isSame =
      earlier.person_id === actorId(deps) &&
      (input.occurredOn === undefined || earlier.occurred_on === input.occurredOn) &&
      isDeepStrictEqual(earlier.body, plain(deed));
    if (!isSame) return refuse(refusal('work-act-reused'));
    // As it was answered then: whoever sent it has not seen what was done since.
    const then = foldWork(acts.slice(0, earlier.seq), item.due_on);
    return accept({ done: doneOf(then), deps, audit: undefined });
  }
  const allowed = await decideBy(tx, deps, item, { deed, fold });
  if (!allowed.ok) return allowed;
  if (item.retired) return refuse(refusal('work-retired'));
  const unseen = acts.filter(({ seq, personId }) => seq > input.seen && personId !== actorId(deps));
  if (unseen.length > 0) return refuse(refusal('work-changed', { n: unseen.length }));
  const today = todayOf(deps);
  const occurredOn =
    deed.kind === 'submit' ? await findHandInDay(tx, deed, { acts, today }) : (input.occurredOn ?? today);
  const decided = decideDeed(deed, fold, {
    today,
    occurredOn,
    dueOn: item.due_on,
    dueItemId: item.id,
  });
  if (!decided.ok) return decided;
  if (deed.kind === 'report' && !(await isKnown(tx, deps, deed.blocker)))
    return refuse(refusal('work-blocker-unknown'));
  const by = allowed.value;
  const act = {
    id: input.id,
    dueItemId: item.id,
    seq: fold.seq + 1,
    deed,
    personId: actorId(by),
    agencyId: by.acting.post?.agencyId ?? null,
    actor: actorName(by),
    occurredOn,
    occurredAt: deps.now().toString(),
  };
  if (!(await insertAct(tx, deps.provinceId, act))) return refuse(refusal('work-act-reused'));
  const { dueItemId: _, deed: __, ...told } = act;
  const after = foldWork([...acts, { ...deed, ...told, recordedAt: act.occurredAt }], item.due_on);
  await saveFold(tx, item.id, after);
  await tellWork(tx, { provinceId: deps.provinceId, agencyId: item.agency_id });
  return accept({
    done: doneOf(after),
    deps: by,
    audit: {
      act: `work.${deed.kind}`,
      subject: { kind: 'due-item', id: item.id, words: `${item.code} ${item.name} (${item.label})`.trim() },
      before: { state: fold.state },
      after: { state: after.state, ...('dueOn' in deed ? { dueOn: deed.dueOn } : {}) },
      ...('text' in deed && deed.text !== undefined ? { reason: deed.text } : {}),
    },
  });
}

async function findHandInDay(
  tx: Tx,
  { writtenOn }: { readonly writtenOn?: string | undefined },
  { acts, today }: { readonly acts: readonly WorkAct[]; readonly today: string },
): Promise<string> {
  if (writtenOn === undefined || writtenOn === today) return today;
  const calendar = await loadCalendar(tx);
  return handInDay({
    writtenOn,
    today,
    openedOn: lastOpenedOn(acts),
    countWorkingDays: (from, to) => countWorkingDays(calendar, from, to),
  });
}

/** The agency itself, who reviews it, or the owner: whoever the deed is for. */
async function decideBy(
  tx: Tx,
  deps: Deps,
  item: LockedItem,
  { deed, fold }: { readonly deed: WorkDeed; readonly fold: WorkFold },
): Promise<Result<Deps>> {
  switch (DEEDS[deed.kind].by) {
    case 'agency':
      return deps.decide('work.report', { agencyIds: [item.agency_id] });
    case 'reviewer':
      return deps.decide('work.review', {
        agencyIds: await reviewersOf(tx, item),
        authorId: deed.kind === 'grant' || deed.kind === 'refuse' ? fold.askedBy : fold.submittedBy,
      });
    case 'owner':
      return deps.decide('work.close');
    case 'system':
      return refuse(refusal('not-found', { what: 'việc này' }));
  }
}

/** Agencies whose people review an item: those who lead review who helps; who leads is reviewed from the province. */
export async function reviewersOf(
  tx: Tx,
  item: { readonly role: string; readonly task_id: string },
): Promise<readonly string[]> {
  return item.role === 'lead' ? [] : listLeadAgencies(tx, item.task_id);
}

/** Whether what a blocker names is there; words alone name nothing. */
async function isKnown(tx: Tx, deps: Deps, blocker: Blocker | null | undefined): Promise<boolean> {
  if (blocker == null) return true;
  const { agencyId, dueItemId } = blocker;
  if (dueItemId !== undefined && !(await isDueItem(tx, dueItemId))) return false;
  return agencyId === undefined || (await loadDirectory(tx, deps)).some(({ id }) => id === agencyId);
}

function doneOf({ state, seq, flags }: WorkFold): WorkDone {
  return { state, seq, flags: [...flags] };
}

/** As it comes back from the database. */
function plain(deed: WorkDeed): unknown {
  return JSON.parse(JSON.stringify(deed));
}
