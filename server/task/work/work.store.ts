import { sql } from 'kysely';
import type { WorkFold } from '#domain/task/work/fold-work.ts';
import type { WorkAct, WorkDeed } from '#domain/task/work/work-act.ts';
import type { Tx } from '../../db/executor.ts';

/** One due item, locked until its act is stored. */
export async function lockDueItem(tx: Tx, dueItemId: string) {
  const { rows } = await sql<{
    id: string;
    plan_id: string;
    task_id: string;
    agency_id: string;
    role: 'lead' | 'coordinate';
    label: string;
    due_on: string | null;
    retired: boolean;
    submitted_by: string | null;
    code: string;
    name: string;
  }>`
    select d.id, d.plan_id, d.task_id, d.agency_id, d.role, d.label, d.due_on, d.retired_at is not null as retired, d.submitted_by,
           coalesce(t.code, '') as code, coalesce(t.name, '') as name
    from due_item d left join task t on t.province_id = d.province_id and t.id = d.task_id
    where d.id = ${dueItemId}::uuid for update of d`.execute(tx);
  return rows[0];
}

export type LockedItem = NonNullable<Awaited<ReturnType<typeof lockDueItem>>>;

/** Agencies that lead a task now. */
export async function listLeadAgencies(tx: Tx, taskId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select('agency_id')
    .where('task_id', '=', taskId)
    .where('role', '=', 'lead')
    .where('continued_by_id', 'is', null)
    .execute();
  return rows.map(({ agency_id }) => agency_id);
}

export interface ActRecord {
  readonly id: string;
  readonly due_item_id: string;
  readonly seq: number;
  readonly kind: string;
  readonly body: unknown;
  readonly person_id: string | null;
  readonly agency_id: string | null;
  readonly agency_name: string | null;
  readonly actor: string;
  readonly occurred_on: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
}

/** Acts of these items after a number, in their order. */
export async function listActs(
  tx: Tx,
  dueItemIds: readonly string[],
  { after = 0 }: { readonly after?: number } = {},
): Promise<readonly ActRecord[]> {
  const { rows } = await sql<ActRecord>`
    select w.id, w.due_item_id, w.seq, w.kind, w.body, w.person_id, w.agency_id, g.name as agency_name, w.actor, w.occurred_on,
           to_char(w.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as occurred_at,
           to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at
    from work_act w left join agency g on g.province_id = w.province_id and g.id = w.agency_id
    where w.due_item_id = any(${[...dueItemIds]}::uuid[]) and w.seq > ${after}
    order by w.due_item_id, w.seq`.execute(tx);
  return rows;
}

/** What is stored as JSON was written from the same shape. */
export function asWorkAct(record: ActRecord): WorkAct {
  return {
    ...(record.body as WorkDeed),
    id: record.id,
    seq: record.seq,
    personId: record.person_id,
    agencyId: record.agency_id,
    occurredOn: record.occurred_on,
    occurredAt: record.occurred_at,
    recordedAt: record.recorded_at,
  };
}

/** Stores an act, unless its identifier was used for another, which the person may not even see. */
export async function insertAct(
  tx: Tx,
  provinceId: string,
  act: {
    readonly id: string;
    readonly dueItemId: string;
    readonly seq: number;
    readonly deed: WorkDeed;
    readonly personId: string | null;
    readonly agencyId: string | null;
    readonly actor: string;
    readonly occurredOn: string;
    readonly occurredAt: string;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('work_act')
    .values({
      province_id: provinceId,
      id: act.id,
      due_item_id: act.dueItemId,
      seq: act.seq,
      kind: act.deed.kind,
      body: JSON.stringify(act.deed),
      person_id: act.personId,
      agency_id: act.agencyId,
      actor: act.actor,
      occurred_on: act.occurredOn,
      occurred_at: act.occurredAt,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

export async function isDueItem(tx: Tx, dueItemId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('due_item')
    .select('id')
    .where('id', '=', dueItemId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes where an item stands: the fold of its acts. */
export async function saveFold(tx: Tx, dueItemId: string, fold: WorkFold): Promise<void> {
  const { blocker } = fold;
  const { since, ...waits } = blocker ?? { since: null };
  await tx
    .updateTable('due_item')
    .set({
      state: fold.state,
      seq: fold.seq,
      asked: fold.asked,
      last_act_at: fold.lastActAt,
      last_report_at: fold.lastReportAt,
      last_report_on: fold.lastReportOn,
      last_text: fold.lastText,
      done_amount: fold.amount === null ? null : String(fold.amount.done),
      whole_amount: fold.amount === null ? null : String(fold.amount.whole),
      amount_unit: fold.amount?.unit ?? null,
      step: fold.step,
      next_on: fold.nextOn,
      blocked_since: since,
      blocker: blocker === null ? null : JSON.stringify(waits),
      submitted_at: fold.submittedAt,
      submitted_on: fold.submittedOn,
      submitted_by: fold.submittedBy,
      finished_on: fold.finishedOn,
      flags: [...fold.flags],
      ...(fold.dueOn === undefined ? {} : { due_on: fold.dueOn }),
    })
    .where('id', '=', dueItemId)
    .execute();
}

export async function findPartTask(tx: Tx, assignmentId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('assignment')
    .select('task_id')
    .where('id', '=', assignmentId)
    .executeTakeFirst();
  return row?.task_id;
}

/** Tasks these agencies lead now. */
export async function listLedTasks(tx: Tx, agencyIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ task_id: string }>`
    select distinct task_id from assignment
    where agency_id = any(${[...agencyIds]}::text[]) and role = 'lead' and continued_by_id is null`.execute(
    tx,
  );
  return new Set(rows.map(({ task_id }) => task_id));
}
