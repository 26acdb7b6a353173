import type { DueRow } from '#contract/task/work.ts';
import { OPEN_STATES } from '#domain/task/work/work-act.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { actorId, type Deps, inScope, todayOf } from '../../deps.ts';
import { presentDue } from './due-row.present.ts';
import { type DueRecord, listDueRecords } from './due-row.store.ts';
import { listAskers, listLedTasks } from './work.store.ts';

export interface Mine {
  readonly today: string;
  readonly personId: string;
  /** What the agencies of the person still have to do. */
  readonly todo: DueRow[];
  /** What waits for a decision of the person: handed in by others, or asked. */
  readonly toReview: DueRow[];
  /** What they handed in and nobody has decided yet. */
  readonly waiting: DueRow[];
}

export function listMine(deps: Deps, { planId }: { readonly planId?: string | undefined }): Promise<Mine> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const calendar = await loadCalendar(tx);
    const posts = deps.acting.actor?.posts ?? [];
    const own = [
      ...new Set(
        posts
          .filter(({ role }) => role === 'head' || role === 'officer' || role === 'owner')
          .flatMap(({ agencyIds }) => agencyIds),
      ),
    ];
    const find = (filter: Parameters<typeof listDueRecords>[1]) =>
      listDueRecords(tx, { planId, ...filter }, { today });
    const todo = own.length === 0 ? [] : await find({ agencyIds: own, states: OPEN_STATES });
    const waiting = own.length === 0 ? [] : await find({ agencyIds: own, view: 'submitted' });
    const led = [...(await listLedTasks(tx, own))];
    // What helps a task is for its leads to review, though the owner may: it would bury what waits for nobody else.
    const reviewsLeads = deps.decide('work.review', { agencyIds: [] }).ok;
    const forReview = async (view: 'submitted' | 'asked') => [
      ...(reviewsLeads ? await find({ view, role: 'lead' }) : []),
      ...(led.length > 0 ? await find({ view, role: 'coordinate', taskIds: led }) : []),
    ];
    const mayDecide = (record: DueRecord, authorId: string | null) =>
      deps.decide('work.review', { agencyIds: record.role === 'lead' ? [] : own, authorId }).ok;
    const submitted = (await forReview('submitted')).filter((record) =>
      mayDecide(record, record.submitted_by),
    );
    const asking = await forReview('asked');
    const askers = await listAskers(
      tx,
      asking.map(({ id }) => id),
    );
    const asked = asking.filter((record) => mayDecide(record, askers.get(record.id) ?? null));
    const present = (records: readonly DueRecord[]) =>
      records.map((record) => presentDue(record, { today, calendar }));
    return {
      today,
      personId: actorId(deps) ?? '',
      todo: present(todo),
      toReview: present([...submitted, ...asked]).toSorted(bySoonest),
      waiting: present(waiting),
    };
  });
}

/** What has no day comes last. */
function bySoonest(a: DueRow, b: DueRow): number {
  if (a.dueOn === b.dueOn) return 0;
  return a.dueOn !== null && (b.dueOn === null || a.dueOn < b.dueOn) ? -1 : 1;
}
